/** The customer types a PIN at their own window: by finger, numpad and keyboard, and every way it can end. */
import { expect, onTestFinished, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { askedFor } from '../../renderer/gallery/fake/fake-customer.ts';
import { languages } from './at-window.ts';
import { customerAt } from './customer.ts';

const pin = '918273';
const another = '204836';

test.each(languages)('a first one by finger and numpad, twice, and its end is read (%s)', async (language) => {
  const customer = await customerAt(askedFor('first', 'new'), language);
  expect(document.documentElement.lang).toBe(language);
  await expect.element(customer.heading('customer.task.first')).toHaveFocus();
  await customer.isAddressed('张*');
  await customer.isTold(`${customer.t('customer.card')} 621330******0011`);
  await customer.isAsked('new');
  await customer.fitsEveryDisplay();
  const firstOrder = customer.padOrder();
  await customer.tapOnPad(pin);
  await customer.isAsked('repeat');
  const secondOrder = customer.padOrder();
  for (const order of [firstOrder, secondOrder]) expect([...order].sort().join('')).toBe('0123456789');
  await customer.typeOnNumpad(pin);
  await customer.isDone('first', 'receipt');
  await customer.fitsEveryDisplay();
  expect(customer.entered()).toEqual([pin, pin]);
  // Main tells the clerk of each entry's end.
  expect(customer.typing()).toEqual([true, true]);
  await customer.hasReadEnd();
  await customer.press('Enter');
  await customer.isIdle();
});

test.each(languages)('weak ones are refused by their rule, three and it is over (%s)', async (language) => {
  const customer = await customerAt(askedFor('first', 'new'), language);
  customer.program.judgeNext(
    { fault: { kind: 'weak', rule: 'BIRTH_DATE', triesLeft: 2 } },
    { fault: { kind: 'weak', rule: 'RUN', triesLeft: 1 } },
    { fault: { kind: 'weak', rule: 'ALL_EQUAL', triesLeft: 0 }, ended: 'tries' },
  );
  // No blank stands after a Chinese full stop.
  const blank = language === 'en' ? ' ' : '';
  const tries = (count: number): string => `${blank}${customer.t('customer.tries', { count })}`;
  await customer.typeOnNumpad('491231');
  await customer.isWarned(`${customer.t('customer.weak.BIRTH_DATE')}${tries(2)}`);
  await customer.fitsEveryDisplay();
  await customer.typeOnNumpad('765432');
  await customer.isWarned(`${customer.t('customer.weak.RUN')}${tries(1)}`);
  await customer.typeOnNumpad('777777');
  await customer.isToldEnd('tries');
  await customer.fitsEveryDisplay();
});

test.each(languages)('the old one wrong three times, with the count to be seen (%s)', async (language) => {
  const customer = await customerAt(askedFor('change', 'old'), language);
  customer.program.judgeNext(
    { fault: { kind: 'wrong', triesLeft: 2 } },
    { fault: { kind: 'wrong', triesLeft: 1 } },
    { fault: { kind: 'wrong', triesLeft: 0 }, ended: 'locked' },
  );
  await customer.isAsked('old');
  for (const count of [2, 1]) {
    await customer.typeOnNumpad(another);
    await customer.isWarned(customer.t('customer.wrong', { count }));
  }
  await customer.typeOnNumpad(another);
  await customer.isToldEnd('locked');
  await customer.hasReadEnd();
  await customer.press('Escape');
  await customer.isIdle();
});

test('changed: the old one, then another one twice; a slip of the finger is told and starts over', async () => {
  const customer = await customerAt(askedFor('change', 'old'));
  customer.program.judgeNext(
    { step: 'new' },
    { step: 'new', fault: { kind: 'weak', rule: 'PREVIOUS', triesLeft: 2 } },
    { step: 'repeat' },
    { step: 'new', fault: { kind: 'different', triesLeft: 1 } },
  );
  await customer.typeOnNumpad(pin);
  await customer.isAsked('new');
  await customer.typeOnNumpad(pin);
  await customer.isWarned(customer.t('customer.weak.PREVIOUS'));
  await customer.typeOnNumpad(another);
  await customer.isAsked('repeat');
  await customer.typeOnNumpad('204837');
  await customer.isWarned(customer.t('customer.different', { count: 1 }));
  await customer.isAsked('new');
  await customer.typeOnNumpad(another);
  await customer.isAsked('repeat');
  await expect.element(customer.alert).toHaveTextContent('');
  await customer.typeOnNumpad(another);
  await customer.isDone('change', 'receipt');
  expect(customer.entered()).toEqual([pin, pin, another, '204837', another, another]);
});

test('the pad lies in another order for each entry', async () => {
  const customer = await customerAt(askedFor('first', 'new'));
  const weak = { fault: { kind: 'weak', rule: 'ALL_EQUAL', triesLeft: 1 } } as const;
  customer.program.judgeNext(weak, weak);
  const orders = [customer.padOrder()];
  // Chance repeats an order once in 3.6 million.
  for (const typed of ['111111', '222222']) {
    await customer.tapOnPad(typed);
    await customer.isWarned(customer.t('customer.weak.ALL_EQUAL'));
    await customer.hasTyped(0);
    orders.push(customer.padOrder());
  }
  expect(new Set(orders).size).toBe(orders.length);
  expect(customer.entered()).toEqual(['111111', '222222']);
});

test('without mouse or numbers on the keyboard: Tab and Enter reach every key; Backspace and OK too early', async () => {
  const customer = await customerAt(askedFor('first', 'new'));
  await expect.element(customer.heading('customer.task.first')).toHaveFocus();
  const names: string[] = [];
  for (let stop = 0; stop < 14; stop += 1) {
    await customer.press('Tab');
    names.push(document.activeElement?.textContent.trim() ?? '');
  }
  const others = ['customer.erase', 'customer.submit', 'customer.cancel', 'customer.moreTime'] as const;
  expect([...names].sort()).toEqual([...Array.from('0123456789'), ...others.map((key) => customer.t(key))].sort());

  (customer.key('4').element() as HTMLElement).focus();
  await customer.press('Enter', ' ', '7');
  await customer.hasTyped(3);
  await customer.press('Backspace');
  await customer.hasTyped(2);
  (customer.button('customer.submit').element() as HTMLElement).focus();
  await customer.press('Enter');
  await customer.isWarned(customer.t('customer.incomplete'));
  await customer.hasTyped(2);
  expect(customer.entered()).toEqual([]);
  await customer.press('1', '2', '3', '4', '9', '9');
  await customer.hasTyped(6);
  for (let erased = 5; erased >= 0; erased -= 1) {
    await customer.press('Delete');
    await customer.hasTyped(erased);
  }
  expect(customer.typing()).toEqual([true, false]);
});

test('no digit typed is in the page, whatever is looked at', async () => {
  const customer = await customerAt(askedFor('first', 'new'));
  const eights = (): number => document.documentElement.outerHTML.split('8').length;
  const before = eights();
  await customer.press('Numpad8', 'Numpad8', 'Numpad8');
  await customer.hasTyped(3);
  // The pad's own key, sizes and the card are there before and after; three typed digits add none.
  expect(eights()).toBe(before);
});

test('whose time runs out is warned; afterwards it is said, and the next one finds no digit', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  const asked = askedFor('first', 'new');
  const customer = await customerAt(asked);
  const nearlyUp = page.getByText(customer.t('customer.nearlyOver'), { exact: true });
  vi.advanceTimersByTime(44_000);
  await customer.desk.settled();
  // Looked at once: to look until it is so would let the time of this window run on.
  expect(page.getByRole('timer').element().textContent).toBe('0:16');
  expect(nearlyUp.query()).toBeNull();
  vi.advanceTimersByTime(2000);
  await customer.desk.settled();
  expect(nearlyUp.query()).not.toBeNull();
  await customer.press('Numpad1', 'Numpad2');
  await customer.hasTyped(2);
  customer.program.show({ ...asked(), ended: 'timed-out' });
  await customer.isToldEnd('timed-out');
  customer.program.show({ ...asked(), taskId: 'k2' });
  await customer.isAsked('new');
  await customer.hasTyped(0);
});

