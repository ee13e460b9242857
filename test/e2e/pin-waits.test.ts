/** An office that lets the new PIN wait (setting `pinResetWaitDays`): the form goes home, the PIN is set later. */
import { businessDate } from '../../electron/contract/kernel/dates.ts';
import { advanceTo } from '../../electron/ledger/day/days.ts';
import { expect, test } from './support/counter-test.ts';
import { customerAt, firstPin, secondDisplay } from './support/customer-desk.ts';
import { throughDoor } from './support/demo-office.ts';
import { busiest } from './support/holders.ts';
import { auditRecord, brokenChecks } from './support/office-record.ts';
import { changeSetting } from './support/office-setting.ts';

test('forgotten today, renewed on the day the form says, before a second person of that day', async ({
  office,
  start,
}) => {
  await changeSetting(office, 'pinResetWaitDays', 2);
  const first = await start({ displays: [secondDisplay] });
  await first.signIn();
  await first.openVisit(busiest);
  await firstPin(first, '918273');
  await first.paperShown();
  await first.press('Escape', '3', 'Enter');
  await first.authorise();
  const waits = first.refusal('PIN_RESET_WAITS', { date: '2025-02-02' });
  await first.isTold(waits);
  await first.paperShown();
  await expect(first.counterPanel).toContainText(first.t('panel.pinState.void'));
  const [number = ''] = /L\d{16}[0-9A-Z]/.exec(await first.page.getByRole('main').innerText()) ?? [];
  await first.press('Enter');
  await expect(first.page.getByRole('status').filter({ hasText: first.t('statement.noPrinter') })).toBeVisible();
  // Asked again on the same day it is the same answer, and no second report.
  await first.press('Escape', 'Enter');
  await first.confirm();
  await first.isTold(waits);
  await first.app.close();

  await throughDoor(office, ({ ledger }) => advanceTo(ledger, businessDate('2025-02-02'), '1001'));
  const later = await start({ displays: [secondDisplay] });
  await later.signIn();
  await later.openVisit(busiest);
  await later.press('F4');
  await expect(later.page.getByRole('radio', { name: later.t('pin.choice.forgotten') })).toBeFocused();
  await expect(later.page.getByText(later.t('pin.continue', { number, date: '2025-02-02' }))).toBeVisible();
  await later.press('Enter');
  await later.confirm();
  await later.authorise();
  const customer = await customerAt(later);
  await customer.isAsked('new');
  await customer.typeTwice('204836');
  await later.isTold(later.t('entry.done.reset'));
  await later.paperShown();
  await expect(later.counterPanel).toContainText(later.t('panel.pinState.set'));
  await later.app.close();

  const record = await auditRecord(office);
  const done = record.filter(({ verb, outcome }) => outcome === 'done' && /^(loss\.report|pin\.reset)$/.test(verb));
  expect(done.map(({ verb, second }) => [verb, second])).toEqual([
    ['loss.report', '2001'],
    ['pin.reset', '2001'],
  ]);
  expect(await brokenChecks(office)).toEqual([]);
});
