/** The main job from the department's file to a printed statement, with nothing but the keyboard. */
import { join } from 'node:path';
import { yuanGrouped, fen } from '../../electron/contract/kernel/money.ts';
import { demoOffice } from '../../electron/contract/office/demo-office.ts';
import { expect, test } from './support/counter-test.ts';
import { busiest, neighbour } from './support/holders.ts';
import { allocationCsv, goodLine } from './support/month-end-files.ts';
import { pdfText } from './support/paper.ts';
import { shownLines } from './support/statement-table.ts';

test('from the month’s file to a saved statement; language and size are those of the next start', async ({
  desk,
  places,
  start,
}) => {
  await desk.useLanguage('en');
  await expect(desk.button(demoOffice.clerks[0]!.password)).toBeVisible();
  await desk.press('Alt+1', 'Enter');
  await expect(desk.page.getByRole('main', { name: desk.t('task.visit') })).toBeVisible();
  const file = allocationCsv('YB20250228001', 50_000, [goodLine(1, busiest, 30_000), goodLine(2, neighbour, 20_000)]);
  await desk.receive(places.root, 'allocation-202502.csv', file);
  await desk.authorise();
  await expect(desk.heading('monthEnd.posted')).toBeVisible();
  await desk.press('F2');
  await desk.fill('visit.idNumber', busiest.idNumber);
  await desk.press('NumpadEnter');
  await desk.fill('visit.card', busiest.card);
  await desk.press('NumpadEnter', 'Shift+Numpad1', 'NumpadEnter');
  await expect(desk.button(desk.t('visit.openStatement'))).toBeFocused();
  await expect(desk.counterPanel).toContainText(yuanGrouped(fen(busiest.closingFen + 30_000)));
  await desk.press('Enter');
  await desk.statementShown();
  const kinds = new Set((await shownLines(desk)).map(({ kind }) => kind));
  const paper = pdfText(join(places.saved, await desk.savePaper()));
  for (const told of [yuanGrouped(fen(busiest.closingFen + 30_000)), ...kinds]) expect(paper).toContain(told);
  await desk.press('Control+Enter');
  await desk.nobodyIsThere();
  const widthOf = (page: typeof desk.page): Promise<number> => page.evaluate(() => window.innerWidth);
  const original = await widthOf(desk.page);
  await desk.press('Control+Equal', 'Control+Equal');
  await expect.poll(() => widthOf(desk.page)).toBe(Math.round(original / 1.25));
  await desk.app.close();
  const next = await start();
  await expect(next.page.locator('html')).toHaveAttribute('lang', 'en');
  await expect.poll(() => widthOf(next.page)).toBe(Math.round(original / 1.25));
});
