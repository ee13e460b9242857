/** What begins without anybody at the counter, struck again and again: a report by telephone, and the visit itself. */
import { expect, test } from 'vitest';
import { cdp, page } from 'vitest/browser';
import { EarlyKeys } from '../early-keys.ts';
import { clerkAt, zhang } from './clerk.ts';
import { box, times } from './last-press.ts';

test('by telephone, too, a card is reported lost once, and Esc before it reports nothing', async () => {
  const clerk = await clerkAt();
  const early = new EarlyKeys((event) => cdp().send('Input.dispatchKeyEvent', event));
  await clerk.press('F5', 'Alt+t');
  await clerk.fillAll([
    ['visit.idNumber', zhang.idNumber],
    ['visit.name', zhang.name],
    ['visit.phone', '13812345678'],
    ['telephone.password', '731942'],
  ]);
  await box();
  await clerk.press('Escape');
  expect(times(clerk, 'loss.reportByTelephone')).toBe(0);
  await clerk.press('Enter');
  await box();
  const release = clerk.program.holdAnswers(['loss.reportByTelephone']);
  await clerk.press('Enter', 'Enter');
  await early.repeated('Enter', 3);
  release();
  await clerk.desk.settled();
  expect(times(clerk, 'loss.reportByTelephone')).toBe(1);
});

test('a visit is opened once, however often Enter is struck', async () => {
  const clerk = await clerkAt();
  await clerk.fill('visit.idNumber', zhang.idNumber);
  await clerk.press('Enter');
  await clerk.fill('visit.card', zhang.card);
  const release = clerk.program.holdAnswers(['visit.open']);
  await clerk.press('Enter', '1', 'Enter', 'Enter', 'Enter');
  await expect.poll(() => times(clerk, 'visit.open')).toBe(1);
  // The line that says so has the keyboard meanwhile, and no key reaches the fields.
  await expect.element(page.getByRole('status').filter({ hasText: clerk.t('visit.working') })).toHaveFocus();
  release();
  await expect.element(clerk.button('visit.openStatement')).toHaveFocus();
  expect(times(clerk, 'visit.open')).toBe(1);
});
