/** Every screen is announced: axe-core finds nothing on any of them, in either language. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './support/counter-test.ts';
import type { Desk } from './support/desk.ts';
import { busiest } from './support/holders.ts';
import { languages } from './support/words.ts';

async function isAnnounced(desk: Desk, screen: string): Promise<void> {
  // The usual mode opens a second page for the result, which Electron has no place for.
  const { violations } = await new AxeBuilder({ page: desk.page }).setLegacyMode(true).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  expect(found, screen).toEqual([]);
}

for (const language of languages) {
  test(`sign-in, visit, statement and the other tasks (${language})`, async ({ desk }) => {
    await expect(desk.field('signIn.code')).toBeFocused();
    await desk.useLanguage(language);
    await isAnnounced(desk, 'sign-in');
    await desk.signIn();
    await isAnnounced(desk, 'visit');
    await desk.openVisit(busiest);
    await isAnnounced(desk, 'open visit');
    await desk.openStatement();
    await isAnnounced(desk, 'statement');
    await desk.press('F8');
    await expect(desk.heading('monthEnd.title')).toBeVisible();
    await isAnnounced(desk, 'month-end');
    await desk.press('Alt+Q');
    await expect(desk.heading('printQueue.title')).toBeVisible();
    await isAnnounced(desk, 'print queue');
    await desk.press('Alt+C');
    await expect(desk.heading('documentCheck.title')).toBeVisible();
    await isAnnounced(desk, 'document check');
    await desk.press('F1');
    await expect(desk.page.getByRole('dialog')).toBeVisible();
    await isAnnounced(desk, 'help');
  });

  test(`the first run (${language})`, async ({ start }) => {
    const desk = await start();
    await expect(desk.page.getByRole('main')).toBeVisible();
    await desk.useLanguage(language);
    await isAnnounced(desk, 'first run');
  });
}
