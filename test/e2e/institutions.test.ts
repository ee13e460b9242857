/** F11, institutions: what two persons change there decides which payments a file of the day settles (docs/rules.md 1). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { localTime, OFFICE_TIME_ZONE, type Instant } from '../../electron/contract/kernel/dates.ts';
import { remedy } from '../../electron/contract/messages/messages.ts';
import { settlementCsv, type Sale } from '../offices/made-up-people.ts';
import { expect, test } from './support/counter-test.ts';
import type { PreparedOffice } from './support/demo-office.ts';
import { passwordOf, type Desk } from './support/desk.ts';
import { auditRecord, brokenChecks } from './support/office-record.ts';
import { bookedEntries, officeWithInterest, SAVERS, TODAY } from './support/office-with-interest.ts';

const [holder] = SAVERS;
const REASON = '医保局通知';
const NAME = '滨江中医医院';

/** Types into each field on the way. */
async function fillIn(desk: Desk, fields: readonly (readonly [Parameters<Desk['field']>[0], string])[]): Promise<void> {
  for (const [label, text] of fields) {
    await desk.fill(label, text);
    await desk.press('Enter');
  }
}

/** The reason, and the second person in place. */
async function authorises(desk: Desk, code: '2001' | '9001' = '2001'): Promise<void> {
  await fillIn(desk, [
    ['administration.reason', REASON],
    ['second.code', code],
    ['second.password', passwordOf(code)],
  ]);
}

const rowOf = (desk: Desk, code: string) =>
  desk.page
    .locator('.institutions-page tbody tr')
    .filter({ has: desk.page.getByRole('button', { name: code, exact: true }) });

async function opensPage(desk: Desk): Promise<void> {
  await desk.press('F11', 'Alt+4');
  await expect(desk.heading('institutions.title')).toBeVisible();
  await expect(desk.page.locator('.institutions-page tbody tr').first().getByRole('button')).toBeFocused();
}

/** Nothing of the page for whoever is no administrator, by F11 or its key. */
async function isNotOffered(desk: Desk): Promise<void> {
  await desk.press('F11', 'Alt+4');
  await desk.isTold(desk.t('administration.administratorOnly'));
  await expect(desk.heading('institutions.title')).toBeHidden();
  await expect(desk.page.locator('.institutions-page')).toHaveCount(0);
}

async function adds(desk: Desk): Promise<void> {
  await desk.press('Alt+N');
  await fillIn(desk, [
    ['institutions.code', 'H0003'],
    ['institutions.name', '滨江医院'],
  ]);
  await desk.fill('institutions.terminals', 'T31;T32');
  await desk.press('Enter');
  // Without a reason nobody can authorise anything, and nobody is their own second person.
  await expect(desk.field('administration.reason')).toBeFocused();
  await desk.press('Enter');
  await desk.isTold(desk.refusal('REASON_REQUIRED'));
  await authorises(desk, '9001');
  await desk.isRefused('SECOND_PERSON_SAME');
  await fillIn(desk, [
    ['second.code', '2001'],
    ['second.password', passwordOf('2001')],
  ]);
  await desk.isTold(desk.t('institutions.added', { code: 'H0003' }));
  await expect(rowOf(desk, 'H0003').getByRole('button')).toBeFocused();
}

/** Its name, and one more terminal. */
async function changes(desk: Desk): Promise<void> {
  await desk.press('Alt+M');
  await desk.fill('institutions.name', NAME);
  await desk.press('Tab', 'Tab');
  await desk.fill('institutions.moreTerminals', 'T33');
  await desk.isTold(
    desk.t('institutions.changeAndAdd', {
      code: 'H0003',
      name: NAME,
      type: desk.t('institutions.types.hospital'),
      terminals: 'T33',
    }),
  );
  await desk.press('Enter');
  await authorises(desk);
  await desk.isTold(desk.t('institutions.changed', { code: 'H0003' }));
  await expect(rowOf(desk, 'H0003')).toContainText(NAME);
  await expect(rowOf(desk, 'H0003')).toContainText('3');
}

/** One terminal of H0001, which is found by its number. */
async function stopsOrResumes(desk: Desk, done: 'stopped' | 'resumed'): Promise<void> {
  await desk.press('Alt+F');
  await desk.fill('institutions.searchField', 'H0001');
  await desk.press('Enter');
  await expect(rowOf(desk, 'H0001').getByRole('button')).toBeFocused();
  await desk.press('Alt+X');
  await desk.fill('institutions.terminal', 'T1');
  const word = done === 'stopped' ? 'stopTerminalSentence' : 'resumeTerminalSentence';
  await desk.isTold(desk.t(`institutions.${word}`, { code: 'H0001', name: '市第一人民医院', terminal: 'T1' }));
  await desk.press('Enter');
  await authorises(desk);
  await desk.isTold(desk.t(`institutions.${done}Terminal`, { code: 'H0001', terminal: 'T1' }));
  await expect(rowOf(desk, 'H0001').getByRole('button')).toBeFocused();
}

/** Of the open business day, as a file has it. */
const at = (timeOfDay: string): string => `${TODAY}${timeOfDay}`.replaceAll(/\D/g, '');
const [EARLY, LATE] = [at('00:00:00'), at('23:59:59')];
/** As it is by the office's own clock. */
const now = (): string => at(localTime(Date.now() as Instant, OFFICE_TIME_ZONE).slice(11));

