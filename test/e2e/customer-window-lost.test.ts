/** The customer's window, its display or the ledger goes away in the middle: both windows are clean, nothing is half done. */
import { expect, test } from './support/counter-test.ts';
import {
  clerkHasDisplayBack,
  clerkHearsEnd,
  closeByForce,
  crashPage,
  customerAsked,
  customerAt,
  hangPage,
  looksRight,
  openWindows,
  plug,
  readAtLeisure,
  secondDisplay,
  tasksHeard,
} from './support/customer-desk.ts';
import type { Desk } from './support/desk.ts';
import { busiest } from './support/holders.ts';
import { killHard, ledgerPid } from './support/ledger-process.ts';
import { auditRecord, brokenChecks, type AuditEntry } from './support/office-record.ts';
import type { PreparedOffice } from './support/demo-office.ts';
import { demoOffice } from '../../electron/contract/office/demo-office.ts';

const pin = '918273';

async function visited(desk: Desk): Promise<void> {
  await readAtLeisure(desk.app);
  await desk.signIn();
  await desk.openVisit(busiest);
}

/** What the books say of PIN tasks, once the program is closed. */
async function pinRecord(
  desk: Desk,
  office: PreparedOffice,
): Promise<Pick<AuditEntry, 'verb' | 'outcome' | 'details'>[]> {
  if (!desk.closed) await desk.app.close();
  expect(await brokenChecks(office)).toEqual([]);
  const record = await auditRecord(office);
  return record
    .filter(({ verb }) => /^(customer|pin)\./.test(verb) && verb !== 'customer.beginTask')
    .map(({ verb, outcome, details }) => ({ verb, outcome, details }));
}

async function interruptionsHeard(desk: Desk): Promise<number> {
  return (await tasksHeard(desk)).filter(({ ended }) => ended === 'interrupted').length;
}

const interrupted = { verb: 'customer.endTask', outcome: 'done', details: { how: 'interrupted' } };

test('closed by force, dead or hanging: the task is interrupted each time, and can be asked again', async ({
  desk,
  office,
}) => {
  await visited(desk);
  for (const [before, lose] of [closeByForce, crashPage, hangPage].entries()) {
    const customer = await customerAsked(desk, 'first');
    await customer.hasTyped(0);
    await customer.press('Numpad1', 'Numpad2');
    await lose(desk.app, 'customer');
    await expect.poll(() => interruptionsHeard(desk)).toBe(before + 1);
    await clerkHasDisplayBack(desk);
  }
  const again = await customerAsked(desk, 'first');
  await again.typeTwice(pin);
  await again.handsBack();
  await clerkHasDisplayBack(desk);
  const thrice = [interrupted, interrupted, interrupted];
  expect(await pinRecord(desk, office)).toEqual([...thrice, { verb: 'pin.first', outcome: 'done', details: {} }]);
});

test('the clerk’s page hangs and is ended: nobody is asked in the name of a window that has forgotten', async ({
  desk,
  office,
}) => {
  await visited(desk);
  await customerAsked(desk, 'first');
  await hangPage(desk.app, 'teller');
  await clerkHasDisplayBack(desk);
  expect(await pinRecord(desk, office)).toEqual([interrupted]);
});

test('the ledger is killed in the middle: both windows say so, and it goes on afterwards', async ({ desk, office }) => {
  await visited(desk);
  const customer = await customerAsked(desk, 'first');
  await customer.typeOnNumpad(pin);
  await customer.isAsked('repeat');
  const ledger = await ledgerPid(desk.app);
  killHard(ledger);
  await customer.isToldEnd('interrupted');
  await clerkHearsEnd(desk, 'unknown');
  await desk.isTold(desk.t('ledger.back'));
  await customer.handsBack();
  await clerkHasDisplayBack(desk);
  const again = await customerAsked(desk, 'first');
  await again.isAsked('new');
  await again.typeOnNumpad(pin);
  await again.typeOnNumpad(pin);
  await again.isToldEnd('done');
  expect(await pinRecord(desk, office)).toEqual([
    { verb: 'customer.endTask', outcome: 'PIN_TASK_ENDED', details: {} },
    { verb: 'pin.first', outcome: 'done', details: {} },
  ]);
});

