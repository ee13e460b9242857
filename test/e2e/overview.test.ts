/** The overview in English: every figure against the books, the lines behind it, and what is printed (docs/screens.md, Overview). */
import { join } from 'node:path';
import { fenOf, yuanOf } from './support/amounts.ts';
import { expect, test } from './support/counter-test.ts';
import type { Desk } from './support/desk.ts';
import { reportFormally } from './support/loss-desk.ts';
import { auditRecord } from './support/office-record.ts';
import { bookedEntries, officeWithInterest, SAVERS, TODAY, type BookedEntry } from './support/office-with-interest.ts';
import { pdfText, plainLines } from './support/paper.ts';
import { startPrintService, type PrintService } from './support/print-service.ts';

const [, holder] = SAVERS;
let service: PrintService;

test.beforeEach(async () => {
  service = await startPrintService();
});
test.afterEach(async () => {
  await service.stop();
});

const KINDS = ['allocation', 'consumption', 'refund', 'interest'] as const;
type Kind = (typeof KINDS)[number];

const MONTHS = Array.from({ length: 12 }, (_, at) => new Date(Date.UTC(2023, 3 + at, 1)).toISOString().slice(0, 7));

interface Sum {
  readonly entries: number;
  readonly amountFen: number;
}

const NOTHING: Sum = { entries: 0, amountFen: 0 };

/** Added up here, line by line. */
function sumOf(entries: readonly BookedEntry[]): Sum {
  return entries.reduce<Sum>(
    (sum, { amountFen }) => ({ entries: sum.entries + 1, amountFen: sum.amountFen + amountFen }),
    NOTHING,
  );
}

const isIn =
  (month: string, kind: Kind) =>
  (entry: BookedEntry): boolean =>
    entry.date.startsWith(month) && entry.kind === kind;

/** The cells of the shown table, without what is only read aloud. */
async function shownRows(desk: Desk): Promise<readonly (readonly string[])[]> {
  const table = desk.page.locator('.overview-task table');
  await expect(table).toBeVisible();
  return table.locator('tbody tr').evaluateAll((rows) =>
    rows.map((row) =>
      Array.from(row.querySelectorAll('td')).map((cell) => {
        const parts = Array.from(cell.querySelectorAll('.amount, .below'));
        return (parts.length === 0 ? [cell] : parts).map(({ textContent }) => textContent.trim()).join(' ');
      }),
    ),
  );
}

const figures = (desk: Desk) => desk.page.locator('.overview-task table [data-row]');

/** The lines behind the figure that has the focus; Escape leads back to it. */
async function linesBehind(desk: Desk, named: string): Promise<readonly (readonly string[])[]> {
  await desk.press('Enter');
  const behind = desk.page.getByRole('heading', { name: desk.t('overview.behind', { figure: named }), exact: true });
  await expect(behind).toBeFocused();
  const lines = await shownRows(desk);
  await desk.isTold(desk.t('overview.linesFound', { count: String(lines.length) }));
  await desk.press('Escape');
  return lines;
}

/** The last two cells of a line are its entries and its amount. */
function totalOf(lines: readonly (readonly string[])[]): Sum {
  return lines.reduce<Sum>(
    (sum, line) => ({
      entries: sum.entries + Number(line.at(-2)),
      amountFen: sum.amountFen + fenOf(line.at(-1) ?? ''),
    }),
    NOTHING,
  );
}

/** A month after the other, kind by kind, as the books have them. */
async function movementsAgree(desk: Desk, entries: readonly BookedEntry[], months = MONTHS): Promise<void> {
  const cell = (month: string, kind: Kind): string => {
    const sum = sumOf(entries.filter(isIn(month, kind)));
    if (sum.entries === 0) return '–';
    return `${yuanOf(sum.amountFen)} ${desk.t('overview.entries', { count: String(sum.entries) })}`;
  };
  const kinds = KINDS.filter((kind) => months.some((month) => entries.some(isIn(month, kind))));
  expect(await shownRows(desk)).toEqual(months.map((month) => [month, ...kinds.map((kind) => cell(month, kind))]));
}

