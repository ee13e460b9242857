/** The answer to a file that was posted, given again from the books: whenever its sender asks for it. */
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import { batchById } from '../account/posting-rows.ts';
import type { Asked } from '../request/asked.ts';
import { recordDone } from '../request/record.ts';
import type { Ledger, Scope } from '../request/scope.ts';
import { keepsBatchFile, keptBatchFile } from './steps/batch-file-rows.ts';
import { answerFileName, answerPieces, postedVerdict } from './file-answers.ts';

/** Throws RefusalError BATCH_FILE_NOT_KEPT also for a batch there is not. */
async function requireBatch({ books }: Ledger, batchId: number) {
  const batch = await books.read(async (reading) =>
    keepsBatchFile(reading, batchId) ? batchById(reading, batchId) : null,
  );
  if (batch === null) throw new RefusalError('BATCH_FILE_NOT_KEPT');
  return batch;
}

async function postedAnswerName(
  scope: Scope,
  { batchId }: Input<'batch.answerName'>,
): Promise<Output<'batch.answerName'>> {
  const { kind, number } = await requireBatch(scope, batchId);
  return { fileName: answerFileName(kind, number) };
}

async function openPostedAnswer(
  asked: Asked<'batch.openAnswer'>,
  { batchId }: Input<'batch.openAnswer'>,
): Promise<Output<'batch.openAnswer'>> {
  const { kind, number, fileSha256 } = await requireBatch(asked, batchId);
  const verdict = await postedVerdict(asked, kind, number, fileSha256);
  if (verdict === null) throw new Error(`batch ${batchId} is not found by its own number`);
  const details = { accepted: verdict.accepted, rejected: verdict.refused.length, fileReason: null };
  await asked.books.write((writing) => recordDone(writing, asked, { subject: number, details }));
  const pieces = answerPieces(asked, keptBatchFile(asked.books, batchId), verdict);
  return { answerId: asked.answers.open(asked.session.hash, { pieces }) };
}

export const postedAnswersHandlers = {
  'batch.answerName': postedAnswerName,
  'batch.openAnswer': openPostedAnswer,
};
