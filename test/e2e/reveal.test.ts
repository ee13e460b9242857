/** A whole number is shown for a reason, for thirty seconds, and on record (docs/rules.md 2). */
import { expect, test } from './support/counter-test.ts';
import type { Desk } from './support/desk.ts';
import { busiest } from './support/holders.ts';
import { auditRecord } from './support/office-record.ts';

const masked = '621330*********0461';

async function reveal(desk: Desk, reason: string): Promise<void> {
  await desk.press('Alt+R');
  await expect(desk.page.getByRole('radio', { name: desk.t('panel.idNumber') })).toBeFocused();
  await desk.press('ArrowDown', 'Tab');
  await desk.fill('panel.revealReason', reason);
  await desk.press('Enter');
}

test('a card number is revealed with a reason and hides by itself after 30 seconds', async ({ desk, office }) => {
  await desk.signIn();
  await desk.openVisit(busiest);
  await desk.page.clock.install();
  await desk.page.reload();
  await expect(desk.counterPanel).toContainText(masked);
  await reveal(desk, 'card reader failed');
  await expect(desk.counterPanel).toContainText(busiest.card);
  await desk.page.clock.runFor(28_000);
  await expect(desk.counterPanel).toContainText(busiest.card);
  await desk.page.clock.runFor(4_000);
  await expect(desk.counterPanel).toContainText(masked);
  await expect(desk.counterPanel).not.toContainText(busiest.card);
  await desk.app.close();
  const revealed = (await auditRecord(office)).filter(({ verb }) => verb === 'visit.reveal');
  expect(revealed).toEqual([
    expect.objectContaining({
      actor: '1001',
      outcome: 'done',
      details: { field: 'card', reason: 'card reader failed' },
    }),
  ]);
  expect(JSON.stringify(revealed)).not.toContain(busiest.card);
});
