/** What a receipt says of a change about the holder: new values whole, as the holder signs for them, earlier ones masked. */
import { closingOf } from '../../account/account-closing-rows.ts';
import { correctionOfRecord } from '../../account/correction-rows.ts';
import { holderChangeOfRecord } from '../../account/holder-change-rows.ts';
import type { FoundRecord } from '../../books/audit/audit-chain.ts';
import type { Reading } from '../../books/books.ts';
import { maskIdNumber, maskName, maskPhone } from '../../numbers/masking.ts';
import type { ChangeOnPaper } from './loss-paper-view.ts';

/** Null where the record is of no such change. */
export async function changeOnPaper(
  reading: Reading,
  accountId: number,
  { seq, verb }: FoundRecord,
): Promise<ChangeOnPaper | null> {
  const nothing = { values: [], document: null, confirmed: false, closing: null, entry: null };
  if (verb === 'holder.close') return { ...nothing, closing: await closingOf(reading, accountId) };
  if (verb === 'entry.correct') return { ...nothing, entry: await entryOnPaper(reading, seq) };
  const change = await holderChangeOfRecord(reading, seq);
  if (change === null) return null;
  const { before, after, document } = change;
  const values = FIELDS.flatMap((name) => {
    const [was = '', now] = [before[name], after[name]];
    return now === undefined ? [] : [{ name, before: SHOWN_BEFORE[name]?.(was) ?? was, after: now }];
  });
  return { ...nothing, values, document, confirmed: verb === 'holder.contact' };
}

async function entryOnPaper(reading: Reading, auditSeq: number): Promise<ChangeOnPaper['entry']> {
  const correction = await correctionOfRecord(reading, auditSeq);
  if (correction === null) return null;
  const { original, ...posted } = correction;
  const { seq: originalSeq, date: originalDate, kind: originalKind, reference, batch } = original;
  const originalReference = batch === null ? reference : `${batch}-${reference}`;
  return { ...posted, originalSeq, originalDate, originalKind, originalReference };
}

const FIELDS = ['name', 'idNumber', 'sex', 'phone', 'address'] as const;

const SHOWN_BEFORE: Readonly<Partial<Record<(typeof FIELDS)[number], (value: string) => string>>> = {
  name: maskName,
  idNumber: maskIdNumber,
  phone: maskPhone,
};
