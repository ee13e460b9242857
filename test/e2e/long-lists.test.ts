/** Lists of an office's years: one page is drawn, the ledger counts the rest, PageDown turns (docs/screens.md 1). */
import { demoOffice } from '../../electron/contract/office/demo-office.ts';
import { PAGE_ROWS } from '../../electron/contract/kernel/paging.ts';
import { expect, test } from './support/counter-test.ts';
import { throughDoor, type PreparedOffice } from './support/demo-office.ts';
import type { Desk } from './support/desk.ts';
import { busiest } from './support/holders.ts';
import { languages } from './support/words.ts';

const requests = 2_000;

/** A supervisor asks for so many things in one visit. */
async function askMany(office: PreparedOffice): Promise<void> {
  await throughDoor(office, async (door) => {
    const asked = { counter: 'test', operator: 'test' };
    const [, supervisor] = demoOffice.clerks;
    const credentials = { clerkCode: '2001', password: supervisor!.password };
    const entered = await door.answer({ ...asked, verb: 'session.signIn', input: credentials, sessionToken: null });
    const sessionToken = entered.session ?? null;
    const cards = { idNumber: busiest.idNumber, card: busiest.card, networkCheck: 'match-photo' };
    const visit = { operationId: crypto.randomUUID(), ...cards, secondaryDocument: null, agent: null };
    const opened = await door.answer({ ...asked, verb: 'visit.open', input: visit, sessionToken });
    if (!opened.reply.ok) throw new Error(opened.reply.error.code);
    const { visitId } = opened.reply.value as { readonly visitId: string };
    const report = { object: 'password', kind: 'formal', missedSince: null, address: '', phone: null };
    for (let nth = 0; nth < requests; nth += 1) {
      const input = { operationId: crypto.randomUUID(), verb: 'loss.report', input: { visitId, ...report } };
      const made = await door.answer({ ...asked, verb: 'approval.ask', input, sessionToken });
      if (!made.reply.ok) throw new Error(made.reply.error.code);
    }
  });
}

/** Whichever request of a page is chosen: what was asked, and both answers, are in sight. */
async function decidable(desk: Desk): Promise<void> {
  const main = desk.page.getByRole('main');
  for (const answer of ['approvals.approve', 'second.refuse'] as const) {
    await expect(main.getByRole('button', { name: desk.t(answer) })).toBeInViewport({ ratio: 1 });
  }
  await expect(main.getByRole('complementary', { name: desk.t('approvals.chosen') })).toBeInViewport({ ratio: 1 });
}

for (const language of languages) {
  test(`two thousand requests: one page is drawn, all are counted, and deciding goes on page by page (${language})`, async ({
    office,
    start,
  }) => {
    test.slow();
    await askMany(office);
    const desk = await start();
    await desk.useLanguage(language);
    await desk.signIn('9001');
    const counted = (count: number): string => desk.t('task.counted', { task: desk.t('task.approvals'), count });
    await expect(desk.page.getByRole('navigation', { name: desk.t('task.label') })).toContainText(counted(requests));
    await desk.press('F9');
    const rows = desk.page.getByRole('main').getByRole('row');
    const place = (page: string): string => desk.t('pages.place', { page, pages: '40' });
    await desk.isTold(place('1'));
    await expect(rows).toHaveCount(PAGE_ROWS + 1);
    await expect(rows.nth(1).getByRole('button')).toBeFocused();
    await desk.press('PageDown');
    await desk.isTold(place('2'));
    await expect(rows).toHaveCount(PAGE_ROWS + 1);
    await expect(rows.nth(1).getByRole('button')).toBeFocused();
    await decidable(desk);
    await rows.nth(PAGE_ROWS).getByRole('button').focus();
    await decidable(desk);
    await desk.page.screenshot({ path: test.info().outputPath(`approvals-${language}.png`) });
    await desk.press('PageUp');
    await desk.isTold(place('1'));
    await expect(rows.nth(1).getByRole('button')).toBeFocused();
  });
}