test('quitting with it open ends the program, and the task with a record', async ({ desk, office }) => {
  await visited(desk);
  await (await customerAsked(desk, 'first')).press('Numpad1');
  await desk.app.close();
  expect(await pinRecord(desk, office)).toEqual([interrupted]);
});

test('on a display of its own it stands idle with office and hour, and comes back to that', async ({
  twoDisplayDesk: desk,
  office,
}, info) => {
  await visited(desk);
  const customer = await customerAt(desk);
  await expect(customer.heading(demoOffice.name)).toBeVisible();
  await looksRight(customer, info.outputPath('idle.png'));
  await expect(customer.page.getByRole('time')).toHaveText(/^\d{2}:\d{2}$/);
  const [, idle] = await openWindows(desk.app);
  expect(idle).toMatchObject({ kind: 'customer', visible: true, bounds: secondDisplay.bounds });

  expect((await customerAsked(desk, 'first')).page).toBe(customer.page);
  await looksRight(customer, info.outputPath('asked.png'));
  const [clerk, asked] = await openWindows(desk.app);
  expect([clerk?.enabled, asked?.focused]).toEqual([true, true]);
  await customer.typeOnNumpad(pin);
  await customer.typeOnNumpad(pin);
  await customer.isToldEnd('done');
  await customer.continues();
  await expect(customer.heading(demoOffice.name)).toBeVisible();
  await expect.poll(async () => (await openWindows(desk.app)).map(({ focused }) => focused)).toEqual([true, false]);
  expect(await pinRecord(desk, office)).toEqual([{ verb: 'pin.first', outcome: 'done', details: {} }]);
});

test('digits pressed at the clerk’s window while the customer types reach no page, and lead back to theirs', async ({
  twoDisplayDesk: desk,
}) => {
  await visited(desk);
  const customer = await customerAsked(desk, 'first');
  const heardByClerk = await desk.page.evaluateHandle(() => {
    const heard: string[] = [];
    addEventListener('keydown', ({ key }) => heard.push(key), { capture: true });
    return heard;
  });
  await desk.app.evaluate(({ BrowserWindow }) => {
    const clerk = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().includes('/teller/'));
    clerk?.focus();
    for (const keyCode of ['7', 'num3', 'x', '5']) clerk?.webContents.sendInputEvent({ type: 'keyDown', keyCode });
  });
  await expect.poll(() => heardByClerk.jsonValue()).toEqual(['x']);
  await expect.poll(async () => (await openWindows(desk.app)).map(({ focused }) => focused)).toEqual([false, true]);
  await customer.press('Escape');
  await customer.isToldEnd('cancelled');
  await customer.continues();
  await expect(customer.heading(demoOffice.name)).toBeVisible();
  await desk.press('Digit4');
  await expect.poll(() => heardByClerk.jsonValue()).toEqual(['x', '4']);
});

test('its display is unplugged in the middle: interrupted, and asked again it covers the clerk’s', async ({
  twoDisplayDesk: desk,
  office,
}) => {
  await visited(desk);
  await (await customerAsked(desk, 'first')).press('Numpad1', 'Numpad2');
  await plug(desk.app, []);
  await clerkHearsEnd(desk, 'interrupted');
  await clerkHasDisplayBack(desk);
  const again = await customerAsked(desk, 'first');
  expect((await openWindows(desk.app))[0]).toMatchObject({ kind: 'teller', enabled: false });
  await again.hasTyped(0);
  await again.typeOnNumpad(pin);
  await again.typeOnNumpad(pin);
  await again.isToldEnd('done');
  expect(await pinRecord(desk, office)).toEqual([interrupted, { verb: 'pin.first', outcome: 'done', details: {} }]);
});

