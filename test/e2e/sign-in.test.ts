/** Being locked out holds in the ledger too (docs/rules.md 2); the screens are in test/screens. */
import { demoOffice } from '../../electron/contract/office/demo-office.ts';
import type { WordKey } from '../../renderer/shared/words/word-lists.ts';
import { expect, test } from './support/counter-test.ts';
import type { Desk } from './support/desk.ts';

type DemoClerk = (typeof demoOffice.clerks)[0];
const [clerk, supervisor, administrator] = demoOffice.clerks as [DemoClerk, DemoClerk, DemoClerk];

test('five wrong passwords lock a clerk, and two persons unlock where the clerk sits', async ({ desk }) => {
  await expect(desk.field('signIn.code')).toBeFocused();
  await desk.fill('signIn.code', clerk.code);
  await desk.press('Enter');
  const unlock = desk.page.getByRole('heading', { name: desk.t('unlockClerk.title', { code: clerk.code }) });
  const password = desk.field('signIn.password');
  const isEmptied = () =>
    password.evaluateAll((fields) => fields.every((field) => 'value' in field && field.value === ''));
  let judged = 0;
  while (!(await unlock.isVisible())) {
    await desk.fill('signIn.password', `wrong-${judged}`);
    await desk.press('Enter');
    await expect.poll(isEmptied).toBe(true);
    const tooSoon = desk.page.getByRole('timer');
    if (!(await tooSoon.isVisible())) judged += 1;
    // The window counts down what the ledger said; then the next try is taken.
    await expect(tooSoon).toBeHidden({ timeout: 10_000 });
  }
  expect(judged).toBe(5);
  // The locked clerk is none of the two.
  await typeInto(desk, [
    ['unlockClerk.code', clerk.code],
    ['unlockClerk.password', clerk.password],
    ['unlockClerk.otherCode', administrator.code],
    ['unlockClerk.otherPassword', administrator.password],
  ]);
  await desk.isRefused('SECOND_PERSON_SAME', { clerkCode: clerk.code });
  await typeInto(desk, [
    ['unlockClerk.code', supervisor.code],
    ['unlockClerk.password', supervisor.password],
    ['unlockClerk.otherPassword', administrator.password],
  ]);
  await desk.isTold(desk.t('unlockClerk.done', { code: clerk.code }));
  await desk.fill('signIn.password', clerk.password);
  await desk.press('Enter');
  await expect(desk.page.getByRole('main', { name: desk.t('task.visit') })).toBeVisible();
});

async function typeInto(desk: Desk, fields: readonly (readonly [WordKey, string])[]): Promise<void> {
  for (const [label, text] of fields) {
    await desk.fill(label, text);
    await desk.press('Enter');
  }
}
