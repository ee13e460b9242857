/**
 * The last step of every task at the customer's window, struck again and again, held down, or pressed before it was there:
 * it happens once, and what came of it stays to be read.
 */
import { expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import { pinTaskKindSchema } from '../../electron/contract/kernel/vocabulary.ts';
import type { CustomerVerb } from '../../electron/contract/verbs.ts';
import { askedFor } from '../../renderer/gallery/fake/fake-customer.ts';
import { reports } from '../../renderer/gallery/known.ts';
import { stepsOf } from '../../renderer/teller/customer-entry/customer-entry.ts';
import { EarlyKeys, echoMs } from '../early-keys.ts';
import { customerAt, type Customer } from './customer.ts';

const earlyKeys = (): EarlyKeys => new EarlyKeys((event) => cdp().send('Input.dispatchKeyEvent', event));
const times = ({ program }: Customer, verb: CustomerVerb): number =>
  program.asked.filter((asked) => asked.verb === verb).length;

const reading = askedFor('acknowledge', 'read', { loss: reports.formal });

/** Up to the last press, which is Enter. */
async function lastStepOf(kind: (typeof pinTaskKindSchema.options)[number]): Promise<Customer> {
  if (kind === 'acknowledge') {
    const customer = await customerAt(reading);
    await customer.press('Tab');
    await expect.element(customer.button('customer.loss.yes')).toHaveFocus();
    return customer;
  }
  const customer = await customerAt(askedFor(kind, stepsOf[kind].at(-1) ?? 'old'));
  await customer.press(...Array.from('918273', (digit) => `Numpad${digit}`));
  await customer.hasTyped(6);
  return customer;
}

test.each(pinTaskKindSchema.options)('%s: its last Enter, struck twice and held, counts once', async (kind) => {
  const customer = await lastStepOf(kind);
  const early = earlyKeys();
  const verb = kind === 'acknowledge' ? 'customer.acknowledge' : 'customer.enterPin';
  const release = customer.program.holdAnswers([verb]);
  // The end comes before the answer does, and a second press later than an echo may have read it.
  const first = Date.now();
  await customer.press('Enter');
  await early.pressed('Enter', first + echoMs);
  await early.repeated('Enter', 3);
  expect(times(customer, verb)).toBe(1);
  release();
  await early.repeated('Enter', 3);
  const ended = customer.heading(`customer.done.${kind}`);
  await expect.element(ended).toBeVisible();
  await customer.hasReadEnd();
  await early.repeated('Enter', 3);
  await customer.desk.settled();
  await expect.element(ended).toBeVisible();
  expect([times(customer, verb), times(customer, 'customer.cancel')]).toEqual([1, 0]);
  await customer.press('Enter');
  await customer.isIdle();
});

test.each(pinTaskKindSchema.options)('%s: the echo of the last press closes no end that was not read', async (kind) => {
  const customer = await lastStepOf(kind);
  const ended = customer.heading(`customer.done.${kind}`);
  const first = Date.now();
  await customer.press('Enter');
  await expect.element(ended).toBeVisible();
  const early = earlyKeys();
  for (const key of ['Enter', 'Escape'] as const) await early.pressed(key, first + echoMs);
  await customer.desk.settled();
  await expect.element(ended).toBeVisible();
  expect(times(customer, 'customer.cancel')).toBe(0);
});

test('a blank that is held on a button of the pad types one digit', async () => {
  const customer = await customerAt(askedFor('first', 'new'));
  (customer.key('4').element() as HTMLElement).focus();
  const early = earlyKeys();
  await customer.press('Enter');
  await early.repeated('Enter', 3);
  await customer.hasTyped(1);
});

test('a no that is struck twice, by key or by button, leaves what follows from it to be read', async () => {
  const customer = await customerAt(reading);
  const first = Date.now();
  await customer.press('Escape');
  await expect.element(customer.heading('customer.declined')).toBeVisible();
  await earlyKeys().pressed('Escape', first + echoMs);
  await customer.hasReadEnd();
  await customer.press('Escape');
  customer.program.show({ ...askedFor('first', 'new')(), taskId: 'k2' });
  await customer.isAsked('new');
  const release = customer.program.holdAnswers(['customer.cancel']);
  await customer.button('customer.cancel').dblClick();
  release();
  await customer.isToldEnd('cancelled');
  const asked = customer.program.asked.filter(({ verb }) => verb === 'customer.cancel');
  expect(asked.map(({ input }) => input)).toEqual(['k1', 'k1', 'k2'].map((taskId) => ({ taskId })));
});

test('keys from before the screen answer nothing that stands there now', async () => {
  const customer = await customerAt(undefined);
  const early = earlyKeys();
  const before = Date.now();
  customer.program.show(reading());
  await customer.isAsked('read');
  await early.pressed('*', before);
  await early.pressed('Escape', before);
  await customer.desk.settled();
  await customer.isAsked('read');
  customer.program.show({ ...askedFor('first', 'new')(), taskId: 'k2' });
  await customer.isAsked('new');
  for (const key of ['7', 'Escape'] as const) await early.pressed(key, before);
  await customer.desk.settled();
  await customer.hasTyped(0);
  customer.program.show({ ...askedFor('first', 'new', { ended: 'cancelled' })(), taskId: 'k2' });
  await customer.hasReadEnd();
  for (const key of ['Enter', 'Escape'] as const) await early.pressed(key, before);
  await customer.desk.settled();
  await customer.isToldEnd('cancelled');
  expect(customer.program.asked.map(({ verb }) => verb).filter((verb) => verb !== 'customer.screen')).toEqual([]);
});
