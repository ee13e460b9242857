/** The holder's own language and type: at their window, in their visit, and nothing they typed is lost over it. */
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { askedFor } from '../../renderer/gallery/fake/fake-customer.ts';
import { reports } from '../../renderer/gallery/known.ts';
import { languages } from './at-window.ts';
import { customerAt } from './customer.ts';

test('in a visit the window says what is going on, and to whom', async () => {
  const customer = await customerAt(undefined, 'zh-CN', { doing: 'statement' });
  await customer.isTold(customer.t('customer.doing.statement'));
  await expect.element(page.getByRole('banner')).toMatchTextContent('张*');
  await customer.fitsEveryDisplay();
});

test('outside a visit there is nobody to choose', async () => {
  await (await customerAt(undefined)).isIdle();
});

test('another language and large type, with what was typed and the focus as they were', async () => {
  const customer = await customerAt(askedFor('change', 'old'), 'zh-CN', { doing: 'visit' });
  await customer.press('Numpad1', 'Numpad2');
  const size = () => Number.parseFloat(getComputedStyle(customer.heading('customer.task.change').element()).fontSize);
  const before = size();
  await customer.button('customer.largeType').click();
  await customer.desk.settled();
  expect(size()).toBeGreaterThan(before);
  await customer.button('customer.otherLanguage').click();
  await customer.desk.settled();
  expect(document.documentElement.lang).toBe('en');
  await customer.isAsked('old');
  await customer.hasTyped(2);
  await expect.element(customer.heading('customer.task.change')).toHaveFocus();
  const chosen = customer.program.asked.filter(({ verb }) => verb === 'customer.choose');
  expect(chosen.map(({ input }) => input)).toEqual([
    { language: 'zh-CN', largeType: true },
    { language: 'en', largeType: true },
  ]);
});

test('the longest report fits in ordinary type too', async () => {
  const reading = askedFor('acknowledge', 'read', { loss: reports.closed });
  await (await customerAt(reading, 'zh-CN', { doing: 'loss' })).fitsEveryDisplay();
});

test.each(languages)('large type fits every display (%s)', async (language) => {
  const weak = { fault: { kind: 'weak', rule: 'ID_NUMBER', triesLeft: 2 } } as const;
  const typing = await customerAt(askedFor('first', 'new', weak), language, { doing: 'visit', largeType: true });
  await typing.fitsEveryDisplay();
  const reading = askedFor('acknowledge', 'read', { loss: reports.closed });
  await (await customerAt(reading, language, { doing: 'loss', largeType: true })).fitsEveryDisplay();
});

test('a key of the numeric pad chooses the language, another the type; a digit typed stays', async () => {
  const customer = await customerAt(askedFor('change', 'old'), 'zh-CN', { doing: 'visit' });
  await customer.press('Numpad1', 'NumpadSubtract', 'NumpadDivide');
  await customer.hasTyped(1);
  const chosen = customer.program.asked.filter(({ verb }) => verb === 'customer.choose');
  expect(chosen.map(({ input }) => input)).toEqual([
    { language: 'zh-CN', largeType: true },
    { language: 'en', largeType: true },
  ]);
});

test('outside a visit those keys choose nothing', async () => {
  const customer = await customerAt(askedFor('change', 'old'), 'zh-CN');
  await customer.press('NumpadSubtract', 'NumpadDivide');
  expect(customer.program.asked.filter(({ verb }) => verb === 'customer.choose')).toEqual([]);
});

test('a bank that is named stands before its office', async () => {
  await customerAt(askedFor('first', 'new'), 'zh-CN', { bankName: '首都商业银行', doing: 'visit' });
  await expect.element(page.getByRole('banner')).toMatchTextContent(/首都商业银行.*储蓄所/);
});
