/** How far the posting of a file is: a row of its batch that only moves forward, in the transaction of each step. */
import { z } from 'zod';
import type { BusinessDate } from '../../../contract/kernel/dates.ts';
import { fen, type Fen } from '../../../contract/kernel/money.ts';
import { fenSchema } from '../../../contract/kernel/value-schemas.ts';
import { fileNoteSchema } from '../../../contract/office/office-views.ts';
import { closePosting, insertRefusedLines, type RefusedLine } from '../../account/posting-rows.ts';
import type { Reading, Writing } from '../../books/books.ts';
import { storedJson } from '../../books/stored-json.ts';
import { refuseOtherOperation, type OperationKey, type WaitingOperation } from '../../request/operation-rows.ts';

const figuresSchema = z.object({
  declaredCount: z.number().nullable(),
  declaredFen: fenSchema.nullable(),
  /** What all lines come to, in fen; longer than a number can be. */
  sumFen: z.string(),
  notes: z.array(fileNoteSchema),
  warnings: z.array(fileNoteSchema),
});

/** Of the file as it was checked. */
export type CheckedFigures = z.infer<typeof figuresSchema>;

export interface FilePosting {
  readonly batchId: number;
  readonly kind: 'allocation' | 'settlement';
  readonly number: string;
  readonly postingId: number;
  readonly businessDate: BusinessDate;
  readonly clerk: string;
  readonly second: string;
  readonly fileSha256: string;
  readonly lines: number;
  readonly phase: 'refusals' | 'lines';
  readonly steps: number;
  /** So far. */
  readonly accepted: number;
  readonly rejected: number;
  readonly amountFen: Fen;
  readonly accountDone: number;
  readonly ordinalDone: number;
  readonly ceilingFen: Fen | null;
  readonly figures: CheckedFigures;
  readonly operation: WaitingOperation | null;
}

export interface NewFilePosting {
  readonly batchId: number;
  readonly kind: FilePosting['kind'];
  readonly number: string;
  readonly postingId: number;
  readonly fileSha256: string;
  readonly auditSeq: number;
  readonly lines: number;
  readonly ceilingFen: Fen | null;
  readonly figures: CheckedFigures;
  readonly operation: WaitingOperation | null;
}

export async function beginFilePosting({ query }: Writing, begun: NewFilePosting): Promise<void> {
  const { batchId, operation } = begun;
  const nothingYet = { accepted: 0, rejected: 0, amount_fen: fen(0), state: 'posting' } as const;
  await query
    .insertInto('batch')
    .values({
      id: batchId,
      kind: begun.kind,
      number: begun.number,
      posting_id: begun.postingId,
      file_sha256: begun.fileSha256,
      audit_seq: begun.auditSeq,
      ...nothingYet,
    })
    .execute();
  await query
    .insertInto('file_posting')
    .values({
      batch_id: batchId,
      lines: begun.lines,
      phase: begun.kind === 'allocation' ? 'refusals' : 'lines',
      steps: 0,
      account_done: 0,
      ordinal_done: 0,
      ceiling_fen: begun.ceilingFen,
      figures: JSON.stringify(begun.figures),
      operation_id: operation?.id ?? null,
      operation_verb: operation?.verb ?? null,
      operation_hash: operation?.hash ?? null,
      operation_owner: operation?.owner ?? null,
    })
    .execute();
}

