/** `counter …`: the counters of an office that has a server (docs/formats.md 6, docs/server.md 2). */
import { counterKindSchema, type ListedCounter } from '../../../contract/administration/counter-verbs.ts';
import { verbs } from '../../../contract/verbs.ts';
import { onlyArgument, required, UsageError, type Command, type CommandResult, type OptionValues } from '../command.ts';
import { secondPerson } from '../acting.ts';
import { asActingClerk, requireToken } from '../acting-clerk.ts';
import { ask, askFor, type OpenedOffice } from '../opened-office.ts';
import { withOffice } from '../open-office.ts';

interface Run {
  readonly office: OpenedOffice;
  readonly args: readonly string[];
  readonly options: OptionValues;
}

const ACTIONS: Readonly<Record<string, (run: Run) => Promise<CommandResult>>> = { add, change, revoke, list };

export const counter: Command = async ({ args, options, folder }) => {
  const [name = '', ...rest] = args;
  const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
  if (action === undefined) throw new UsageError(`counter ${Object.keys(ACTIONS).join(' | ')}`);
  return withOffice(folder, (office) => action({ office, args: rest, options }));
};

function kindOf(text: string) {
  const kind = counterKindSchema.safeParse(text);
  if (!kind.success) throw new UsageError('--kind is counter or supervisor-desk');
  return kind.data;
}

function numberOf(args: readonly string[]): string {
  const number = onlyArgument(args, 'counter number');
  if (!/^\d\d$/.test(number)) throw new UsageError('the number of a counter is two digits');
  return number;
}

/** As the administrator of `--as`, with the second person of `--authorised-by` where one is named. */
async function administer(
  { office, options }: Run,
  verb: 'counter.add' | 'counter.change' | 'counter.revoke',
  input: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  return asActingClerk(office, options, async (given) => {
    return ask(office, verb, input, requireToken(given));
  });
}

async function add(run: Run): Promise<CommandResult> {
  const { options } = run;
  const input = {
    name: onlyArgument(run.args, 'counter'),
    kind: kindOf(options.kind ?? 'counter'),
    authorisation: await secondPerson(options),
  };
  const added = verbs['counter.add'].output.parse(await administer(run, 'counter.add', input));
  const { number, name, kind, code, address, fingerprint, expiresAt } = added;
  const until = new Date(expiresAt).toISOString();
  const lines = [
    `${number} ${name}, ${kind}: it joins with the code ${code}, once, until ${until}`,
    `address      ${address}`,
    `fingerprint  ${fingerprint}`,
  ];
  return { json: added, text: lines.join('\n') };
}

async function change(run: Run): Promise<CommandResult> {
  const { name, kind } = run.options;
  if (name === undefined && kind === undefined) throw new UsageError('counter change NUMBER [--name N] [--kind K]');
  const input = {
    number: numberOf(run.args),
    name: name ?? null,
    kind: kind === undefined ? null : kindOf(kind),
    authorisation: await secondPerson(run.options),
  };
  return one(verbs['counter.change'].output.parse(await administer(run, 'counter.change', input)));
}

async function revoke(run: Run): Promise<CommandResult> {
  const input = { number: numberOf(run.args), reason: required(run.options, 'reason') };
  return one(verbs['counter.revoke'].output.parse(await administer(run, 'counter.revoke', input)));
}

async function list({ office, args }: Run): Promise<CommandResult> {
  if (args.length > 0) throw new UsageError('counter list takes no arguments');
  const counters = await askFor(office, 'counter.list', {}, null);
  return { json: { counters }, text: counters.length === 0 ? 'no counters' : counters.map(inWords).join('\n') };
}

function one(counter: ListedCounter): CommandResult {
  return { json: counter, text: inWords(counter) };
}

function inWords({ number, name, kind, state, lastSeenAt, line }: ListedCounter): string {
  const seen = lastSeenAt === null ? 'never seen' : `last seen ${new Date(lastSeenAt).toISOString()}`;
  const since = line?.since ?? null;
  const now = since === null ? seen : `on the line since ${new Date(since).toISOString()}`;
  const returns = line === null ? '' : `, came again ${line.returns} times`;
  return `${number}  ${kind.padEnd(15)} ${state.padEnd(8)} ${name}  (${now}${returns})`;
}
