/** What a receipt says of a change about the holder: new values whole, as the holder signs for them, earlier ones masked. */
import { closingOf } from '../../account/account-closing-rows.ts';
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
  if (verb === 'holder.close')
    return { values: [], document: null, confirmed: false, closing: await closingOf(reading, accountId) };
  const change = await holderChangeOfRecord(reading, seq);
  if (change === null) return null;
  const { before, after, document } = change;
  const values = FIELDS.flatMap((name) => {
    const [was = '', now] = [before[name], after[name]];
    return now === undefined ? [] : [{ name, before: SHOWN_BEFORE[name]?.(was) ?? was, after: now }];
  });
  return { values, document, confirmed: verb === 'holder.contact', closing: null };
}

const FIELDS = ['name', 'idNumber', 'sex', 'phone', 'address'] as const;

const SHOWN_BEFORE: Readonly<Partial<Record<(typeof FIELDS)[number], (value: string) => string>>> = {
  name: maskName,
  idNumber: maskIdNumber,
  phone: maskPhone,
};