/** Null when there is none, or it is at its end. */
export async function findFilePosting({ query }: Reading, batchId: number): Promise<FilePosting | null> {
  const row = await query
    .selectFrom('file_posting')
    .innerJoin('batch', 'batch.id', 'file_posting.batch_id')
    .innerJoin('posting', 'posting.id', 'batch.posting_id')
    .select(['batch.id', 'batch.kind', 'number', 'posting_id', 'file_sha256', 'accepted', 'rejected', 'amount_fen'])
    .select(['business_date', 'clerk', 'authorised_by'])
    .select(['lines', 'phase', 'steps', 'account_done', 'ordinal_done', 'ceiling_fen', 'figures'])
    .select(['operation_id as id_', 'operation_verb as verb', 'operation_hash as hash', 'operation_owner as owner'])
    .where('batch.id', '=', batchId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { id_: id, verb, hash, owner } = row;
  return {
    batchId: row.id,
    kind: row.kind,
    number: row.number,
    postingId: row.posting_id,
    businessDate: row.business_date,
    clerk: row.clerk,
    second: row.authorised_by ?? '',
    fileSha256: row.file_sha256,
    lines: row.lines,
    phase: row.phase,
    steps: row.steps,
    accepted: row.accepted,
    rejected: row.rejected,
    amountFen: row.amount_fen,
    accountDone: row.account_done,
    ordinalDone: row.ordinal_done,
    ceilingFen: row.ceiling_fen,
    figures: storedJson(figuresSchema, row.figures, 'figures of a posting'),
    operation: id === null || verb === null || hash === null ? null : { id, verb, hash, owner: owner ?? '' },
  };
}

/** In the order in which they were begun. */
export async function filesBeingPosted({ query }: Reading): Promise<number[]> {
  const rows = await query.selectFrom('file_posting').select('batch_id').orderBy('batch_id').execute();
  return rows.map(({ batch_id: id }) => id);
}

/** The batch that this very command has begun, while it is being posted. Throws RefusalError OPERATION_REUSED. */
export async function batchOfOperation(reading: Reading, key: OperationKey): Promise<number | null> {
  const row = await reading.query
    .selectFrom('file_posting')
    .select(['batch_id', 'operation_verb as verb', 'operation_hash as hash', 'operation_owner as owner'])
    .where('operation_id', '=', key.id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { verb, hash, owner } = row;
  await refuseOtherOperation(reading, { id: key.id, verb: verb ?? '', hash: hash ?? '', owner }, key);
  return row.batch_id;
}

/** What one step has settled. */
export interface Settled {
  readonly accepted: number;
  readonly refused: readonly RefusedLine[];
  /** What the accepted ones move the holders by, signed. */
  readonly holdersFen: Fen;
  readonly accountDone: number;
  readonly ordinalDone: number;
  readonly phase: FilePosting['phase'];
}

const CONTROL = { allocation: 'fund-clearing', settlement: 'institution-settlement' } as const;

/** Balances the step, keeps its refused lines, and moves the posting on; answers how far it is then. */
export async function moveOn(writing: Writing, posting: FilePosting, settled: Settled): Promise<FilePosting> {
  const { query } = writing;
  const { batchId, kind, postingId } = posting;
  const { refused, holdersFen, accountDone, ordinalDone, phase } = settled;
  const steps = posting.steps + 1;
  if (holdersFen !== 0) await closePosting(writing, postingId, CONTROL[kind], holdersFen, steps);
  insertRefusedLines(writing, batchId, refused);
  const accepted = posting.accepted + settled.accepted;
  const rejected = posting.rejected + refused.length;
  const amountFen = fen(posting.amountFen + (kind === 'allocation' ? holdersFen : 0 - holdersFen));
  await query
    .updateTable('batch')
    .set({ accepted, rejected, amount_fen: amountFen })
    .where('id', '=', batchId)
    .execute();
  const moved = await query
    .updateTable('file_posting')
    .set({ steps, phase, account_done: accountDone, ordinal_done: ordinalDone })
    .where('batch_id', '=', batchId)
    .where('steps', '=', posting.steps)
    .executeTakeFirst();
  if (moved.numUpdatedRows !== 1n) throw new Error(`the posting of batch ${batchId} was moved on by somebody else`);
  return { ...posting, steps, accepted, rejected, amountFen, accountDone, ordinalDone, phase };
}

/** The file is posted; nothing of it changes any more. */
export async function endFilePosting({ query }: Writing, batchId: number, endedSeq: number): Promise<void> {
  await query.updateTable('batch').set({ state: 'posted', ended_seq: endedSeq }).where('id', '=', batchId).execute();
  await query.deleteFrom('file_posting').where('batch_id', '=', batchId).execute();
}
