// @vitest-environment happy-dom
/** Keys pressed before a screen is drawn, and held keys, start nothing; what is final takes a second press. */
import { expect, test, vi } from 'vitest';
import type { OpenPdf } from '../../../../renderer/teller/paper/pdf-pages.ts';
import type { TellerVerb } from '../../../../electron/contract/verbs.ts';
import { first, openCounterOn, type Counter } from '../counter.ts';
import { requested } from '../../../../renderer/gallery/fake/fake-state.ts';

vi.mock('../../../../renderer/teller/paper/pdf-pages.ts', () => ({
  openPdf: (): Promise<OpenPdf> => Promise.resolve({ draw: () => Promise.resolve(true), close: () => undefined }),
  prepareReader: () => undefined,
  renewReader: () => undefined,
}));

function times(counter: Counter, verb: TellerVerb): number {
  return counter.bridge.asked.filter((asked) => asked.verb === verb).length;
}

/** Until this is so, without a pause in which anything could be drawn. */
async function atOnce(isSo: () => boolean): Promise<void> {
  for (let turn = 0; turn < 1000 && !isSo(); turn += 1) await Promise.resolve();
  expect(isSo()).toBe(true);
}

test('Enter pressed on while the visit opens prints nothing', async () => {
  const counter = await openCounterOn();
  await counter.type(first.idNumber);
  await counter.press('Enter');
  await counter.type(first.card);
  await counter.press('Enter', '1');
  await counter.settled();
  counter.pressKey('Enter');
  await atOnce(() => counter.focused.closest('.visit-task')?.querySelector('form') === null);
  expect(counter.focused.tagName).toBe('BUTTON');
  counter.pressKey('Enter');
  await counter.settled();
  expect(counter.tasks.task).toBe('visit');
});

test('Ctrl+Enter finishes the visit although the focus has just come to what is not drawn yet', async () => {
  const counter = await openCounterOn();
  await counter.openVisit(first);
  await counter.settled();
  counter.pressKey('F5');
  await atOnce(() => counter.focused.closest('form') !== null);
  const before = counter.focused;
  counter.pressKey('Ctrl+Enter');
  await counter.settled();
  expect(before.isConnected).toBe(false);
  expect(counter.visit.visit).toBeNull();
  expect(times(counter, 'visit.finish')).toBe(1);
});

test('Enter prints the statement that is drawn, and none that is not', async () => {
  const counter = await openCounterOn();
  await counter.openVisit(first);
  await counter.settled();
  counter.pressKey('F3');
  for (let turn = 0; turn < 40 && document.querySelector('canvas[data-shown=true]') === null; turn += 1) {
    counter.pressKey('Enter');
    counter.pressKey('Ctrl+S');
    await vi.advanceTimersByTimeAsync(4);
  }
  expect(times(counter, 'document.print') + times(counter, 'document.save')).toBe(0);
  await vi.waitFor(() => expect(document.querySelector('canvas[data-shown=true]')).not.toBeNull());
  await counter.press('Enter');
  expect(times(counter, 'document.print')).toBe(1);
});

test('a paper that was seen is saved, though it is drawn at another size while the key arrives', async () => {
  const sized: (() => void)[] = [];
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(hear: () => void) {
        sized.push(hear);
      }
      observe(): void {}
      disconnect(): void {}
    },
  );
  const counter = await openCounterOn();
  await counter.openVisit(first);
  await counter.press('F3');
  await vi.waitFor(() => expect(document.querySelector('canvas[data-shown=true]')).not.toBeNull());
  const struck = new KeyboardEvent('keydown', { key: 's', ctrlKey: true, bubbles: true, cancelable: true });
  for (const hear of sized) hear();
  await counter.settled();
  counter.focused.dispatchEvent(struck);
  await counter.settled();
  expect(times(counter, 'document.save')).toBe(1);
});