/** Every figure in turn with the arrow keys, and what its lines come to. */
async function eachLeadsOn(desk: Desk, entries: readonly BookedEntry[]): Promise<number> {
  const all = MONTHS.flatMap((month) =>
    KINDS.map((kind) => ({ month, kind, of: entries.filter(isIn(month, kind)) })),
  ).filter(({ of }) => of.length > 0);
  for (const [at, { month, kind, of }] of all.entries()) {
    if (at > 0) await desk.press('ArrowRight');
    const name = `${month} ${desk.t(`overview.kind.${kind}`)}`;
    await expect(figures(desk).nth(at)).toBeFocused();
    await expect(figures(desk).nth(at)).toHaveAttribute('data-row', name);
    const lines = await linesBehind(desk, name);
    expect(totalOf(lines)).toEqual(sumOf(of));
    expect(new Set(lines.map(([date]) => date))).toEqual(new Set(of.map(({ date }) => date)));
    await expect(figures(desk).nth(at)).toBeFocused();
  }
  return all.length;
}

/** What each is owed: the holders' entries there with the sign turned, the largest first. */
function owed(entries: readonly BookedEntry[]) {
  const paid = Map.groupBy(
    entries.filter(({ institution }) => institution !== null),
    ({ institution }) => institution ?? '',
  );
  return [...paid]
    .map(([code, of]) => ({ code, ...sumOf(of) }))
    .map(({ code, entries: count, amountFen }) => ({ code, entries: count, amountFen: -amountFen }))
    .toSorted((one, other) => other.amountFen - one.amountFen);
}

async function institutionsAgree(desk: Desk, entries: readonly BookedEntry[]): Promise<void> {
  await desk.press('Alt+2');
  const all = owed(entries);
  await expect(figures(desk)).toHaveCount(all.length);
  const rows = await shownRows(desk);
  expect(rows.map(([name = '', count, amount]) => [name.split(' ')[0], count, amount])).toEqual(
    all.map(({ code, entries: count, amountFen }) => [code, String(count), yuanOf(amountFen)]),
  );
  for (const [at, { code, ...sum }] of all.entries()) {
    if (at > 0) await desk.press('ArrowDown');
    await expect(figures(desk).nth(at)).toBeFocused();
    expect(totalOf(await linesBehind(desk, code))).toEqual(sum);
  }
}

/** A loss report, from its count to its follow-up and back. */
async function lossLeadsToFollowUp(desk: Desk, number: string): Promise<void> {
  await desk.press('Alt+3');
  await expect(figures(desk)).toHaveCount(1);
  await expect(figures(desk)).toHaveText(/1$/);
  await desk.press('Enter');
  await expect(desk.button(number)).toBeFocused();
  await desk.press('Enter');
  await expect(desk.field('followUp.number')).toHaveValue(number);
  await desk.press('Control+O');
}

/** Of a part whose rows are a name and counts: each column's sum. */
async function counted(desk: Desk, key: string, section: 'refusals' | 'hours'): Promise<readonly number[]> {
  await desk.press(key);
  await expect(desk.page.getByRole('table', { name: desk.t(`overview.section.${section}`) })).toBeVisible();
  await expect(figures(desk).first()).toBeFocused();
  const rows = await shownRows(desk);
  const columns = (rows[0] ?? []).slice(1).keys();
  return [...columns].map((at) => rows.reduce((sum, row) => sum + (Number(row[at + 1]) || 0), 0));
}

async function typesMonths(desk: Desk, first: string, last: string): Promise<void> {
  await desk.press('Alt+9');
  await desk.fill('overview.firstMonth', first);
  await desk.press('Enter');
  await desk.fill('overview.lastMonth', last);
  await desk.press('Enter');
  await expect(figures(desk).first()).toBeFocused();
}

