/** The journal of the open business day: a clerk's own work, and to who answers for the office everybody's. */
import type { JournalLine } from '../../contract/journal/journal-verbs.ts';
import { PAGE_ROWS } from '../../contract/kernel/paging.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import { findByAccountId } from '../account/holder-rows.ts';
import { recordedRefusal } from '../books/audit/recorded-refusal.ts';
import type { Reading } from '../books/books.ts';
import { maskCard, maskName, maskNumbers } from '../numbers/masking.ts';
import { requireOffice } from '../office/office-rows.ts';
import type { Asked } from '../request/asked.ts';
import { readLines, type JournalRow } from './journal-rows.ts';
import { actOf, briefSubject, leadOf } from './journal-rules.ts';

async function list(
  { books, session }: Asked<'journal.list'>,
  input: Input<'journal.list'>,
): Promise<Output<'journal.list'>> {
  const { code, role } = session.clerk;
  return books.read(async (reading) => {
    const { businessDate } = await requireOffice(reading);
    const wanted = { businessDate, clerkCode: role === 'clerk' ? code : null, ...input };
    const rows = readLines(reading, wanted, PAGE_ROWS + 1);
    const items: JournalLine[] = [];
    for (const row of rows.slice(0, PAGE_ROWS)) items.push(await lineOf(reading, row));
    return { businessDate, items, next: rows.length > PAGE_ROWS ? (items.at(-1)?.seq ?? null) : null };
  });
}

async function lineOf(reading: Reading, row: JournalRow): Promise<JournalLine> {
  const { seq, at, actor: clerk, second, outcome, details, subject, accountId } = row;
  const act = actOf(row.name);
  const holder = accountId === null ? null : await findByAccountId(reading, accountId);
  return {
    ...{ seq, at, clerk, second, act, subject: subject === null ? null : maskNumbers(briefSubject(subject)) },
    refusal: recordedRefusal(outcome, details),
    leadsTo: leadOf(act, { isReport: row.isReport === 1, isPaper: row.isPaper === 1 }),
    holder: holder && { name: maskName(holder.name), card: maskCard(holder.card) },
  };
}

export const journalHandlers = { 'journal.list': list };
