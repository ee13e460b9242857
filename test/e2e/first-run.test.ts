/** From nothing to a working office: the demo in one key, or an office of one's own with its recovery sheet. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './support/counter-test.ts';
import { officeFiles } from './support/demo-office.ts';
import type { Desk } from './support/desk.ts';
import { busiest } from './support/holders.ts';
import { pdfText } from './support/paper.ts';
import { closeSaveDialogs, saveInto } from './support/saving.ts';

/** As the office's own answer sheet says. */
const { files } = JSON.parse(readFileSync(join(officeFiles, 'expected.json'), 'utf8')) as {
  readonly files: Readonly<Record<string, { readonly batch: string; readonly rejected: readonly unknown[] }>>;
};

test('one key makes the demo office and its 13 months', async ({ start, places }) => {
  const desk = await start();
  await expect(desk.heading('firstRun.title')).toBeVisible();
  await desk.press('1');
  await desk.isTold(desk.t('firstRun.workingDemo'));
  await expect(desk.field('signIn.code')).toBeFocused({ timeout: 40_000 });
  await desk.signIn();
  await desk.openVisit(busiest);
  await expect(desk.counterPanel).toContainText(busiest.name);
  await desk.press('F8');
  const rows = desk.page.getByRole('table').locator('tbody tr');
  await expect(rows).toHaveCount(Object.keys(files).length);
  for (const { batch, rejected } of Object.values(files)) {
    const row = rows.filter({ hasText: batch });
    await expect(row.locator('td:nth-last-child(2)')).toHaveText(String(rejected.length));
  }
  // The demo lies beside the office that may still be set up here.
  expect(existsSync(join(places.root, 'demo-office', 'office.json'))).toBe(true);
  expect(existsSync(join(places.data, 'office.json'))).toBe(false);
});

async function fillLine(desk: Desk, code: string, name: string, role: number, password: string): Promise<void> {
  await desk.type(code);
  await desk.press('Tab');
  await desk.type(name);
  await desk.press('Tab');
  for (let down = 0; down < role; down += 1) await desk.press('ArrowDown');
  await desk.press('Tab');
  await desk.type(password);
  await desk.press('Tab');
  await desk.type(password);
}

test('an office is set up, its recovery sheet saved, and its clerk signs in', async ({ start, places }) => {
  const desk = await start();
  await expect(desk.heading('firstRun.title')).toBeVisible();
  await desk.press('2');
  await desk.fill('firstRun.officeName', '城东储蓄所');
  await desk.press('Enter');
  await desk.fill('firstRun.officeCode', '02x7');
  await desk.press('Enter');
  await desk.isTold(desk.t('firstRun.codeForm'));
  await desk.fill('firstRun.officeCode', '0217');
  await desk.press('Enter');
  await desk.fill('firstRun.openingDate', '20260105');
  await desk.press('Enter');
  await expect(desk.page.getByText(desk.t('firstRun.clerksExplain'))).toBeVisible();
  await expect(desk.field('firstRun.clerkCode').first()).toBeFocused();
  await desk.press('Control+A');
  await fillLine(desk, '1001', '林芳', 1, 'clerk-password-1');
  await desk.tabTo(desk.field('firstRun.clerkCode').nth(1));
  await fillLine(desk, '2001', '周国强', 2, 'supervisor-password-1');
  await desk.tabTo(desk.field('firstRun.clerkCode').nth(2));
  await fillLine(desk, '9001', '孙丽', 3, 'administrator-password-1');
  await desk.pushButton(desk.t('firstRun.create'));
  await expect(desk.page.getByText(desk.t('firstRun.sheetExplain'))).toBeVisible({ timeout: 20_000 });
  await leaveTooEarly(desk);
  await keepSheet(desk, places.saved);
  await desk.pushButton(desk.t('firstRun.toSignIn'));
  await desk.enterCredentials('1001', 'clerk-password-1');
  await expect(desk.page.getByRole('main', { name: desk.t('task.visit') })).toBeVisible();
  await desk.isTold(desk.t('header.office', { code: '0217' }));
  await desk.isTold(desk.t('header.businessDay', { date: '2026-01-05' }));
  expect(statSync(join(places.keys, keyFile(places.keys))).mode & 0o777).toBe(0o600);
});

async function leaveTooEarly(desk: Desk): Promise<void> {
  await desk.pushButton(desk.t('firstRun.toSignIn'));
  await desk.isTold(desk.t('firstRun.sheetFirst'));
  await closeSaveDialogs(desk.app);
  await desk.pushButton(desk.t('firstRun.sheetSave'));
  await desk.isTold(desk.t('firstRun.sheetNotSaved'));
}

/** The sheet holds the key itself, and no other file but the key file does. */
async function keepSheet(desk: Desk, folder: string): Promise<void> {
  await saveInto(desk.app, folder);
  await desk.pushButton(desk.t('firstRun.sheetSave'));
  await expect(desk.page.getByText(/\.pdf/)).toBeVisible();
  const [sheet = ''] = readdirSync(folder);
  const text = pdfText(join(folder, sheet));
  expect(text).toContain('城东储蓄所');
  expect(statSync(join(folder, sheet)).mode & 0o777).toBe(0o600);
  const keys = join(desk.data, '..', 'keys');
  const key = readFileSync(join(keys, keyFile(keys)), 'utf8').trim();
  const printed = text.toLowerCase().replaceAll(/[\s-]/g, '');
  expect(printed).toContain(key.slice(0, 16));
}

/** The key of the data; beside it lies that of the passwords, and nothing else. */
function keyFile(folder: string): string {
  const files = readdirSync(folder).filter((file) => !file.endsWith('.anchor'));
  const [name = '', pinKey = '', ...others] = files.sort();
  expect([pinKey, ...others]).toEqual([name.replace(/\.key$/, '.pin-key')]);
  return name;
}