/** Every sum of the period, and what each institution is owed. */
function isOnPaper(lines: readonly string[], entries: readonly BookedEntry[]): void {
  for (const month of MONTHS) {
    for (const kind of KINDS) {
      const sum = sumOf(entries.filter(isIn(month, kind)));
      if (sum.entries === 0) continue;
      const ending = ` ${sum.entries} ${yuanOf(sum.amountFen)}`;
      expect(lines.filter((line) => line.startsWith(`${month} `) && line.endsWith(ending))).toHaveLength(1);
    }
  }
  for (const { code, entries: count, amountFen } of owed(entries)) {
    const ending = ` ${count} ${yuanOf(amountFen)}`;
    expect(lines.filter((line) => line.startsWith(`${code} `) && line.endsWith(ending))).toHaveLength(1);
  }
}

/** Without its own number, code and time. */
const withoutItsOwn = (lines: readonly string[]): readonly string[] =>
  lines.filter((line) => !/O0101\d+|[0-9A-Z]{4}-[0-9A-Z]{4}|制表 Made/.test(line));

/** Somebody is served, which the overview counts; the clerk who does it does not see it. Answers the loss report's number. */
async function clerkServes(desk: Desk): Promise<string> {
  await desk.signIn('1001');
  await desk.openVisit(holder);
  const number = await reportFormally(desk);
  await desk.savePaper();
  await desk.finishVisit();
  await desk.press('Control+O');
  await desk.isTold(desk.t('overview.supervisorOnly'));
  await expect(desk.page.locator('.overview-task').getByRole('button')).toHaveCount(0);
  await desk.press('Alt+2', 'Control+S');
  await expect(desk.page.locator('.overview-task table')).toHaveCount(0);
  await desk.isAnswered('overview.view', 0);
  await desk.signOut();
  return number;
}

async function opensOverview(desk: Desk, code: '2001' | '9001'): Promise<void> {
  await desk.signIn(code);
  await desk.press('Control+O');
  await expect(figures(desk).first()).toBeFocused();
  await desk.isTold(desk.t('overview.of', { from: `${MONTHS[0]}-01`, until: TODAY }));
}

const FILE = `overview-0101-${MONTHS[0]}-01-${TODAY}.pdf`;

test('a supervisor reads the office in figures that are those of the books, a clerk does not', async ({
  places,
  start,
}, info) => {
  const office = await officeWithInterest(places);
  const entries = await bookedEntries(office);
  await service.addPrinter('Counter-1');
  const desk = await start({ printServer: service.server });
  await desk.page.setViewportSize({ width: 1280, height: 800 });
  await desk.useLanguage('en');
  const number = await clerkServes(desk);
  await desk.enterCredentials('2001', 'not the password');
  await expect(desk.page.getByRole('alert')).toBeVisible();
  await desk.tabTo(desk.field('signIn.code'));

  await opensOverview(desk, '2001');
  await movementsAgree(desk, entries);
  await desk.page.screenshot({ path: info.outputPath('overview.png') });
  expect(await eachLeadsOn(desk, entries)).toBeGreaterThan(4);
  await institutionsAgree(desk, entries);
  await lossLeadsToFollowUp(desk, number);
  const refused = await counted(desk, 'Alt+4', 'refusals');
  const [visits] = await counted(desk, 'Alt+5', 'hours');
  await desk.press('Alt+P');
  await desk.isTold(desk.t('overview.printed'));
  await desk.press('Control+S');
  await desk.isTold(desk.t('overview.saved', { fileName: FILE }));
  await desk.press('Alt+1');
  await typesMonths(desk, '202402', '2024-2');
  await movementsAgree(desk, entries, ['2024-02']);
  await desk.signOut();
  await opensOverview(desk, '9001');
  await movementsAgree(desk, entries);
  await desk.app.close();

  const saved = plainLines(pdfText(join(places.saved, FILE)));
  isOnPaper(saved, entries);
  const [paper = ''] = await service.paper(1);
  expect(withoutItsOwn(plainLines(pdfText(paper)))).toEqual(withoutItsOwn(saved));
  const records = await auditRecord(office);
  expect(refused).toEqual([records.filter(({ outcome }) => outcome !== 'done').length]);
  expect(visits).toBe(records.filter(({ verb, outcome }) => verb === 'visit.open' && outcome === 'done').length);
  const reports = records.filter(({ verb }) => verb === 'overview.report');
  expect(reports.map(({ actor, outcome }) => `${actor} ${outcome}`)).toEqual(['2001 done', '2001 done']);
});
