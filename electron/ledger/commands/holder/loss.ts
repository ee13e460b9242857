/**
 * `loss report|show|cancel|reissue|take-back|worklist` (docs/formats.md 6). No PIN of a card is taken or shown here
 * (docs/rules.md 4).
 */
import { randomUUID } from 'node:crypto';
import { RefusalError } from '../../../contract/kernel/errors.ts';
import type { LossView } from '../../../contract/loss/loss-views.ts';
import type { SecondPerson } from '../../../contract/kernel/verb-definition.ts';
import { verbs, type Input } from '../../../contract/verbs.ts';
import { lossKindSchema, lossObjectSchema, reissueFeeClassSchema } from '../../../contract/kernel/vocabulary.ts';
import { lossJson } from './loss-json.ts';
import { onlyArgument, required, UsageError, type Command, type CommandResult, type OptionValues } from '../command.ts';
import { everyPage } from '../every-page.ts';
import { secondPerson } from '../acting.ts';
import { asActingClerk, inVisit, requireToken } from '../acting-clerk.ts';
import { ask, askFor, type OpenedOffice } from '../opened-office.ts';
import { withOffice } from '../open-office.ts';

interface Run {
  readonly office: OpenedOffice;
  readonly token: string;
  readonly args: readonly string[];
  readonly options: OptionValues;
}

const ACTIONS: Readonly<Record<string, (run: Run) => Promise<CommandResult>>> = {
  report,
  show,
  cancel,
  reissue,
  'take-back': takeBack,
  worklist,
};

export const loss: Command = async ({ args, options, folder }) => {
  const [name = '', ...rest] = args;
  const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
  if (action === undefined) throw new UsageError('loss report | show | cancel | reissue | take-back | worklist');
  return withOffice(folder, (office) =>
    asActingClerk(office, options, (token) => action({ office, token: requireToken(token), args: rest, options })),
  );
};

async function report(run: Run): Promise<CommandResult> {
  const { options, args } = run;
  if (args.length > 0) throw new UsageError('loss report takes options only');
  const object = lossObjectSchema.safeParse(options.object ?? 'card');
  const kind = lossKindSchema.safeParse(options.kind ?? (object.data === 'password' ? 'formal' : 'oral'));
  if (!object.success || !kind.success)
    throw new UsageError('--object is card, password or both; --kind is oral or formal');
  if ((options.channel ?? 'counter') !== 'counter') throw new RefusalError('NOT_BY_TELEPHONE');
  return inVisit(run.office, run.token, await openedByPapers(run), async (visitId) => {
    const what = { object: object.data, kind: kind.data, missedSince: options.from ?? null };
    const contact = { address: options.address ?? '', phone: options.phone ?? null };
    return give(run, 'loss.report', { visitId, ...what, ...contact });
  });
}

/** ID number with the card, or with the name and phone on file. */
async function openedByPapers({ office, token, options }: Run): Promise<string> {
  const idNumber = required(options, 'id-number');
  const coming = { operationId: randomUUID(), networkCheck: 'match-no-photo', secondaryDocument: null, agent: null };
  const { card } = options;
  const opened =
    card === undefined
      ? await ask(
          office,
          'visit.openWithoutCard',
          { ...coming, idNumber, name: required(options, 'name'), phone: required(options, 'phone') },
          token,
        )
      : await ask(office, 'visit.open', { ...coming, idNumber, card }, token);
  return verbs['visit.open'].output.parse(opened).visitId;
}

async function show(run: Run): Promise<CommandResult> {
  const input = { number: onlyArgument(run.args, 'report number'), idNumber: required(run.options, 'id-number') };
  return shown(run, await ask(run.office, 'loss.find', input, run.token));
}

async function cancel(run: Run): Promise<CommandResult> {
  return onReport(run, (visitId, number) => give(run, 'loss.cancel', { visitId, number }));
}

async function reissue(run: Run): Promise<CommandResult> {
  const { options } = run;
  const newCard = required(options, 'new-card');
  const feeClass = reissueFeeClassSchema.safeParse(options.fee ?? 'standard');
  if (!feeClass.success) throw new UsageError('--fee is standard, reduced or exempt');
  return onReport(run, async (visitId, number) => {
    const newInsuranceNumber = required(options, 'insurance-number');
    return give(run, 'loss.reissue', { visitId, number, newCard, newInsuranceNumber, feeClass: feeClass.data });
  });
}

/** Entered by mistake: whoever has number and ID number asks, and nobody stands at the counter for it. */
async function takeBack(run: Run): Promise<CommandResult> {
  const { args, options } = run;
  const held = { number: onlyArgument(args, 'report number'), idNumber: required(options, 'id-number') };
  return give(run, 'loss.takeBack', { ...held, visitId: null, reason: required(options, 'reason') });
}

async function worklist({ office, token }: Run): Promise<CommandResult> {
  const { today } = await askFor(office, 'loss.worklist', {}, token);
  const items = await everyPage('loss.worklist', (page) => ask(office, 'loss.worklist', { page }, token));
  const lines = items.map(({ number, clock, on, cardMasked }) => `${number}  ${clock} ${on}  ${cardMasked}`);
  return { json: { today, items }, text: [`today ${today}`, ...lines].join('\n') };
}

/** The person who gives the report number and the ID number is at the counter. */
async function onReport(
  run: Run,
  act: (visitId: string, number: string) => Promise<CommandResult>,
): Promise<CommandResult> {
  const found = { number: onlyArgument(run.args, 'report number'), idNumber: required(run.options, 'id-number') };
  const { visitId, number } = await askFor(run.office, 'visit.openOfReport', found, run.token);
  return inVisit(run.office, run.token, visitId, () => act(visitId, number));
}

async function second(options: OptionValues): Promise<SecondPerson | null> {
  return options.request === undefined ? secondPerson(options) : { requestId: options.request };
}

/** Gives the command, or with --ask asks a second person in the queue for all of it as it would be given. */
async function give<V extends 'loss.report' | 'loss.cancel' | 'loss.reissue' | 'loss.takeBack'>(
  run: Run,
  verb: V,
  input: Omit<Input<V>, 'operationId' | 'second'>,
): Promise<CommandResult> {
  const { office, token, options } = run;
  const operationId = randomUUID();
  if (options.ask !== true) {
    return shown(run, await ask(office, verb, { operationId, ...input, second: await second(options) }, token));
  }
  const answer = await ask(office, 'approval.ask', { operationId, verb, input }, token);
  const request = verbs['approval.ask'].output.parse(answer);
  return { json: request, text: `request ${request.requestId} waits for a second person` };
}

async function shown({ office, token }: Run, answer: unknown): Promise<CommandResult> {
  const view: LossView = verbs['loss.find'].output.parse(answer);
  const { timeZone } = await askFor(office, 'office.standing', {}, token);
  const json = lossJson(view, timeZone);
  const ends = json.lapsesAt === null ? '' : `, lapses ${json.lapsesAt}`;
  const from = json.reissueFrom === null ? '' : `, new card from ${json.reissueFrom}`;
  return { json, text: `${json.number}: ${json.object}, ${json.kind}, ${json.status}${ends}${from}` };
}
