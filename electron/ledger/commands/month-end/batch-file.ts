/** `allocation FILE` and `settlement FILE`: --check, --post, --answer OUT. */
import { RefusalError } from '../../../contract/kernel/errors.ts';
import { remedy } from '../../../contract/messages/messages.ts';
import { yuanGrouped } from '../../../contract/kernel/money.ts';
import { allocationFileReasonSchema, settlementFileReasonSchema } from '../../../contract/kernel/vocabulary.ts';
import { fileOnDisk } from '../../intake/file-source.ts';
import { runAllocation } from '../../month-end/allocation/allocations.ts';
import { postedVerdict, verdictOf, writeAnswer, type PostedVerdict } from '../../month-end/file-answers.ts';
import { hashedSource, type BatchRun, type HashedSource, type PostingOrder } from '../../month-end/posting-order.ts';
import { authorise } from '../../second-person/second-person.ts';
import { requireSession, type Scope } from '../../request/scope.ts';
import { runSettlement } from '../../month-end/settlement/settlements.ts';
import type { RefusedLine } from '../../account/posting-rows.ts';
import {
  onlyArgument,
  UsageError,
  type Command,
  type CommandResult,
  type Invocation,
  type OptionValues,
} from '../command.ts';
import { asActingClerk, secondPerson, withOffice } from '../open-office.ts';
import { notesOf, Rows } from '../result-text.ts';

const OPERATION = 'command-line';

export const allocation: Command = (invocation) => batchFile('allocation', invocation);
export const settlement: Command = (invocation) => batchFile('settlement', invocation);

async function batchFile(kind: BatchRun['kind'], { args, options, folder }: Invocation): Promise<CommandResult> {
  const path = onlyArgument(args, 'file');
  const { check = false, post = false, answer } = options;
  if (check && post) throw new UsageError('--check or --post, not both');
  if (!check && !post && answer === undefined) throw new UsageError('--check, --post or --answer OUT?');
  if (post && options.as === undefined) throw new RefusalError('SIGN_IN_REQUIRED', { option: '--as CODE' });
  return withOffice(folder, (door) =>
    asActingClerk(door, 'file.post', options, async (scope) => {
      const source = hashedSource(fileOnDisk(path));
      const order = post ? await orderFor(scope, options) : null;
      const run = await (kind === 'allocation' ? runAllocation : runSettlement)(scope, source, order, OPERATION);
      if (answer === undefined) return resultOf(run);
      const earlier = check || post ? null : await earlierVerdict(scope, run, source);
      await writeAnswer(scope, source, earlier ?? verdictOf(run), answer);
      return earlier === null ? resultOf(run) : answered(run, earlier);
    }),
  );
}

/** Asked for the answer alone, a file posted earlier is answered as it was then. */
async function earlierVerdict(
  scope: Scope,
  { kind, batch }: BatchRun,
  source: HashedSource,
): Promise<PostedVerdict | null> {
  return source.wasReadWhole() ? postedVerdict(scope, kind, batch, source.sha256()) : null;
}

async function orderFor(scope: Scope, options: OptionValues): Promise<PostingOrder> {
  const { clerk } = requireSession(scope);
  const second = await authorise(scope, clerk.code, await secondPerson(options));
  return { clerk: clerk.code, second: second.code, answer: null };
}

function answered({ batch }: BatchRun, { accepted, amountFen, refused }: PostedVerdict): CommandResult {
  const text = `${batch}: answered as it was posted, ${accepted} accepted, ${refused.length} rejected`;
  return { json: { batch, accepted, rejected: rowsOf(refused), amountFen, fileReason: null }, text };
}

function resultOf(run: BatchRun): CommandResult {
  const { batch, accepted, amountFen, fileReason, refused } = run;
  const json = { batch, accepted, rejected: rowsOf(refused), amountFen, fileReason, ...notesOf(run.notes) };
  const verb = run.posted ? 'posted' : 'would be posted';
  const done = `${batch}: ${accepted} lines ${verb}, ${yuanGrouped(amountFen)} yuan, ${refused.length} rejected`;
  const text = [fileReason === null ? done : `${batch}: not posted`, ...run.notes.map(({ message }) => message)].join(
    '\n',
  );
  if (fileReason === null) return { json, text };
  return { json, text, refusal: { code: fileReason, message: fileMessage(run, fileReason) } };
}

function rowsOf(refused: Iterable<RefusedLine>): Rows<RefusedLine> {
  return new Rows(
    refused,
    ({ line, externalId, reason }) => ({ line, id: externalId, reason }),
    ({ line, externalId, reason }) => `line ${line}, ${externalId}: ${reason}`,
  );
}

function fileMessage({ kind, fault, notes }: BatchRun, fileReason: string): string {
  const schema = kind === 'allocation' ? allocationFileReasonSchema : settlementFileReasonSchema;
  const { meaning, correction } = remedy('en', schema.parse(fileReason));
  const noted = notes.map(({ message }) => message);
  return [meaning, fault?.message, ...noted, correction].filter((part) => part !== undefined).join('. ');
}
