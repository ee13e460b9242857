/**
 * PINs at the counter: the clerk leads, the holder types, and no digit comes to the clerk's side
 * (docs/rules.md 4).
 */
import { expect, test } from './support/counter-test.ts';
import { customerAt, firstPin } from './support/customer-desk.ts';
import type { Desk } from './support/desk.ts';
import { busiest } from './support/holders.ts';
import { auditRecord, brokenChecks } from './support/office-record.ts';

const pin = '918273';
const another = '204836';
const most = 40;

async function isQueued(desk: Desk): Promise<void> {
  const told = desk.page.getByRole('status').filter({ hasText: desk.t('statement.noPrinter') });
  await expect(told).toBeVisible();
}

test(`a forgotten PIN, from visit to receipt in under ${most} keystrokes of the clerk`, async ({ desk, office }) => {
  await desk.signIn();
  await desk.openVisit(busiest);
  const first = await firstPin(desk, pin);
  await first.handsBack();
  await desk.isTold(desk.t('entry.done.first'));
  await desk.paperShown();
  await expect(desk.counterPanel).toContainText(desk.t('panel.pinState.set'));
  await desk.finishVisit();

  const before = desk.keystrokes;
  await desk.openVisitByReader(busiest);
  await desk.press('F4');
  await expect(desk.page.getByRole('radio', { name: desk.t('pin.choice.change') })).toBeFocused();
  await desk.press('3', 'Enter');
  await desk.authorise();
  const customer = await customerAt(desk);
  await customer.isAsked('new');
  await expect(customer.page.getByText(busiest.card)).toBeHidden();
  await customer.typeOnNumpad(pin);
  await customer.isTold(customer.t('customer.weak.PREVIOUS'));
  await expect(desk.page.getByText(desk.t('entry.weak.PREVIOUS'))).toBeVisible();
  await customer.typeTwice(another);
  await customer.handsBack();
  await desk.isTold(desk.t('entry.done.reset'));
  await desk.paperShown();
  await desk.press('Enter');
  const used = desk.keystrokes - before;
  await isQueued(desk);
  expect(used).toBeLessThan(most);

  await expect(desk.counterPanel).toContainText(desk.t('panel.pinState.set'));
  const shown = await desk.page.content();
  for (const digits of [pin, another]) expect(shown).not.toContain(digits);
  await desk.app.close();
  const record = await auditRecord(office);
  expect(record.find(({ verb }) => verb === 'loss.report')).toMatchObject({ actor: '1001', second: '2001' });
  expect(record.find(({ verb }) => verb === 'pin.reset')).toMatchObject({ actor: '1001', second: '2001' });
  expect(await brokenChecks(office)).toEqual([]);
});
