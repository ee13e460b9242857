/** The main job from the department's file to a printed statement, with nothing but the keyboard, in both languages. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { yuanGrouped, fen } from '../../electron/contract/kernel/money.ts';
import { demoOffice } from '../../electron/contract/office/demo-office.ts';
import { expect, test } from './support/counter-test.ts';
import { officeFiles } from './support/demo-office.ts';
import { busiest, neighbour } from './support/holders.ts';
import { allocationCsv, goodLine } from './support/month-end-files.ts';
import { pdfText } from './support/paper.ts';
import { languages } from './support/words.ts';

for (const language of languages) {
  test(`from the month's file to a saved statement (${language})`, async ({ desk, places }) => {
    await desk.useLanguage(language);
    await expect(desk.button(demoOffice.clerks[0]!.password)).toBeVisible();
    await desk.press('Alt+1', 'Enter');
    await expect(desk.page.getByRole('main', { name: desk.t('task.visit') })).toBeVisible();
    const file = allocationCsv('YB20250228001', 50_000, [goodLine(1, busiest, 30_000), goodLine(2, neighbour, 20_000)]);
    await desk.receive(places.root, 'allocation-202502.csv', file);
    await desk.fill('second.code', '2001');
    await desk.press('Enter');
    await desk.fill('second.password', demoOffice.clerks[1]!.password);
    await desk.press('Enter');
    await expect(desk.heading('monthEnd.posted')).toBeVisible();
    await desk.openVisit(busiest);
    await desk.press('Enter');
    await desk.statementShown();
    const name = await desk.savePaper();
    expect(pdfText(join(places.saved, name))).toContain(yuanGrouped(fen(busiest.closingFen + 30_000)));
    await desk.press('Control+Enter');
    await desk.nobodyIsThere();
  });
}

test('the language chosen is the one of the next start', async ({ office, start }) => {
  expect(office.folder).not.toBe('');
  const first = await start();
  await expect(first.field('signIn.code')).toBeFocused();
  await first.useLanguage('en');
  await first.app.close();
  const second = await start();
  await expect(second.page.locator('html')).toHaveAttribute('lang', 'en');
});

test('numpad digits and Enter are the same keys', async ({ desk }) => {
  await desk.signIn();
  await desk.fill('visit.idNumber', busiest.idNumber);
  await desk.press('NumpadEnter');
  await desk.fill('visit.card', busiest.card);
  await desk.press('NumpadEnter', 'Shift+Numpad1', 'NumpadEnter');
  await expect(desk.counterPanel).toContainText(busiest.name);
});

test('every file of the demo office went in as its answer sheet says', async ({ desk }) => {
  const { files } = JSON.parse(readFileSync(join(officeFiles, 'expected.json'), 'utf8')) as {
    readonly files: Readonly<Record<string, { readonly batch: string; readonly rejected: readonly unknown[] }>>;
  };
  await desk.signIn();
  await desk.press('F8');
  const rows = desk.page.getByRole('table').locator('tbody tr');
  await expect(rows).toHaveCount(Object.keys(files).length);
  for (const { batch, rejected } of Object.values(files)) {
    const row = rows.filter({ hasText: batch });
    await expect(row.locator('td').last()).toHaveText(String(rejected.length));
  }
});
