/**
 * A posted entry that is wrong is corrected by a linked opposite posting on today's business day, with a reason and before a
 * second person (docs/rules.md 1). The original stays, and no day is opened again.
 */
import { RefusalError } from '../../contract/kernel/errors.ts';
import { yuanGrouped } from '../../contract/kernel/money.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import { refuseClosedAccount } from '../account/account-closing-rows.ts';
import { findEntry, isCorrected, isReturned, postCorrection, type OriginalEntry } from '../account/correction-rows.ts';
import { requireByAccountId, type HolderAccount } from '../account/holder-rows.ts';
import { nextAuditSeq } from '../books/audit/audit-chain.ts';
import type { Reading } from '../books/books.ts';
import { requireOffice } from '../office/office-rows.ts';
import type { Asked } from '../request/asked.ts';
import { answeredOnce } from '../request/operations.ts';
import { recordDone } from '../request/record.ts';
import type { Scope } from '../request/scope.ts';
import type { AskedOfSecond } from '../request/second-of-command.ts';
import type { VisitRow } from '../request/visit/visit-rows.ts';
import { askedOf } from '../second-person/asked-of-second.ts';
import { correctionFault, oppositeOf } from './entry-correction-rules.ts';

type Command = Omit<Input<'entry.correct'>, 'operationId' | 'second'>;

/** Throws what `correctableEntry` throws, or what the second person lacks. */
async function correct(asked: Asked<'entry.correct'>, input: Input<'entry.correct'>): Promise<Output<'entry.correct'>> {
  const { session, visit } = asked;
  return answeredOnce(asked, async (writing) => {
    const second = await asked.second.approver(writing, await entryCorrectionAsked(writing, asked, visit, input));
    const { holder, original } = await correctableEntry(writing, visit, input.seq);
    const { businessDate } = await requireOffice(writing);
    const { reason } = input;
    const people = { clerk: session.clerk.code, second };
    const auditSeq = await nextAuditSeq(writing);
    const posted = await postCorrection(writing, { holder, original, reason, ...people, businessDate, auditSeq });
    const details = { entry: posted.seq, original: original.seq, amountFen: posted.amountFen, reason };
    await recordDone(writing, asked, { second, subject: holder.accountNumber, details });
    return { ...posted, originalSeq: original.seq, businessDate };
  });
}

/** What a second person is asked for; a correction that cannot be posted is not asked for. Throws what `correctableEntry` throws. */
export async function entryCorrectionAsked(
  reading: Reading,
  scope: Scope,
  visit: VisitRow,
  input: Command,
): Promise<AskedOfSecond> {
  const { holder, original } = await correctableEntry(reading, visit, input.seq);
  return askedOf(reading, scope, 'entry.correct', input, {
    ...{ holder, visit, lossNumber: null, subject: holder.accountNumber },
    known: {
      entryKind: original.kind,
      entryDate: original.date,
      entryReference: original.reference,
      amountFen: oppositeOf(original.amountFen),
    },
  });
}

/**
 * Throws RefusalError ACCOUNT_CLOSED, ENTRY_UNKNOWN, ENTRY_IS_CORRECTION, ENTRY_CORRECTED, ENTRY_RETURNED for a payment that was
 * voided or refunded, or CORRECTION_BELOW_ZERO.
 */
async function correctableEntry(
  reading: Reading,
  { accountId }: VisitRow,
  seq: number,
): Promise<{ readonly holder: HolderAccount; readonly original: OriginalEntry }> {
  await refuseClosedAccount(reading, accountId);
  const holder = await requireByAccountId(reading, accountId);
  const { balanceFen } = holder;
  const original = await findEntry(reading, accountId, seq);
  const correctedBefore = await isCorrected(reading, accountId, seq);
  const returned = original !== null && (await isReturned(reading, accountId, original));
  const fault = correctionFault({ original, correctedBefore, returned, balanceFen });
  if (fault !== null) throw new RefusalError(fault, { entry: seq, balance: yuanGrouped(balanceFen) });
  if (original === null) throw new Error('an entry to correct that is not there');
  return { holder, original };
}

export const entryCorrectionHandlers = {
  'entry.correct': correct,
};
