// @vitest-environment happy-dom
/** A customer, a session or the window is left after a question when something is unfinished, and without one when not. */
import { expect, test, vi } from 'vitest';
import type { OpenPdf } from '../../../../renderer/teller/paper/pdf-pages.ts';
import { useLeaving, type Leaving } from '../../../../renderer/teller/state/leaving.ts';
import { first, openCounterOn, type Counter } from '../counter.ts';

vi.mock('../../../../renderer/teller/paper/pdf-pages.ts', () => ({
  openPdf: (): Promise<OpenPdf> => Promise.resolve({ draw: () => Promise.resolve(true), close: () => undefined }),
  prepareReader: () => undefined,
  renewReader: () => undefined,
}));

const ways: readonly Leaving[] = ['finish', 'signOut', 'close', 'otherClerk'];

async function withVisit(options: Parameters<typeof openCounterOn>[0] = {}): Promise<Counter> {
  const counter = await openCounterOn(options);
  await counter.openVisit(first);
  return counter;
}

async function formMade(counter: Counter): Promise<void> {
  await counter.press('F5', 'Enter');
  await counter.confirm();
  await vi.waitFor(() => expect(document.querySelector('canvas[data-shown=true]')).not.toBeNull());
  await counter.settled();
}

function asked(): readonly Leaving[] {
  const leaving = useLeaving();
  return ways.filter((how) => leaving.asks(how));
}

test('with nothing unfinished nothing is asked', async () => {
  const counter = await withVisit();
  await counter.press('F3');
  expect(asked()).toEqual([]);
  await counter.press('Ctrl+Enter');
  expect(counter.visit.visit).toBeNull();
});

test('a form that was neither printed nor saved is asked about; printed, it is not', async () => {
  const counter = await withVisit();
  await formMade(counter);
  expect(asked()).toEqual(ways);
  await counter.press('Enter');
  expect(asked()).toEqual([]);
});

test('a form that waits in the print queue is asked about until it is printed there', async () => {
  const counter = await withVisit({ printFails: true });
  await formMade(counter);
  await counter.press('Enter');
  expect(asked()).toEqual(ways);
  await counter.press('Alt+Q');
  document.querySelector<HTMLElement>('.print-queue-task .actions button')?.click();
  await counter.settled();
  expect(asked()).toEqual([]);
});

test('a customer who is typing is asked about until it has ended', async () => {
  const counter = await withVisit();
  await counter.press('F4', 'Enter');
  await counter.confirm();
  expect(asked()).toEqual(ways);
  await counter.press('Ctrl+Enter');
  expect(document.querySelector('.final-act .sentence')?.textContent).toContain('客户正在输入');
});

test('a request to a supervisor is asked about: with the customer it is for, and at sign-out whoever that was', async () => {
  const counter = await withVisit();
  await counter.press('F5', '2', 'Enter', 'Alt+W');
  expect(asked()).toEqual(ways);
  await counter.press('Ctrl+Enter');
  await counter.confirm();
  expect(asked()).toEqual(ways.filter((how) => how !== 'finish'));
});

test('Esc stays with the customer, a second press leaves', async () => {
  const counter = await withVisit();
  await formMade(counter);
  await counter.press('Ctrl+Enter');
  expect(counter.visit.visit).not.toBeNull();
  await counter.press('Escape');
  expect(document.querySelector('.final-act')).toBeNull();
  expect(counter.visit.visit).not.toBeNull();
  await counter.press('Ctrl+Enter');
  await counter.confirm();
  expect(counter.visit.visit).toBeNull();
});

test('the window stays open for the question, and closes after it', async () => {
  const counter = await withVisit();
  const closed = vi.fn();
  vi.stubGlobal('close', closed);
  expect(window.onbeforeunload?.(new Event('beforeunload'))).toBeUndefined();
  await formMade(counter);
  expect(window.onbeforeunload?.(new Event('beforeunload'))).toBe(true);
  await counter.settled();
  await counter.confirm();
  expect(closed).toHaveBeenCalledOnce();
  expect(window.onbeforeunload?.(new Event('beforeunload'))).toBeUndefined();
});
