/**
 * The last step of every task, struck again and again: it happens once. And the customer who walks away before it: nothing has
 * happened, and nothing of it is left with the next one.
 */
import { expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import { approvalVerbSchema } from '../../electron/contract/kernel/vocabulary.ts';
import { EarlyKeys } from '../early-keys.ts';
import { acts } from './acts-of-tasks.ts';
import { clerkAt, li, zhang } from './clerk.ts';
import { times } from './last-press.ts';

/** Held elsewhere: a new PIN after a loss is begun like a first one. */
const ELSEWHERE: readonly string[] = ['customer.beginTask'];

test('no act that a second person may be asked for is forgotten', () => {
  const held = [...Object.values(acts).map(({ verb }) => verb), ...ELSEWHERE];
  expect(held).toEqual(expect.arrayContaining([...approvalVerbSchema.options]));
});

const timeout = 60_000;

test.each(Object.entries(acts))('%s, pressed twice and held, happens once', { timeout }, async (_act, act) => {
  const clerk = await clerkAt({ clerk: '1001', customer: 'zhang', ...act.program });
  const early = new EarlyKeys((event) => cdp().send('Input.dispatchKeyEvent', event));
  await act.reach(clerk);
  expect(times(clerk, act.verb)).toBe(0);
  const release = clerk.program.holdAnswers([act.verb]);
  await clerk.press('Enter', 'Enter');
  await early.repeated('Enter', 3);
  await clerk.press('Enter');
  await expect.poll(() => times(clerk, act.verb)).toBe(1);
  release();
  await early.repeated('Enter', 3);
  await clerk.desk.settled();
  expect(times(clerk, act.verb)).toBe(1);
  // Also where a second person came to this keyboard: the clerk's session and the visit go on.
  for (const verb of ['session.signOut', 'session.lock', 'visit.finish'] as const) expect(times(clerk, verb)).toBe(0);
  await expect.element(clerk.panel).toMatchTextContent(clerk.t('panel.title'));
});

test.each(Object.entries(acts))(
  'before %s the customer walks away: nothing has happened, and nothing is left',
  { timeout },
  async (_act, act) => {
    const clerk = await clerkAt({ clerk: '1001', customer: 'zhang', ...act.program });
    await act.reach(clerk);
    await clerk.press('Control+Enter');
    if (document.querySelector('.final-act')) await clerk.confirm();
    await clerk.nobodyIsThere();
    await clerk.openVisit(li);
    for (const key of ['F3', 'F4', 'F5', 'F6', 'F2']) await clerk.press(key);
    expect(times(clerk, act.verb)).toBe(0);
    const there = document.body.textContent;
    for (const mark of [zhang.name, '张*', '621330******0011']) expect(there).not.toContain(mark);
    expect(document.querySelector('.final-act, .second-person')).toBeNull();
  },
);

test.each(Object.entries(acts))(
  'Esc before %s: nothing has happened, the customer stays, and the keyboard has a place',
  { timeout },
  async (_act, act) => {
    const clerk = await clerkAt({ clerk: '1001', customer: 'zhang', ...act.program });
    await act.reach(clerk);
    await clerk.press('Escape');
    await clerk.desk.settled();
    expect(times(clerk, act.verb)).toBe(0);
    await expect.element(clerk.panel).toMatchTextContent(zhang.name);
    await expect.poll(() => document.activeElement === document.body).toBe(false);
    expect(document.querySelector('.final-act')).toBeNull();
  },
);

test('a holder who walks away from their window leaves what was there, and is asked again with one key', async () => {
  const clerk = await clerkAt({ clerk: '1001', customer: 'zhang', pinState: 'none' });
  await acts['a first PIN']?.reach(clerk);
  await clerk.press('Enter');
  await clerk.desk.finds('.customer-entry');
  clerk.program.state.customerGoesOn({ ended: 'timed-out' });
  await clerk.isTold(clerk.t('entry.ended.timed-out'));
  expect((await clerk.desk.asks('visit.current')).verb).toBe('visit.current');
  await expect.element(clerk.button('pin.again')).toHaveFocus();
  // Esc leads back to the choice, and its button says so.
  await expect.element(clerk.button('pin.startOver')).toMatchTextContent('Esc');
  await clerk.press('Escape');
  await expect.element(clerk.radio('pin.choice.first')).toHaveFocus();
});
