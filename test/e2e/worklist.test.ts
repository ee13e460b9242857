/**
 * The clocks of loss reports: counted in the strip, soonest first, followed up with one key
 * (docs/screens.md 2).
 */
import { expect, test } from './support/counter-test.ts';
import { busiest, endsInX } from './support/holders.ts';
import { changeSetting } from './support/office-setting.ts';

test('what lapses today is counted, followed up with Enter, and gone once it is confirmed', async ({
  office,
  start,
}) => {
  await changeSetting(office, 'oralLossDays', 0);
  const desk = await start();
  const strip = desk.page.getByRole('navigation', { name: desk.t('task.label') });
  const counted = (count: number): string => desk.t('task.counted', { task: desk.t('task.worklist'), count });
  await desk.signIn();
  await desk.press('F7');
  await desk.isTold(desk.t('worklist.empty', { key: 'F5' }));
  for (const holder of [busiest, endsInX]) {
    await desk.openVisit(holder);
    await desk.press('F5');
    await expect(desk.page.getByRole('radio', { name: desk.t('loss.object.card') }).first()).toBeFocused();
    await desk.press('5', 'Enter');
    await desk.confirm();
    await expect(desk.page.getByRole('region', { name: desk.t('loss.reported') })).toBeVisible();
    await desk.finishVisit();
  }
  await expect(strip).toContainText(counted(2));

  await desk.press('F7');
  const rows = desk.page.getByRole('region', { name: desk.t('worklist.span.today') }).getByRole('button');
  await expect(rows.first()).toBeFocused();
  await desk.press('ArrowDown');
  await expect(rows.nth(1)).toBeFocused();
  const number = /L\d{16}[0-9A-Z]/.exec(await rows.nth(1).innerText())?.[0] ?? '';
  await desk.press('Enter');
  await expect(desk.field('followUp.number')).toHaveValue(number);
  await desk.fill('visit.idNumber', endsInX.idNumber);
  await desk.press('Enter');
  await desk.isTold(desk.t('followUp.obstacle.no-visit', { key: 'F2' }));

  await desk.openVisit(endsInX);
  await desk.press('F7');
  await expect(rows.first()).toBeFocused();
  await desk.press('ArrowDown');
  await expect(rows.nth(1)).toContainText(number);
  await desk.press('Enter');
  const confirm = desk.button(desk.t('followUp.act.confirm'));
  await expect(confirm).toBeFocused();
  await desk.press('1');
  await expect(desk.page.getByText(desk.t('loss.outlook.confirms', { number }))).toBeVisible();
  await desk.press('Enter');
  await desk.confirm();
  await desk.paperShown();
  await expect(strip).toContainText(counted(1));
  await desk.useLanguage('en');
  await desk.press('F7');
  await expect(desk.page.getByRole('region', { name: desk.t('worklist.span.week') })).toContainText(number);
});
