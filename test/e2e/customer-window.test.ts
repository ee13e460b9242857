/** The customer types at their own window: by finger, numpad and keyboard, in both languages, and every way it can end. */
import { expect, test } from './support/counter-test.ts';
import {
  abandon,
  askCustomer,
  clerkHasDisplayBack,
  clerkHeard,
  clerkHearsEnd,
  customerAsked,
  looksRight,
  openWindows,
  readAtLeisure,
} from './support/customer-desk.ts';
import type { Desk } from './support/desk.ts';
import { busiest } from './support/holders.ts';
import { auditRecord, brokenChecks } from './support/office-record.ts';
import { changeSetting } from './support/office-setting.ts';
import { languages } from './support/words.ts';

const pin = '918273';
const another = '204836';
const birthYearMonthDay = busiest.idNumber.slice(8, 14);

/** A clerk with a holder at the counter. */
async function visited(desk: Desk, language: Desk['language'] = 'zh-CN'): Promise<void> {
  await readAtLeisure(desk.app);
  await desk.useLanguage(language);
  await desk.signIn();
  await desk.openVisit(busiest);
}

async function setFirst(desk: Desk): Promise<void> {
  const customer = await customerAsked(desk, 'first');
  await customer.typeOnNumpad(pin);
  await customer.typeOnNumpad(pin);
  await customer.isToldEnd('done');
  await customer.handsBack();
  await clerkHasDisplayBack(desk);
}

function pinState(desk: Desk): Promise<string | undefined> {
  return desk.page.evaluate(async () => {
    const visit = await window.medicard.invoke('visit.current', {});
    return visit.ok ? visit.value?.pinState : visit.error.code;
  });
}

for (const language of languages) {
  test(`a first PIN by finger and numpad, twice, over the clerk's window and back (${language})`, async ({
    desk,
    office,
  }, info) => {
    await visited(desk, language);
    const customer = await customerAsked(desk, 'first');
    await expect(customer.page.locator('html')).toHaveAttribute('lang', language);
    await expect(customer.heading(customer.t('customer.task.first'))).toBeVisible();
    await expect(customer.page.getByText('621330*********0461')).toBeVisible();
    await customer.isAsked('new');
    await looksRight(customer, info.outputPath(`asked-${language}.png`));
    const [clerk, own] = await openWindows(desk.app);
    expect(own).toMatchObject({ kind: 'customer', focused: true, fullScreen: true, visible: true });
    expect(clerk).toMatchObject({ kind: 'teller', focused: false, enabled: false });
    expect(own?.processId, 'a process of its own').not.toBe(clerk?.processId);

    const firstOrder = await customer.padOrder();
    await customer.tapOnPad(pin);
    await customer.isAsked('repeat');
    await customer.hasTyped(0);
    const secondOrder = await customer.padOrder();
    expect([...firstOrder].sort().join('')).toBe('0123456789');
    expect([...secondOrder].sort().join('')).toBe('0123456789');
    await customer.typeOnNumpad(pin);
    await customer.isToldEnd('done');
    await looksRight(customer, info.outputPath(`done-${language}.png`));
    await clerkHearsEnd(desk, 'done');
    await customer.handsBack();
    await clerkHasDisplayBack(desk);
    expect((await clerkHeard(desk)).map(({ task, typing }) => [task.step, typing, task.ended])).toEqual([
      ['new', true, null],
      ['repeat', false, null],
      ['repeat', true, null],
      ['repeat', false, 'done'],
    ]);
    expect(await pinState(desk)).toBe('set');
    await desk.app.close();
    expect(await brokenChecks(office)).toEqual([]);
  });

  test(`weak ones are refused by their rule, three and it is over (${language})`, async ({ desk }, info) => {
    await visited(desk, language);
    const customer = await customerAsked(desk, 'first');
    const tries = (count: number): string => customer.t('customer.tries', { count });
    await customer.typeOnNumpad(birthYearMonthDay);
    await customer.isTold(`${customer.t('customer.weak.BIRTH_DATE')} ${tries(2)}`);
    await looksRight(customer, info.outputPath(`weak-${language}.png`));
    await customer.typeOnNumpad('765432');
    await customer.isTold(`${customer.t('customer.weak.RUN')} ${tries(1)}`);
    await customer.typeOnNumpad('777777');
    await customer.isToldEnd('tries');
    await looksRight(customer, info.outputPath(`tries-${language}.png`));
    await clerkHearsEnd(desk, 'tries');
    const faults = (await clerkHeard(desk)).flatMap(({ task: { fault } }) =>
      fault?.kind === 'weak' ? fault.rule : [],
    );
    expect([...new Set(faults)]).toEqual(['BIRTH_DATE', 'RUN', 'ALL_EQUAL']);
    expect(await pinState(desk)).toBe('none');
  });

  test(`the old PIN wrong three times locks it, with the count to be seen (${language})`, async ({ desk }) => {
    await visited(desk, language);
    await setFirst(desk);
    const customer = await customerAsked(desk, 'change');
    await customer.isAsked('old');
    for (const count of [2, 1]) {
      await customer.typeOnNumpad(another);
      await customer.isTold(customer.t('customer.wrong', { count }));
    }
    await customer.typeOnNumpad(another);
    await customer.isToldEnd('locked');
    await clerkHearsEnd(desk, 'locked');
    await customer.handsBack(() => customer.press('Escape'));
    await clerkHasDisplayBack(desk);
    expect(await pinState(desk)).toBe('locked');
    expect(await askCustomer(desk, 'change')).toMatchObject({ ok: false, error: { code: 'PIN_STATE' } });
  });
}

