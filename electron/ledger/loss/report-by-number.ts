/** Finds a loss report by its typed number or a form's QR code, in a visit or with the ID number. */
import { RefusalError } from '../../contract/kernel/errors.ts';
import { parseLossNumber } from '../numbers/loss-number.ts';
import { normaliseResidentId } from '../numbers/resident-id.ts';
import type { Reading } from '../books/books.ts';
import { findDocument } from '../paper/document-rows.ts';
import { requireByCardId } from '../account/holder-rows.ts';
import { findLossReport, type LossReport } from './loss-rows.ts';
import { numberOfVoucher } from './voucher-code.ts';
import { lossNumberOfPaper } from './paper/paper-content.ts';
import type { VisitRow } from '../request/visit/visit-rows.ts';

/** A voucher of the holder's own door says its report itself, under the ledger's tag; a form is looked up. */
async function reportNumber(reading: Reading, text: string): Promise<string | null> {
  const voucher = numberOfVoucher(reading, text);
  if (voucher !== null) return voucher;
  const [, paper] = /^MC1\|([^|]+)\|/.exec(text.trim()) ?? [];
  if (paper === undefined) return parseLossNumber(text);
  const document = await findDocument(reading, paper);
  return document === null ? null : lossNumberOfPaper(document);
}

async function reportByNumber(reading: Reading, text: string): Promise<LossReport> {
  const number = await reportNumber(reading, text);
  const report = number === null ? null : await findLossReport(reading, number);
  if (report === null) throw new RefusalError('LOSS_UNKNOWN');
  return report;
}

/** The report an account's holder acts on. Throws RefusalError LOSS_UNKNOWN for another account's. */
export async function reportOfAccount(reading: Reading, accountId: number, number: string): Promise<LossReport> {
  const report = await reportByNumber(reading, number);
  if (report.accountId !== accountId) throw new RefusalError('LOSS_UNKNOWN');
  return report;
}

/** Number and ID number together; one sentence whichever is wrong. Throws RefusalError LOSS_UNKNOWN. */
export async function reportOfPerson(reading: Reading, number: string, idNumber: string): Promise<LossReport> {
  const report = await reportByNumber(reading, number);
  const holder = await requireByCardId(reading, report.cardId);
  if (holder.idNumber !== normaliseResidentId(idNumber)) throw new RefusalError('LOSS_UNKNOWN');
  return report;
}

export interface ReportNumbers {
  readonly number: string;
  readonly idNumber: string | null;
}

/** In the holder's visit, or with number and ID number. Throws RefusalError VISIT_REQUIRED for neither. */
export async function identifiedReport(
  reading: Reading,
  visit: VisitRow | null,
  held: ReportNumbers,
): Promise<LossReport> {
  if (visit !== null) return reportOfAccount(reading, visit.accountId, held.number);
  if (held.idNumber === null) throw new RefusalError('VISIT_REQUIRED');
  return reportOfPerson(reading, held.number, held.idNumber);
}
