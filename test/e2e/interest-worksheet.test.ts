/** The interest worksheet: from its line in the statement, by keys, on paper as the books have it day by day (docs/rules.md 1). */
import { join } from 'node:path';
import { fenOf, yuanOf } from './support/amounts.ts';
import { expect, test } from './support/counter-test.ts';
import { auditRecord, brokenChecks } from './support/office-record.ts';
import { bookedEntries, officeWithInterest, OPENED, SAVERS, SETTLED } from './support/office-with-interest.ts';
import type { BookedEntry } from './support/office-with-interest.ts';
import { pdfText, plainLines } from './support/paper.ts';
import { startPrintService, type PrintService } from './support/print-service.ts';
import { closeSaveDialogs, saveInto } from './support/saving.ts';
import type { Desk } from './support/desk.ts';

const [holder, , withoutMoney] = SAVERS;
let service: PrintService;

test.beforeEach(async () => {
  service = await startPrintService();
});
test.afterEach(async () => {
  await service.stop();
});

interface Stretch {
  readonly from: string;
  readonly to: string;
  readonly days: number;
  readonly currentFen: number;
  readonly demand: number;
  readonly carryOverFen: number;
  readonly carryOver: number;
}

/** The rows of the worksheet, of which every figure is read from the paper. */
function stretchesOn(lines: readonly string[]): readonly Stretch[] {
  return lines.flatMap((line) => {
    const [, from, to, days, current, demand, carried, carryOver] =
      /^(\d{4}-\d\d-\d\d) (\d{4}-\d\d-\d\d) (\d+) (\S+) ([\d.]+) (\S+) ([\d.]+)$/.exec(line) ?? [];
    if (!from || !to || !current || !carried) return [];
    const amounts = { currentFen: fenOf(current), carryOverFen: fenOf(carried) };
    return [{ from, to, days: Number(days), ...amounts, demand: Number(demand), carryOver: Number(carryOver) }];
  });
}

const dayOf = (date: string): number => Date.parse(date) / 86_400_000;

/** What the account came to when the day was over, without the interest of the quarter. */
function balanceFenAt(day: string, entries: readonly BookedEntry[]): number {
  return entries.reduce(
    (sum, { date, kind, amountFen }) => sum + (date <= day && kind !== 'interest' ? amountFen : 0),
    0,
  );
}

/** In yuan, unrounded. */
function reckoned(stretches: readonly Stretch[], what: 'demand' | 'carryOver'): number {
  const of = ({ currentFen, carryOverFen }: Stretch): number => (what === 'demand' ? currentFen : carryOverFen);
  return stretches.reduce((sum, each) => sum + (of(each) * each.days * each[what]) / 100 / 100 / 360, 0);
}

/** Each day of the quarter once, at the balance the books had on it. */
function isByTheBooks(stretches: readonly Stretch[], entries: readonly BookedEntry[]): void {
  expect(stretches.at(0)?.from).toBe(OPENED);
  expect(stretches.at(-1)?.to).toBe(SETTLED);
  for (const [at, { from, to, days, currentFen, carryOverFen }] of stretches.entries()) {
    expect(days).toBe(dayOf(to) - dayOf(from) + 1);
    if (at > 0) expect(dayOf(from)).toBe(dayOf(stretches[at - 1]?.to ?? '') + 1);
    for (const day of [from, to]) expect(currentFen + carryOverFen).toBe(balanceFenAt(day, entries));
  }
}

/** From the statement; the newest interest is chosen by the first press. */
async function opensSheet(desk: Desk): Promise<void> {
  await desk.press('Control+I');
  await desk.isTold(desk.t('statement.chooseInterest', { key: 'Ctrl+I' }));
  const chosen = desk.page.locator('.statement-lines tbody tr[aria-current="true"]');
  await expect(chosen).toContainText(desk.t('statement.kind.interest'));
  await expect(chosen).toBeInViewport();
  await desk.press('Control+I');
  await expect(desk.heading('statement.sheet')).toBeVisible();
  await expect(desk.page.locator('.interest-sheet canvas')).toHaveAttribute('data-shown', 'true');
  await expect(desk.page.locator('.interest-sheet').getByRole('button').first()).toBeFocused();
}