test('who needs longer has the whole time again, by key and by button, and what was typed stays; not for ever', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  const customer = await customerAt(askedFor('change', 'old', { leftMs: 9000 }));
  const left = () => page.getByRole('timer').element().textContent;
  await customer.press('Numpad1', 'Numpad2');
  expect(left()).toBe('0:09');
  await customer.press('NumpadAdd');
  expect(left()).toBe('1:00');
  await customer.hasTyped(2);
  vi.advanceTimersByTime(50_000);
  await customer.desk.settled();
  expect(left()).toBe('0:10');
  await customer.button('customer.moreTime').click();
  await customer.desk.settled();
  expect(left()).toBe('1:00');
  await customer.hasTyped(2);
  await expect.element(customer.button('customer.moreTime')).not.toBeInTheDocument();
  await customer.press('NumpadAdd');
  expect(customer.program.asked.filter(({ verb }) => verb === 'customer.moreTime')).toHaveLength(2);
});

test('the customer cancels, by key and by button', async () => {
  const asked = askedFor('first', 'new');
  const customer = await customerAt(asked);
  await customer.press('Numpad1', 'Numpad2', 'Escape');
  await customer.isToldEnd('cancelled');
  await customer.hasReadEnd();
  await customer.press('Escape');
  await customer.isIdle();
  customer.program.show({ ...asked(), taskId: 'k2' });
  await customer.hasTyped(0);
  await customer.button('customer.cancel').click();
  await customer.isToldEnd('cancelled');
  await customer.hasReadEnd();
  await customer.button('customer.continue').click();
  await customer.isIdle();
  const cancelled = customer.program.asked.filter(({ verb }) => verb === 'customer.cancel');
  expect(cancelled.map(({ input }) => input)).toEqual(['k1', 'k1', 'k2', 'k2'].map((taskId) => ({ taskId })));
  expect(customer.entered()).toEqual([]);
});
