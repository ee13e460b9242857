/** The journal: a clerk's own day, a supervisor's whole office, masked, searched and page by page (docs/screens.md, Journal). */
import { expect, test } from 'vitest';
import type { JournalLine } from '../../../../electron/contract/journal/journal-verbs.ts';
import { PAGE_ROWS } from '../../../../electron/contract/kernel/paging.ts';
import type { Input, Output } from '../../../../electron/contract/verbs.ts';
import { appendAudit } from '../../../../electron/ledger/books/audit/audit-chain.ts';
import { maskCard, maskName } from '../../../../electron/ledger/numbers/masking.ts';
import type { LossCounter } from '../../../offices/loss-counter.ts';
import { person } from '../../../offices/made-up-people.ts';
import { lossCounterOfEachTest } from '../../../offices/office-of-each-test.ts';
import { visitOf, type Counter, type Office } from '../../../offices/small-office.ts';

let counter: LossCounter;
let office: Office;
let clerk: Counter;
lossCounterOfEachTest((opened) => ({ counter, office, clerk } = opened));

const everything: Input<'journal.list'> = { text: null, acts: null, before: null };
const journal = (by: Counter, wanted: Partial<Input<'journal.list'>> = {}): Promise<Output<'journal.list'>> =>
  office.must('journal.list', { ...everything, ...wanted }, by);
const acts = ({ items }: { readonly items: readonly JournalLine[] }) => items.map(({ act }) => act);

test('a clerk finds what they did and what was refused, newest first, with the holder masked', async () => {
  await counter.toDay('2024-02-06');
  await counter.visitAgain(0);
  const { number } = await counter.report();
  const unknown = counter.cancelOf('L01012024020600099K');
  const code = await office.codeOf('loss.cancel', unknown, clerk);
  expect(code).not.toBeNull();
  const { businessDate, items, next } = await journal(clerk);
  expect([businessDate, next]).toEqual(['2024-02-06', null]);
  const holder = { name: maskName(person(0).name), card: maskCard(visitOf(0).card) };
  expect(items).toMatchObject([
    { act: 'loss.cancel', clerk: '1001', leadsTo: null, holder, refusal: { code } },
    { act: 'loss.report', clerk: '1001', subject: number, leadsTo: 'report', holder, refusal: null },
    { act: 'visit.open', clerk: '1001', leadsTo: null, holder, refusal: null },
  ]);
  expect(JSON.stringify(items)).not.toContain(person(0).name);
  expect(JSON.stringify(items)).not.toContain(person(0).idNumber);
});

test("a clerk does not find a colleague's work, a supervisor finds both", async () => {
  await counter.toDay('2024-02-06');
  const [colleague, supervisor] = [await office.signIn('1002'), await office.signIn('2001')];
  await office.openVisit(3, colleague);
  await counter.visitAgain(0);
  expect((await journal(colleague)).items.map((line) => line.clerk)).toEqual(['1002']);
  expect((await journal(clerk)).items.map((line) => line.clerk)).toEqual(['1001']);
  expect((await journal(supervisor)).items.map((line) => line.clerk)).toEqual(['1001', '1002']);
  expect((await journal(await office.signIn('9001'))).items).toHaveLength(2);
});

test('yesterday is not in it', async () => {
  await counter.report();
  expect(acts(await journal(clerk))).toContain('loss.report');
  await counter.toDay('2024-02-06');
  expect((await journal(clerk)).items.filter(({ act }) => act !== 'day.close')).toEqual([]);
});

test('is searched by number, account, clerk, and the acts whose words have the text', async () => {
  await counter.toDay('2024-02-06');
  await counter.visitAgain(0);
  const { number } = await counter.report();
  const colleague = await office.signIn('1002');
  await office.openVisit(3, colleague);
  const supervisor = await office.signIn('2001');
  const account = (await journal(clerk)).items.find(({ act }) => act === 'visit.open')?.subject ?? '';
  expect(acts(await journal(clerk, { text: number.slice(-6).toLowerCase() }))).toEqual(['loss.report']);
  expect(acts(await journal(clerk, { text: account }))).toEqual(['loss.report', 'visit.open']);
  expect(acts(await journal(supervisor, { text: '1002' }))).toEqual(['visit.open']);
  expect(acts(await journal(clerk, { text: '挂失', acts: ['loss.report'] }))).toEqual(['loss.report']);
  expect(acts(await journal(clerk, { text: '%' }))).toEqual([]);
});

test('is turned page by page by the line that ends one', async () => {
  await counter.toDay('2024-02-06');
  await office.door.ledger.books.write(async (writing) => {
    for (let at = 0; at < PAGE_ROWS + 5; at += 1)
      await appendAudit(writing, { actor: '1002', verb: 'visit.open', outcome: 'PAIR_MISMATCH', details: { left: 4 } });
  });
  const colleague = await office.signIn('1002');
  const first = await journal(colleague);
  expect(first.items).toHaveLength(PAGE_ROWS);
  const rest = await journal(colleague, { before: first.next });
  expect([rest.items.length, rest.next]).toEqual([5, null]);
  const seqs = [...first.items, ...rest.items].map(({ seq }) => seq);
  expect(seqs).toEqual([...new Set(seqs)].toSorted((one, other) => other - one));
  expect(first.items[0]?.refusal).toEqual({ code: 'PAIR_MISMATCH', details: { left: 4 } });
});