/** Beside its word on the screen. */
function fact(desk: Desk, word: 'sheetPeriod' | 'sheetDemand' | 'sheetCarryOver' | 'sheetAmount'): Promise<string> {
  const term = desk.page.locator('.interest-sheet dt').filter({ hasText: desk.t(`statement.${word}`) });
  return term.locator('xpath=following-sibling::dd[1]').innerText();
}

test('a clerk shows, prints and saves how a quarter of interest was reckoned, and it comes to what the books have', async ({
  places,
  start,
}, info) => {
  const office = await officeWithInterest(places);
  const entries = (await bookedEntries(office)).filter(({ account }) => account === 1);
  const booked = entries.find(({ kind }) => kind === 'interest');
  await service.addPrinter('Counter-1');
  const desk = await start({ printServer: service.server });
  await desk.signIn();
  await desk.openVisit(holder);
  await desk.openStatement();
  await opensSheet(desk);
  await desk.page.setViewportSize({ width: 1280, height: 800 });
  await desk.page.screenshot({ path: info.outputPath('interest-worksheet.png') });

  const [demand, carryOver] = [await fact(desk, 'sheetDemand'), await fact(desk, 'sheetCarryOver')];
  const amount = await fact(desk, 'sheetAmount');
  expect(await fact(desk, 'sheetPeriod')).toBe(`${OPENED} – ${SETTLED}`);
  expect(amount).toBe(yuanOf(booked?.amountFen ?? 0));

  await closeSaveDialogs(desk.app);
  await desk.press('Control+S');
  await desk.isTold(desk.t('statement.notSaved'));
  await desk.press('Enter');
  await desk.isTold(desk.t('statement.sheetPrinted'));
  const [printed = ''] = await service.paper(1);
  await desk.useLanguage('en');
  await expect(desk.heading('statement.sheet')).toBeVisible();
  await saveInto(desk.app, places.saved);
  await desk.press('Control+S');
  const fileName = `interest-JX${SETTLED.replaceAll('-', '')}.pdf`;
  await desk.isTold(desk.t('statement.saved', { fileName }));

  const lines = plainLines(pdfText(join(places.saved, fileName)));
  expect(plainLines(pdfText(printed))).toEqual(lines);
  const stretches = stretchesOn(lines);
  isByTheBooks(stretches, entries);
  expect(reckoned(stretches, 'demand')).toBeCloseTo(Number(demand), 5);
  expect(reckoned(stretches, 'carryOver')).toBeCloseTo(Number(carryOver), 5);
  const together = reckoned(stretches, 'demand') + reckoned(stretches, 'carryOver');
  expect(Math.round(together * 100)).toBe(booked?.amountFen);
  for (const figure of [demand, carryOver, amount]) {
    expect(lines.filter((line) => line.endsWith(` ${figure}`)).length).toBeGreaterThan(0);
  }
  expect(lines.join('\n')).not.toContain(holder.card);

  await desk.press('Escape');
  await expect(desk.heading('statement.title')).toBeVisible();
  await desk.statementShown();
  await desk.finishVisit();
  await desk.openVisit(withoutMoney);
  await desk.openStatement();
  await desk.press('Control+I');
  await desk.isTold(desk.t('statement.noInterest'));
  await desk.app.close();
  const given = (await auditRecord(office)).filter(({ verb }) => verb === 'interest.worksheet');
  expect(given.map(({ actor, subject, outcome }) => [actor, subject, outcome])).toEqual(
    // The one whose dialog was closed was drawn as well.
    Array.from({ length: 3 }, () => ['1001', `JX${SETTLED.replaceAll('-', '')}`, 'done']),
  );
  expect(await brokenChecks(office)).toEqual([]);
});
