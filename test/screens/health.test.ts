/** The page of health on F11 by keys alone (docs/ledger.md 7 and 8). */
import { expect, test } from 'vitest';
import { clerkAt, languages } from './clerk.ts';

test.each(languages)(
  'Alt+Y verifies the books from the page of health, and what came of it stays there (%s)',
  async (language) => {
    const clerk = await clerkAt({ clerk: '9001' }, language);
    await clerk.press('F11', 'Alt+6');
    await expect.element(clerk.heading('health.title')).toBeVisible();
    await clerk.isTold(clerk.t('health.notProven'));
    await clerk.press('Alt+y');
    await expect
      .element(clerk.main.getByText(clerk.t('health.proven', { at: '2025-02-03 10:30', by: '9001' })).first())
      .toBeVisible();
    expect(clerk.program.asked.filter(({ verb }) => verb === 'health.verify')).toHaveLength(1);
    await expect.element(clerk.main.getByText(clerk.t('health.notProven'))).not.toBeInTheDocument();
  },
);

test('a window asks how the office does again each time the page is opened', async () => {
  const clerk = await clerkAt({ clerk: '9001' });
  await clerk.press('F11', 'Alt+6', 'Alt+5', 'Alt+6');
  await expect.element(clerk.heading('health.title')).toBeVisible();
  expect(clerk.program.asked.filter(({ verb }) => verb === 'health.show')).toHaveLength(2);
});
