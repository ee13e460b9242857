/** The statement: what the screen says, the paper says too, line by line (docs/rules.md 1, docs/screens.md 3 F3). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fenOf, yuanOf } from './support/amounts.ts';
import { expect, test } from './support/counter-test.ts';
import type { Desk } from './support/desk.ts';
import { busiest, endsInX } from './support/holders.ts';
import { pageCount, pdfText, plainLines } from './support/paper.ts';
import { closeSaveDialogs } from './support/saving.ts';
import { shownLines, shownTotals, type StatementLine } from './support/statement-table.ts';

const paperLine = /^\d+ \d{4}-\d\d-\d\d /;

async function save(desk: Desk, folder: string): Promise<string> {
  const number = await documentNumber(desk);
  await desk.press('Control+S');
  const saved = desk.page.getByRole('status').filter({ hasText: `-${number}.pdf` });
  await expect(saved).toBeVisible();
  return join(folder, savedName(await saved.innerText()));
}

/** As the file is offered: office, last four of the card, period, number. */
function savedName(text: string): string {
  return /对账单-0101-尾号\d{4}-\d{8}至\d{8}-S\d+[0-9X]\.\w+/.exec(text)?.[0] ?? '';
}

/** Of the document in the preview: S, office, business day, sequence, check character. */
async function documentNumber(desk: Desk): Promise<string> {
  const text = await desk.page.getByText(/^\S+ S0101\d+[0-9X]$/).innerText();
  return text.split(' ').at(-1) ?? '';
}

/** The line as the paper has it, with one blank between all parts. */
function onPaper({ date, time, kind, place, reference, amount, balance }: StatementLine, at: number): RegExp {
  const escaped = [place, reference, amount, balance].map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const [where, ref, sum, left] = escaped;
  return new RegExp(`^${at + 1} ${date} ${time ?? '—'} ${kind}( .*)? ${where}( .*)? (\\S+-)?${ref} ${sum} ${left}$`);
}

test('the saved PDF says what the screen says, and in large type the same on more pages', async ({ desk, places }) => {
  await desk.signIn();
  await desk.openVisit(endsInX);
  await desk.openStatement();
  const shown = await shownLines(desk);
  const totals = await shownTotals(desk);
  expect(shown).toHaveLength(endsInX.entries);
  const usual = await save(desk, places.saved);
  const lines = plainLines(pdfText(usual));
  const printed = lines.filter((line) => paperLine.test(line));
  expect(printed).toHaveLength(shown.length);
  for (const [at, line] of shown.entries()) expect(printed[at]).toMatch(onPaper(line, at));
  expect(totals).toEqual({
    [desk.t('statement.opening')]: '0.00',
    [desk.t('statement.allocated')]: yuanOf(endsInX.allocatedFen),
    [desk.t('statement.consumed')]: yuanOf(-endsInX.consumedFen),
    [desk.t('statement.refunded')]: yuanOf(endsInX.refundedFen),
    [desk.t('statement.interest')]: '0.00',
    [desk.t('statement.closing')]: yuanOf(endsInX.closingFen),
  });
  const sums = lines.find((line) => /^(-?[\d,]+\.\d\d ){7}-?[\d,]+\.\d\d$/.test(line))?.split(' ') ?? [];
  const [opening, allocated, consumed, voided, refunded, interest, correction, closing] = sums.map(fenOf);
  expect({ opening, allocated, consumed, interest, correction, closing }).toEqual({
    opening: 0,
    allocated: endsInX.allocatedFen,
    consumed: -endsInX.consumedFen,
    interest: 0,
    correction: 0,
    closing: endsInX.closingFen,
  });
  expect(voided! + refunded!).toBe(endsInX.refundedFen);
  expect(lines.join('\n')).toContain(await documentNumber(desk));

  await desk.press('Alt+L');
  await expect(desk.page.getByRole('checkbox', { name: desk.t('statement.largeType') })).toBeChecked();
  await desk.statementShown();
  await expect(desk.page.getByText(desk.t('pages.position', { page: 1, pages: pageCount(usual) }))).toBeHidden();
  const large = await save(desk, places.saved);
  expect(pageCount(large)).toBeGreaterThan(pageCount(usual));
  const text = plainLines(pdfText(large)).join('\n');
  for (const { date, reference, balance } of shown) {
    for (const part of [date, reference, balance]) expect(text).toContain(part);
  }
  await desk.press('PageDown');
  await desk.isTold(desk.t('pages.position', { page: 2, pages: pageCount(large) }));
});

test('a closed dialog saves nothing, and every other format is saved whole', async ({ desk, places }) => {
  await desk.signIn();
  await desk.openVisit(busiest);
  await desk.openStatement();
  const number = await documentNumber(desk);
  const format = desk.page.getByRole('combobox', { name: desk.t('statement.format') });
  for (const [ending, opening] of [
    ['csv', /^\ufeff序号,记账日期,/],
    ['xml', /^<\?xml .*\n?<Document /],
    ['json', /^\{\n {2}"/],
  ] as const) {
    await desk.tabTo(format);
    await desk.press('ArrowDown', 'Control+S');
    const saved = desk.page.getByRole('status').filter({ hasText: `-${number}.${ending}` });
    await expect(saved).toBeVisible();
    const text = readFileSync(join(places.saved, savedName(await saved.innerText())), 'utf8');
    expect(text).toMatch(opening);
    expect(text).toContain('P000005790');
  }
  await closeSaveDialogs(desk.app);
  await desk.press('Control+S');
  await desk.isTold(desk.t('statement.notSaved'));
});
