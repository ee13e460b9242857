/** The holder reads what was reported lost, and answers by a key or a button that is meant for it. */
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { askedFor } from '../../renderer/gallery/fake/fake-customer.ts';
import { reports } from '../../renderer/gallery/known.ts';
import { languages } from './at-window.ts';
import { customerAt, type Customer } from './customer.ts';

const reading = askedFor('acknowledge', 'read', { loss: reports.formal });
const answered = ({ program }: Customer) =>
  program.asked.map(({ verb }) => verb).filter((verb) => /acknowledge|cancel/.test(verb));

test.each(languages)('name and object are read before anything can be agreed to (%s)', async (language) => {
  const customer = await customerAt(reading, language);
  await customer.isAsked('read');
  await customer.isAddressed('张*');
  const [name, object] = page.getByRole('definition').elements();
  expect([name?.textContent, object?.textContent]).toEqual(['张*', customer.t('customer.loss.object.card')]);
  await expect.element(customer.heading('customer.task.acknowledge')).toHaveFocus();
  await customer.fitsEveryDisplay();
});

test('keys that nobody meant agree to nothing', async () => {
  const customer = await customerAt(reading);
  await customer.press('Enter', 'Enter', ' ', '1', 'NumpadEnter');
  await customer.isAsked('read');
  expect(answered(customer)).toEqual([]);
});

test.each([[['Tab', 'Enter']], [['NumpadMultiply']]])('yes by %j, and the form follows', async (keys) => {
  const customer = await customerAt(reading);
  await customer.press(...keys);
  await customer.isDone('acknowledge', 'form');
  expect(answered(customer)).toEqual(['customer.acknowledge']);
});

test('no: the clerk is to be told what is not right', async () => {
  const customer = await customerAt(reading);
  await customer.press('Escape');
  await expect.element(customer.heading('customer.declined')).toBeVisible();
  expect(answered(customer)).toEqual(['customer.cancel']);
});