test('changed: the old one, then another one twice; a slip of the finger is told and starts over', async ({ desk }) => {
  await visited(desk);
  await setFirst(desk);
  const customer = await customerAsked(desk, 'change');
  await customer.typeOnNumpad(pin);
  await customer.isAsked('new');
  await customer.typeOnNumpad(pin);
  await customer.isTold(customer.t('customer.weak.PREVIOUS'));
  await customer.typeOnNumpad(another);
  await customer.isAsked('repeat');
  await customer.typeOnNumpad('204837');
  await customer.isTold(customer.t('customer.different', { count: 1 }));
  await customer.isAsked('new');
  await customer.typeOnNumpad(another);
  await customer.typeOnNumpad(another);
  await customer.isToldEnd('done');
  await clerkHearsEnd(desk, 'done');
  await customer.handsBack();
  await clerkHasDisplayBack(desk);
});

test('the pad lies in another order for each entry', async ({ desk }) => {
  await visited(desk);
  const customer = await customerAsked(desk, 'first');
  const orders = [await customer.padOrder()];
  // The second weak one leaves a try, so the same task shows three orders; chance repeats one in 3.6 million.
  for (const weak of ['111111', '222222']) {
    await customer.tapOnPad(weak);
    await customer.isTold(customer.t('customer.weak.ALL_EQUAL'));
    orders.push(await customer.padOrder());
  }
  expect(new Set(orders).size).toBe(orders.length);
});

test('without mouse or numbers on the keyboard: Tab and Enter reach every key; Backspace and OK too early', async ({
  desk,
}) => {
  await visited(desk);
  const customer = await customerAsked(desk, 'first');
  await expect(customer.heading(customer.t('customer.task.first'))).toBeFocused();
  const names: string[] = [];
  for (let stop = 0; stop < 13; stop += 1) {
    await customer.press('Tab');
    names.push(await customer.page.evaluate(() => document.activeElement?.textContent.trim() ?? ''));
  }
  const others = ['customer.erase', 'customer.submit', 'customer.cancel'] as const;
  expect([...names].sort()).toEqual([...Array.from('0123456789'), ...others.map((key) => customer.t(key))].sort());

  await customer.press('Tab');
  await customer.page.getByRole('button', { name: '4', exact: true }).focus();
  await customer.press('Enter', 'Space', '7');
  await customer.hasTyped(3);
  await customer.press('Backspace');
  await customer.hasTyped(2);
  await customer.button(customer.t('customer.submit')).focus();
  await customer.press('Enter');
  await customer.isTold(customer.t('customer.incomplete'));
  await customer.hasTyped(2);
  await customer.press('Digit1', 'Digit2', 'Digit3', 'Digit4', 'Digit9', 'Digit9');
  await customer.hasTyped(6);
  for (let erased = 5; erased >= 0; erased -= 1) {
    await customer.press('Delete');
    await customer.hasTyped(erased);
  }
  await expect.poll(async () => (await clerkHeard(desk)).map(({ typing }) => typing)).toEqual([true, false]);
});

test('no digit typed is in the page, whatever is looked at', async ({ desk }) => {
  await visited(desk);
  const customer = await customerAsked(desk, 'first');
  const before = await customer.page.content();
  await customer.press('Numpad8', 'Numpad8', 'Numpad8');
  await customer.hasTyped(3);
  const after = await customer.page.content();
  const eights = (text: string): number => text.split('8').length;
  // The pad's own key, sizes and the card are there before and after; three typed digits add none.
  expect(eights(after)).toBe(eights(before));
});

test('nobody types: the time runs out, both windows say so and are clean', async ({ office, start }) => {
  await changeSetting(office, 'pinEntrySeconds', 3);
  const desk = await start();
  await desk.signIn();
  await desk.openVisit(busiest);
  const customer = await customerAsked(desk, 'first');
  await expect(customer.page.getByText(customer.t('customer.leftLittle'))).toBeVisible();
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

test('the customer cancels, by key and by button', async ({ desk }) => {
  await visited(desk);
  const first = await customerAsked(desk, 'first');
  await first.press('Numpad1', 'Numpad2', 'Escape');
  await first.isToldEnd('cancelled');
  await clerkHearsEnd(desk, 'cancelled');
  await first.handsBack(() => first.press('Escape'));
  await clerkHasDisplayBack(desk);
  const second = await customerAsked(desk, 'first');
  await second.hasTyped(0);
  await second.button(second.t('customer.cancel')).click();
  await second.isToldEnd('cancelled');
  await second.handsBack(() => second.button(second.t('customer.continue')).click());
  await clerkHasDisplayBack(desk);
  expect(await pinState(desk)).toBe('none');
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

test('one customer at a time', async ({ desk }) => {
  await visited(desk);
  await customerAsked(desk, 'first');
  expect(await askCustomer(desk, 'first')).toMatchObject({ ok: false, error: { code: 'PIN_TASK_OPEN' } });
});