test('a display plugged in while the clerk’s is covered is taken afterwards', async ({ desk }) => {
  await visited(desk);
  const covering = await customerAsked(desk, 'first');
  await plug(desk.app, [secondDisplay]);
  await covering.press('Numpad1');
  await covering.hasTyped(1);
  await covering.press('Escape');
  await covering.isToldEnd('cancelled');
  await covering.handsBack();
  await expect
    .poll(async () => (await openWindows(desk.app)).map(({ kind, bounds }) => ({ kind, x: bounds.x })))
    .toEqual([
      { kind: 'teller', x: expect.any(Number) },
      { kind: 'customer', x: secondDisplay.bounds.x },
    ]);
  const customer = await customerAt(desk);
  await expect(customer.heading(demoOffice.name)).toBeVisible();
});

test('its page dies on a display of its own: interrupted, and the sign is back', async ({ twoDisplayDesk: desk }) => {
  await visited(desk);
  const customer = await customerAsked(desk, 'first');
  const crashed = customer.page.waitForEvent('crash');
  await crashPage(desk.app, 'customer');
  await crashed;
  await clerkHearsEnd(desk, 'interrupted');
  await expect
    .poll(() =>
      desk.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()
          .find(({ webContents }) => webContents.getURL().includes('/customer/'))
          ?.webContents.executeJavaScript("document.querySelector('h1')?.textContent ?? ''"),
      ),
    )
    .toBe(demoOffice.name);
});

test('closing the clerk’s window ends the program, though the customer’s stands', async ({ twoDisplayDesk: desk }) => {
  await visited(desk);
  await customerAt(desk);
  const closed = desk.app.waitForEvent('close');
  await desk.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()
      .find(({ webContents }) => webContents.getURL().includes('/teller/'))
      ?.close();
  });
  await closed;
  expect(desk.closed).toBe(true);
});

test('the customer’s window has its own bridge, which asks nothing of the clerk’s, and the other way round', async ({
  desk,
}) => {
  await visited(desk);
  const { page } = await customerAsked(desk, 'first');
  type Loose = (verb: unknown, input: unknown) => Promise<unknown>;
  const refused = { ok: false, error: { code: 'NOT_ALLOWED_HERE' } };
  for (const verb of [
    'visit.current',
    'session.current',
    'customer.ask',
    'customer.takeEntry',
    'office.status',
    'program.info',
  ]) {
    expect(
      await page.evaluate((asked) => (window.medicardCustomer.invoke as Loose)(asked, {}), verb),
      verb,
    ).toMatchObject(refused);
  }
  const entry = { taskId: 'x', step: 'new', pin };
  for (const verb of [
    'customer.enterPin',
    'customer.cancel',
    'customer.typing',
    'customer.screen',
    'customer.takeEntry',
  ]) {
    expect(
      await desk.page.evaluate(([asked, input]) => (window.medicard.invoke as Loose)(asked, input), [verb, entry]),
      verb,
    ).toMatchObject(refused);
  }
  const found = await page.evaluate(() => ({
    foreign: ['medicard', 'require', 'process', 'module', 'ipcRenderer'].filter((name) => name in window),
    bridge: Object.keys(window.medicardCustomer).sort(),
    frozen: Object.isFrozen(window.medicardCustomer),
    opened: window.open('https://example.org/') === null,
  }));
  expect(found).toEqual({ foreign: [], bridge: ['invoke', 'on'], frozen: true, opened: true });
  expect(await desk.page.evaluate(() => 'medicardCustomer' in window)).toBe(false);
  const outside = await page.evaluate(() =>
    fetch('https://example.org/').then(
      () => 'reached',
      () => 'blocked',
    ),
  );
  expect(outside).toBe('blocked');
});