/** Posts a file of the day as clerk 1001, and answers the lines of its answer with how each was judged. */
async function posts(
  desk: Desk,
  folders: { readonly root: string; readonly saved: string },
  [batch, net]: readonly [string, string],
  sales: readonly Sale[],
  refused: number,
): Promise<readonly string[]> {
  await desk.signIn();
  await desk.receive(folders.root, `${batch}.csv`, settlementCsv(batch, net, sales));
  const summary = desk.page.getByRole('region', { name: desk.t('monthEnd.outcome') });
  await expect(summary).toContainText(batch);
  const rows = desk.page.getByRole('table').locator('tbody tr');
  await expect(rows).toHaveCount(refused);
  for (let row = 0; row < refused; row += 1) {
    await expect(rows.nth(row)).toContainText(remedy(desk.language, 'TERMINAL_UNKNOWN').meaning);
    await expect(rows.nth(row)).toContainText(desk.language === 'en' ? 'or was stopped' : '或当时已停用');
  }
  await desk.authorise();
  const kind = desk.t('monthEnd.kind.settlement');
  const accepted = String(sales.length - refused);
  await desk.isTold(desk.t('monthEnd.done', { kind, accepted, rejected: String(refused) }));
  await desk.press('Control+S');
  const saved = desk.page.getByRole('status').filter({ hasText: /\.csv/ });
  await expect(saved).toBeVisible();
  const [name = ''] = /[\w.-]+\.csv/.exec(await saved.innerText()) ?? [];
  const lines = readFileSync(join(folders.saved, name), 'utf8').trimEnd().split('\r\n').slice(1);
  await desk.signOut();
  return lines.map((line) => {
    const cells = line.split(',');
    return [cells[0], ...cells.slice(-2)].join(' ').trim();
  });
}

const SALE = { card: holder.card, kind: '消费', amount: '10.00', terminal: 'T1' } as const;

/** @param stopped a moment of the stop. */
const salesOfDay = (stopped: string): readonly Sale[] => [
  { ...SALE, reference: 'S1', time: EARLY },
  { ...SALE, reference: 'S2', time: stopped },
  { ...SALE, reference: 'S3', time: LATE },
  { ...SALE, reference: 'S4', time: LATE, terminal: 'T2' },
  { ...SALE, reference: 'S5', time: LATE, institution: 'H0003', terminal: 'T33' },
  { ...SALE, reference: 'S6', time: LATE, kind: '退货', amount: '1.00', original: 'S1' },
];

/** Of each change who made it, who authorised it, and the reason. */
async function changesOnRecord(office: PreparedOffice): Promise<readonly (readonly unknown[])[]> {
  const records = await auditRecord(office);
  return records
    .filter(({ verb, outcome }) => verb.startsWith('institution.') && outcome === 'done')
    .map(({ verb, actor, second, subject, details }) => [verb, actor, second, subject, details['reason']]);
}

test('a terminal is stopped and taken up again, and each payment is judged by its own moment', async ({
  places,
  start,
}, info) => {
  const office = await officeWithInterest(places);
  const desk = await start();
  await desk.page.setViewportSize({ width: 1280, height: 800 });
  for (const code of ['1001', '2001'] as const) {
    await desk.signIn(code);
    await isNotOffered(desk);
    await desk.signOut();
  }
  await desk.signIn('9001');
  await opensPage(desk);
  await adds(desk);
  await changes(desk);
  await stopsOrResumes(desk, 'stopped');
  const stopped = now();
  await expect(desk.page.locator('.terminals li').first()).toHaveText(/^T1 · /);
  await desk.page.screenshot({ path: info.outputPath('institutions.png') });
  await desk.signOut();
  expect(await posts(desk, places, ['QS0002', '49.00'], salesOfDay(stopped), 2)).toEqual([
    'S1 ACCEPTED',
    'S2 REJECTED TERMINAL_UNKNOWN',
    'S3 REJECTED TERMINAL_UNKNOWN',
    'S4 ACCEPTED',
    'S5 ACCEPTED',
    'S6 ACCEPTED',
  ]);

  await desk.useLanguage('en');
  await desk.signIn('9001');
  await opensPage(desk);
  await stopsOrResumes(desk, 'resumed');
  await expect(desk.page.locator('.terminals li').first()).toHaveText('T1');
  await desk.signOut();
  const later = [
    { ...SALE, reference: 'S7', time: stopped },
    { ...SALE, reference: 'S8', time: LATE },
  ];
  const judged = await posts(desk, places, ['QS0003', '20.00'], later, 1);
  expect(judged).toEqual(['S7 REJECTED TERMINAL_UNKNOWN', 'S8 ACCEPTED']);
  await desk.app.close();

  const booked = (await bookedEntries(office)).filter(({ date }) => date === TODAY);
  expect(booked.map(({ institution, amountFen }) => `${institution} ${amountFen}`)).toEqual([
    'H0001 -1000',
    'H0001 -1000',
    'H0003 -1000',
    'H0001 100',
    'H0001 -1000',
  ]);
  expect(await changesOnRecord(office)).toEqual([
    ['institution.add', '9001', '2001', 'H0003', REASON],
    ['institution.change', '9001', '2001', 'H0003', REASON],
    ['institution.stop', '9001', '2001', 'H0001', REASON],
    ['institution.resume', '9001', '2001', 'H0001', REASON],
  ]);
  expect(await brokenChecks(office)).toEqual([]);
});
