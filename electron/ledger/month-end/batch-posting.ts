/** The frame around the lines of a posted file: the posting that holds them, its control side, and its record. */
import type { BusinessDate } from '../../contract/kernel/dates.ts';
import type { Fen } from '../../contract/kernel/money.ts';
import { appendAudit } from '../books/audit/audit-chain.ts';
import type { Writing } from '../books/books.ts';
import { keepAnswer } from '../request/operation-rows.ts';
import { closePosting, insertBatch, insertRefusedLines, nextBatchId, openPosting } from '../account/posting-rows.ts';
import type { FileSource } from '../intake/file-source.ts';
import { insertBatchFile } from './batch-file-rows.ts';
import type { ControlCode } from '../books/tables/tables.ts';
import { insertDecision } from '../second-person/approval-rows.ts';
import type { LongWork } from '../request/long-work.ts';
import type { BatchRun, PostingOrder } from './posting-order.ts';

export interface OpenedBatch {
  readonly batchId: number;
  readonly postingId: number;
}

interface Opening {
  readonly kind: 'allocation' | 'settlement';
  readonly number: string;
  readonly businessDate: BusinessDate;
  /** Null for a dry run, whose posting is undone. */
  readonly order: PostingOrder | null;
}

export async function openBatch(
  writing: Writing,
  { kind, number, businessDate, order }: Opening,
): Promise<OpenedBatch> {
  const people = { clerk: order?.clerk ?? '', authorisedBy: order?.second ?? '' };
  const postingId = await openPosting(writing, { kind, reference: number, businessDate, ...people });
  return { batchId: await nextBatchId(writing), postingId };
}

interface Closing {
  readonly run: BatchRun;
  readonly order: PostingOrder;
  readonly sha256: string;
  readonly source: FileSource;
  readonly work: LongWork;
  readonly control: ControlCode;
  /** What the holder lines sum to, signed. */
  readonly holdersFen: Fen;
}

/** Balances the posting, records file, decision and refused lines, and keeps the answer; all in the posting's transaction. */
export async function closeBatch(writing: Writing, opened: OpenedBatch, closing: Closing): Promise<void> {
  const { run, order, sha256, source, work, control, holdersFen } = closing;
  const { kind, batch: number, accepted, amountFen, refused, rejectedFen, warnings } = run;
  const rejected = refused.length;
  const warned = warnings.map(({ message }) => message).join('; ');
  await closePosting(writing, opened.postingId, control, holdersFen);
  const auditSeq = await appendAudit(writing, {
    actor: order.clerk,
    second: order.second,
    verb: 'file.post',
    subject: number,
    outcome: 'done',
    details: {
      kind,
      accepted,
      rejected,
      rejectedFen,
      amountFen,
      sha256,
      warned,
    },
  });
  if (order.authorise === undefined) await recordApproval(writing, order, number);
  else await order.authorise(writing, run);
  const { batchId, postingId } = opened;
  const row = { kind, number, postingId, fileSha256: sha256, accepted, rejected, amountFen, auditSeq };
  await insertBatch(writing, batchId, row);
  const lines = accepted + rejected;
  for (const _ of insertRefusedLines(writing, batchId, refused)) await work.step('posting', lines, lines);
  await insertBatchFile(writing, batchId, source, () => work.pause());
  if (order.answer !== null) await keepAnswer(writing, order.answer.key, order.answer.of(run));
}

async function recordApproval(writing: Writing, { clerk, second }: PostingOrder, subject: string): Promise<void> {
  const asked = { verb: 'file.post', subject, requestedBy: clerk, requestedAt: writing.at };
  await insertDecision(writing, { ...asked, decidedBy: second, outcome: 'approved', reason: null });
}
