/** `allocation FILE` and `settlement FILE`: --check, --post, --answer OUT. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { RefusalError } from '../../../contract/kernel/errors.ts';
import { remedy } from '../../../contract/messages/messages.ts';
import { yuanGrouped } from '../../../contract/kernel/money.ts';
import { allocationFileReasonSchema, settlementFileReasonSchema } from '../../../contract/kernel/vocabulary.ts';
import type { BatchFileOutcome } from '../../../contract/month-end/command-file-verbs.ts';
import type { PackedLines } from '../../month-end/packed-lines.ts';
import { secondPerson } from '../acting.ts';
import { asActingClerk } from '../acting-clerk.ts';
import {
  onlyArgument,
  UsageError,
  type Command,
  type CommandResult,
  type Invocation,
  type OptionValues,
} from '../command.ts';
import { askFor, type OpenedOffice } from '../opened-office.ts';
import { withOffice } from '../open-office.ts';
import { writeWhole } from '../output-file.ts';
import { notesOf, Rows } from '../result-text.ts';
import { withHandedIn } from './run-file.ts';

type Kind = 'allocation' | 'settlement';

const lineSchema = z.object({ line: z.number(), id: z.string(), reason: z.string() });
type RefusedLine = z.infer<typeof lineSchema>;
type Refused = PackedLines<RefusedLine>;

export const allocation: Command = (invocation) => batchFile('allocation', invocation);
export const settlement: Command = (invocation) => batchFile('settlement', invocation);

async function batchFile(kind: Kind, { args, options, folder }: Invocation): Promise<CommandResult> {
  const path = onlyArgument(args, 'file');
  const { check = false, post = false, answer } = options;
  if (check && post) throw new UsageError('--check or --post, not both');
  if (!check && !post && answer === undefined) throw new UsageError(`${kind} takes --check, --post or --answer OUT`);
  if (post && options.as === undefined) throw new RefusalError('SIGN_IN_REQUIRED', { option: '--as CODE' });
  return withOffice(folder, (office) =>
    asActingClerk(office, options, (token) =>
      withHandedIn({ office, token, path }, async (file) => {
        const outcome = await run({ office, token, kind, options, intakeId: file.intakeId });
        const refused = await file.refused(lineSchema);
        if (answer !== undefined) await writeWhole(answer, file.answer());
        return outcome.answeredAsPosted ? answered(outcome, refused) : resultOf(kind, outcome, refused);
      }),
    ),
  );
}

interface Run {
  readonly office: OpenedOffice;
  readonly token: string | null;
  readonly kind: Kind;
  readonly options: OptionValues;
  readonly intakeId: string;
}

/** Asked for the answer alone, a file posted earlier is answered as it was then. */
async function run({ office, token, kind, options, intakeId }: Run): Promise<BatchFileOutcome> {
  const file = { operationId: randomUUID(), intakeId, kind };
  if (options.post !== true)
    return askFor(office, 'batchFile.check', { ...file, asPosted: options.check !== true }, token);
  return askFor(office, 'batchFile.post', { ...file, authorisation: await secondPerson(options) }, token);
}

function answered({ batch, accepted, amountFen }: BatchFileOutcome, refused: Refused): CommandResult {
  const text = `${batch}: answered as it was posted, ${accepted} accepted, ${refused.length} rejected`;
  return { json: { batch, accepted, rejected: rowsOf(refused), amountFen, fileReason: null }, text };
}

function resultOf(kind: Kind, outcome: BatchFileOutcome, refused: Refused): CommandResult {
  const { batch, accepted, amountFen, fileReason, notes } = outcome;
  const json = { batch, accepted, rejected: rowsOf(refused), amountFen, fileReason, ...notesOf(notes) };
  const verb = outcome.posted ? 'posted' : 'would be posted';
  const done = `${batch}: ${accepted} lines ${verb}, ${yuanGrouped(amountFen)} yuan, ${refused.length} rejected`;
  const text = [fileReason === null ? done : `${batch}: not posted`, ...notes.map(({ message }) => message)].join('\n');
  if (fileReason === null) return { json, text };
  return { json, text, refusal: { code: fileReason, message: fileMessage(kind, outcome, fileReason) } };
}

function rowsOf(refused: Refused): Rows<RefusedLine> {
  return new Rows(
    refused,
    (line) => line,
    ({ line, id, reason }) => `line ${line}, ${id}: ${reason}`,
  );
}

function fileMessage(kind: Kind, { fault, notes }: BatchFileOutcome, fileReason: string): string {
  const schema = kind === 'allocation' ? allocationFileReasonSchema : settlementFileReasonSchema;
  const { meaning, correction } = remedy('en', schema.parse(fileReason));
  const noted = notes.map(({ message }) => message);
  return [meaning, fault?.message, ...noted, correction].filter((part) => part !== undefined).join('. ');
}
