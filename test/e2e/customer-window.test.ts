/** The clerk's and the customer's window together, on one display: a PIN is typed at one and heard of at the other. */
import { expect, test } from './support/counter-test.ts';
import {
  abandon,
  clerkHasDisplayBack,
  clerkHeard,
  clerkHearsEnd,
  customerAsked,
  customerAt,
  looksRight,
  openWindows,
  readAtLeisure,
} from './support/customer-desk.ts';
import type { Desk } from './support/desk.ts';
import { busiest } from './support/holders.ts';
import { auditRecord, brokenChecks } from './support/office-record.ts';
import { changeSetting } from './support/office-setting.ts';

const pin = '918273';

/** A clerk with a holder at the counter. */
async function visited(desk: Desk): Promise<void> {
  await readAtLeisure(desk.app);
  await desk.signIn();
  await desk.openVisit(busiest);
}

function pinState(desk: Desk): Promise<string | undefined> {
  return desk.page.evaluate(async () => {
    const visit = await window.medicard.invoke('visit.current', {});
    return visit.ok ? visit.value?.pinState : visit.error.code;
  });
}

test('a first PIN by finger and numpad, twice, over the clerk’s window and back', async ({ desk, office }, info) => {
  await visited(desk);
  const customer = await customerAsked(desk, 'first');
  await expect(customer.heading(customer.t('customer.task.first'))).toBeVisible();
  await expect(customer.page.getByText('621330*********0461')).toBeVisible();
  await customer.isAsked('new');
  await looksRight(customer, info.outputPath('asked.png'));
  const [clerk, own] = await openWindows(desk.app);
  expect(own).toMatchObject({ kind: 'customer', focused: true, fullScreen: true, visible: true });
  expect(clerk).toMatchObject({ kind: 'teller', focused: false, enabled: false });
  expect(own?.processId, 'a process of its own').not.toBe(clerk?.processId);

  await customer.tapOnPad(pin);
  await customer.isAsked('repeat');
  await customer.hasTyped(0);
  await customer.typeOnNumpad(pin);
  await customer.isToldEnd('done');
  await looksRight(customer, info.outputPath('done.png'));
  await clerkHearsEnd(desk, 'done');
  await customer.handsBack();
  await clerkHasDisplayBack(desk);
  expect(await clerkHeard(desk)).toMatchObject([
    { typing: true },
    { task: { step: 'repeat', ended: null } },
    { typing: true },
    { task: { step: 'repeat', ended: 'done' } },
  ]);
  expect(await pinState(desk)).toBe('set');
  await desk.app.close();
  expect(await brokenChecks(office)).toEqual([]);
});

test('nobody types: the time runs out, both windows say so and are clean', async ({ office, start }) => {
  await changeSetting(office, 'pinEntrySeconds', 3);
  const desk = await start();
  await desk.signIn();
  await desk.openVisit(busiest);
  const customer = await customerAsked(desk, 'first');
  await expect(customer.page.getByText(customer.t('customer.nearlyOver'))).toBeVisible();
  await customer.press('Numpad1', 'Numpad2');
  await customer.isToldEnd('timed-out');
  await clerkHearsEnd(desk, 'timed-out');
  await clerkHasDisplayBack(desk);
  expect(await pinState(desk)).toBe('none');
  await desk.app.close();
  const ends = (await auditRecord(office)).filter(({ verb }) => verb === 'customer.endTask');
  expect(ends.map(({ details }) => details)).toEqual([{ how: 'timed-out' }]);
  expect(await brokenChecks(office)).toEqual([]);
});

test('the clerk ends it, locks, finishes the visit or signs out: the customer is asked no longer', async ({
  desk,
  office,
}) => {
  await visited(desk);
  await (await customerAsked(desk, 'first')).press('Numpad1');
  expect(await abandon(desk)).toMatchObject({ ok: true });
  await clerkHearsEnd(desk, 'abandoned');
  await clerkHasDisplayBack(desk);

  await customerAsked(desk, 'first');
  await desk.press('Control+L');
  await expect(desk.field('lock.password')).toBeFocused();
  await clerkHearsEnd(desk, 'abandoned');
  await clerkHasDisplayBack(desk);
  expect(await pinState(desk), 'the ledger is locked too').toBe('SESSION_LOCKED');
  await desk.fill('lock.password', 'demo-clerk-1001');
  await desk.press('Enter');
  await expect(desk.counterPanel).toBeVisible();

  await customerAsked(desk, 'first');
  await desk.press('Control+Enter');
  await desk.nobodyIsThere();
  await clerkHearsEnd(desk, 'abandoned');
  await clerkHasDisplayBack(desk);

  await desk.openVisit(busiest);
  await customerAsked(desk, 'first');
  await desk.page.evaluate(() => window.medicard.invoke('session.signOut', {}));
  await clerkHearsEnd(desk, 'abandoned');
  await clerkHasDisplayBack(desk);
  await desk.app.close();
  const ends = (await auditRecord(office)).filter(({ verb }) => verb === 'customer.endTask');
  expect(ends.map(({ details, outcome }) => [details, outcome])).toEqual(
    Array.from({ length: 4 }, () => [{ how: 'abandoned' }, 'done']),
  );
});

test('a visit names its holder there; their own language and type end with it and are not the clerk’s', async ({
  twoDisplayDesk: desk,
}) => {
  await desk.signIn();
  const customer = await customerAt(desk);
  const { page } = customer;
  await expect(page.getByText(customer.t('customer.welcome'))).toBeVisible();
  await desk.openVisit(busiest);
  await expect(page.getByText(customer.t('customer.doing.visit'))).toBeVisible();
  await expect(page.getByRole('banner')).toHaveText(/\S\*/);
  await expect(page.getByRole('banner')).not.toContainText(busiest.card);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Large type' }).click();
  await expect(page.locator('html.large-type[lang="en"]')).toBeAttached();
  await expect(desk.page.locator(`html[lang="${desk.language}"]:not(.large-type)`)).toBeAttached();
  await desk.press('Control+Enter');
  await desk.nobodyIsThere();
  await expect(page.getByText(customer.t('customer.welcome'))).toBeVisible();
  await expect(page.locator('html.large-type')).toHaveCount(0);
  await expect(page.getByRole('button')).toHaveCount(0);
});
