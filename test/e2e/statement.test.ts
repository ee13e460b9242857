/** The statement: what the screen says, the paper says too, line by line (docs/rules.md 1, docs/screens.md 3 F3). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { yuanGrouped, fen, parseYuan } from '../../electron/contract/kernel/money.ts';
import { expect, test } from './support/counter-test.ts';
import { postSettlement } from './support/demo-office.ts';
import type { Desk } from './support/desk.ts';
import { busiest, endsInX, rareName } from './support/holders.ts';
import { settlementCsv, writeFile } from './support/month-end-files.ts';
import { pageCount, pdfText, plainLines } from './support/paper.ts';
import { closeSaveDialogs } from './support/saving.ts';
import { shownLines, shownTotals, type StatementLine } from './support/statement-table.ts';
import { languages } from './support/words.ts';

const paperLine = /^\d+ \d{4}-\d\d-\d\d /;

async function save(desk: Desk, folder: string): Promise<string> {
  const number = await documentNumber(desk);
  await desk.press('Control+S');
  await desk.isTold(desk.t('statement.saved', { fileName: `${number}.pdf` }));
  return join(folder, `${number}.pdf`);
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
  return new RegExp(`^${at + 1} ${date} ${time ?? '—'} ${kind}( .*)? ${where}( .*)? ${ref} ${sum} ${left}$`);
}

for (const language of languages) {
  test(`the saved PDF says what the screen says (${language})`, async ({ desk, places }) => {
    await desk.useLanguage(language);
    await desk.signIn();
    await desk.openVisit(endsInX);
    await desk.openStatement();
    const shown = await shownLines(desk);
    const totals = await shownTotals(desk);
    expect(shown).toHaveLength(endsInX.entries);
    const lines = plainLines(pdfText(await save(desk, places.saved)));
    const printed = lines.filter((line) => paperLine.test(line));
    expect(printed).toHaveLength(shown.length);
    const kinds = { 'zh-CN': (kind: string) => kind, en: (kind: string) => `\\S+ ${kind}` };
    for (const [at, line] of shown.entries()) {
      expect(printed[at]).toMatch(onPaper({ ...line, kind: kinds[language](line.kind) }, at));
    }
    const yuan = (amountFen: number): string => yuanGrouped(fen(amountFen));
    expect(totals).toEqual({
      [desk.t('statement.opening')]: '0.00',
      [desk.t('statement.allocated')]: yuan(endsInX.allocatedFen),
      [desk.t('statement.consumed')]: yuan(endsInX.consumedFen),
      [desk.t('statement.refunded')]: yuan(endsInX.refundedFen),
      [desk.t('statement.interest')]: '0.00',
      [desk.t('statement.closing')]: yuan(endsInX.closingFen),
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
  });
}

function fenOf(text: string): number {
  const parsed = parseYuan(text);
  if (!parsed.ok) throw new Error(`not an amount: ${text}`);
  return parsed.amountFen;
}

test('a filter by kind shows those lines alone and clears nothing', async ({ desk, places }) => {
  await desk.signIn();
  await desk.openVisit(busiest);
  await desk.openStatement();
  const everything = await shownLines(desk);
  await desk.tabTo(desk.page.getByRole('checkbox', { name: desk.t('statement.kind.consumption') }));
  await desk.press('Space');
  await desk.statementShown();
  const wanted = everything.filter(({ kind }) => kind !== desk.t('statement.kind.consumption'));
  await expect.poll(() => shownLines(desk)).toEqual(wanted);
  await desk.isTold(desk.t('statement.clearsNone', { unprinted: busiest.entries }));
  const paper = plainLines(pdfText(await save(desk, places.saved)));
  expect(paper.filter((line) => paperLine.test(line))).toHaveLength(wanted.length);
  await expect(desk.counterPanel).toContainText(desk.t('panel.unprintedOf', { n: busiest.entries, gate: 60 }));
});

test('large type says the same on more pages', async ({ desk, places }) => {
  await desk.signIn();
  await desk.openVisit(rareName);
  await desk.openStatement();
  const shown = await shownLines(desk);
  const usual = await save(desk, places.saved);
  await desk.press('Alt+L');
  await expect(desk.page.getByRole('checkbox', { name: desk.t('statement.largeType') })).toBeChecked();
  await desk.statementShown();
  await expect(desk.page.getByText(desk.t('pages.place', { page: 1, pages: pageCount(usual) }))).toBeHidden();
  const large = await save(desk, places.saved);
  expect(pageCount(large)).toBeGreaterThan(pageCount(usual));
  const text = plainLines(pdfText(large)).join('\n');
  for (const { date, reference, balance } of shown) {
    for (const part of [date, reference, balance]) expect(text).toContain(part);
  }
  await desk.press('PageDown');
  await desk.isTold(desk.t('pages.place', { page: 2, pages: pageCount(large) }));
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
    await desk.isTold(desk.t('statement.saved', { fileName: `${number}.${ending}` }));
    const text = readFileSync(join(places.saved, `${number}.${ending}`), 'utf8');
    expect(text).toMatch(opening);
    expect(text).toContain('P000005790');
  }
  await closeSaveDialogs(desk.app);
  await desk.press('Control+S');
  await desk.isTold(desk.t('statement.notSaved'));
});

test('a card at the print gate is warned of, and cleared by its statement', async ({ office, places, start }) => {
  const purchases = 60 - busiest.entries;
  await postSettlement(office, writeFile(places.root, 'gate.csv', settlementCsv('QS20250131901', busiest, purchases)));
  await postSettlement(
    office,
    writeFile(places.root, 'near.csv', settlementCsv('QS20250131902', endsInX, 50 - endsInX.entries)),
  );
  const desk = await start();
  await desk.signIn();
  await desk.openVisit(endsInX);
  await expect(desk.counterPanel).toContainText(desk.t('panel.gateNear', { gate: 60 }));
  await desk.press('Control+Enter');
  await expect(desk.field('visit.idNumber')).toBeFocused();
  await desk.openVisit(busiest);
  await expect(desk.counterPanel).toContainText(desk.t('panel.gateReached', { gate: 60 }));
  await desk.openStatement();
  await desk.isTold(desk.t('statement.clears', { clears: 60, unprinted: 60 }));
  await save(desk, places.saved);
  await expect(desk.counterPanel).toContainText(desk.t('panel.unprintedOf', { n: 0, gate: 60 }));
  await expect(desk.counterPanel).not.toContainText(desk.t('panel.gateReached', { gate: 60 }));
});