test('a key held down does nothing a second time', async () => {
  const counter = await openCounterOn();
  await counter.openVisit(first);
  await counter.press('F3');
  await vi.waitFor(() => expect(document.querySelector('canvas[data-shown=true]')).not.toBeNull());
  await counter.settled();
  for (let turn = 0; turn < 5; turn += 1) counter.pressKey('Enter', { repeat: true });
  await counter.settled();
  expect(times(counter, 'document.print')).toBe(0);
  await counter.press('F5');
  for (let turn = 0; turn < 5; turn += 1) counter.pressKey('Enter', { repeat: turn > 0 });
  await counter.settled();
  await vi.waitFor(() => expect(counter.focused.closest('.final-act')).not.toBeNull());
  for (let turn = 0; turn < 5; turn += 1) counter.pressKey('Enter', { repeat: true });
  await counter.settled();
  expect(times(counter, 'loss.report')).toBe(0);
});

test.each([
  ['a loss', 'F5', [], 'loss.report'],
  ['a new PIN', 'F4', [], 'customer.ask'],
  ['a telephone password', 'F4', ['4'], 'customer.ask'],
] as const)(
  '%s is said in one sentence with name and card, and takes a second press',
  async (_act, task, keys, verb) => {
    const counter = await openCounterOn();
    await counter.openVisit(first);
    await counter.press(task, ...keys);
    // Struck twice, it is struck once.
    counter.pressKey('Enter');
    await counter.drawn();
    counter.pressKey('Enter');
    await counter.drawn();
    counter.pressKey('Enter');
    const sentence = document.querySelector('.final-act .sentence')?.textContent ?? '';
    expect(sentence).toContain('张建华');
    expect(sentence).toContain('621330******0011');
    expect(times(counter, verb)).toBe(0);
    // Not yet: nothing has happened, and the clerk is where they were.
    await counter.press('Escape');
    expect(document.querySelector('.final-act')).toBeNull();
    expect(times(counter, verb)).toBe(0);
    await counter.press('Enter');
    await counter.confirm();
    expect(times(counter, verb)).toBe(1);
  },
);

test('under the sentence no key changes what it says', async () => {
  const counter = await openCounterOn();
  await counter.openVisit(first);
  await counter.press('F5', 'Enter', '5', '2');
  await counter.confirm();
  const asked = counter.bridge.asked.find(({ verb }) => verb === 'loss.report');
  expect(asked?.input).toMatchObject({ object: 'card', kind: 'formal' });
});

test('whoever goes to another task has not pressed a second time', async () => {
  const counter = await openCounterOn();
  await counter.openVisit(first);
  await counter.press('F5', 'Enter', 'F3', 'F5');
  expect(document.querySelector('.final-act')).toBeNull();
});

test('to refuse names who asked and for whom, and takes a second press', async () => {
  const counter = await openCounterOn({}, '2001');
  counter.bridge.state.requests = [requested({ requestId: 'r1', askedBy: '1001' })];
  await counter.press('F9', 'Alt+N');
  await counter.type('持卡人未到场');
  await counter.press('Enter');
  const sentence = document.querySelector('.final-act .sentence')?.textContent ?? '';
  for (const part of ['1001', '王芳', '张*', '621330******0011', '持卡人未到场']) expect(sentence).toContain(part);
  expect(times(counter, 'approval.decide')).toBe(0);
  await counter.confirm();
  expect(counter.bridge.asked.filter(({ verb }) => verb === 'approval.decide')).toMatchObject([
    { input: { decision: 'refuse' } },
  ]);
});

test('to approve names who asked and for whom, and takes the own password', async () => {
  const counter = await openCounterOn({}, '2001');
  counter.bridge.state.requests = [requested({ requestId: 'r1', askedBy: '1001' })];
  await counter.press('F9', 'Alt+Y');
  const sentence = document.querySelector('form.decide-request')?.textContent ?? '';
  for (const part of ['1001', '王芳', '张*', '621330******0011', '批准']) expect(sentence).toContain(part);
  await counter.press('Enter');
  expect(times(counter, 'approval.decide')).toBe(0);
  await counter.type('demo-2001');
  await counter.press('Enter');
  expect(counter.bridge.asked.filter(({ verb }) => verb === 'approval.decide')).toMatchObject([
    { input: { decision: 'approve', password: 'demo-2001' } },
  ]);
});
