// @vitest-environment happy-dom
/** A long document is printed by a second press that says how many pages it takes; saving it asks nothing. */
import { expect, test, vi } from 'vitest';
import type { TellerVerb } from '../../../../electron/contract/verbs.ts';
import type { OpenPdf } from '../../../../renderer/teller/paper/pdf-pages.ts';
import { first, openCounterOn, type Counter } from '../counter.ts';

vi.mock('../../../../renderer/teller/paper/pdf-pages.ts', () => ({
  openPdf: (): Promise<OpenPdf> => Promise.resolve({ draw: () => Promise.resolve(true), close: () => undefined }),
  prepareReader: () => undefined,
  renewReader: () => undefined,
}));

const LONG = 2858;
const times = (counter: Counter, verb: TellerVerb): number =>
  counter.bridge.asked.filter((asked) => asked.verb === verb).length;
const sentence = (): string | null => document.querySelector('.final-act .sentence')?.textContent ?? null;

async function drawn(counter: Counter): Promise<void> {
  await vi.waitFor(() => expect(document.querySelector('canvas[data-shown=true]')).not.toBeNull());
  await counter.settled();
}

/** Where something is printed: the steps to it, and the verb that prints. */
const places: Readonly<Record<string, (counter: Counter) => Promise<void>>> = {
  statement: async (counter) => {
    await counter.press('F3');
    await drawn(counter);
  },
  'loss form': async (counter) => {
    await counter.press('F5', 'Enter');
    await counter.confirm();
    await drawn(counter);
  },
};

async function openedOn(pages: number, place: string): Promise<Counter> {
  const counter = await openCounterOn({ pages });
  await counter.openVisit(first);
  await places[place]!(counter);
  return counter;
}

test.each(Object.keys(places))('a long %s says its pages and takes a second press', async (place) => {
  const counter = await openedOn(LONG, place);
  await counter.press('Enter');
  expect(sentence()).toContain('2,858');
  expect(times(counter, 'document.print')).toBe(0);
  await counter.confirm();
  expect(times(counter, 'document.print')).toBe(1);
  expect(sentence()).toBeNull();
});

test.each(Object.keys(places))('Esc prints no long %s, and Enter asks anew', async (place) => {
  const counter = await openedOn(LONG, place);
  await counter.press('Enter', 'Escape');
  expect(sentence()).toBeNull();
  await counter.press('Enter');
  expect(sentence()).toContain('2,858');
  expect(times(counter, 'document.print')).toBe(0);
});

test.each(Object.keys(places))('a long %s is saved, and one that is not long printed, at once', async (place) => {
  const long = await openedOn(LONG, place);
  await long.press('Ctrl+S');
  expect(times(long, 'document.save')).toBe(1);
  expect(sentence()).toBeNull();
  await long.session.signOut();
  await long.settled();
  const short = await openedOn(50, place);
  await short.press('Enter');
  expect(times(short, 'document.print')).toBe(1);
});

test('what is asked about goes with the statement that it was', async () => {
  const counter = await openedOn(LONG, 'statement');
  await counter.press('Enter');
  document.querySelector<HTMLInputElement>('.statement-pane input[type=checkbox]')?.click();
  await counter.settled();
  expect(sentence()).toBeNull();
  expect(times(counter, 'document.print')).toBe(0);
});

test('a long paper in the print queue takes a second press when it is printed, none when it is saved', async () => {
  const counter = await openCounterOn({ pages: LONG, printFails: true });
  await counter.openVisit(first);
  await places['statement']!(counter);
  await counter.press('Enter');
  await counter.confirm();
  await counter.press('Alt+Q');
  const [print, save] = document.querySelectorAll<HTMLElement>('.print-queue-task .actions button');
  save?.click();
  await counter.settled();
  expect(times(counter, 'printQueue.save')).toBe(1);
  print?.click();
  await counter.settled();
  expect(sentence()).toContain('2,858');
  expect(times(counter, 'printQueue.retry')).toBe(0);
  await counter.confirm();
  expect(times(counter, 'printQueue.retry')).toBe(1);
});

test.each(Object.keys(places))(
  'a %s whose printing had no answer stays the same paper and the same order',
  async (place) => {
    const counter = await openedOn(1, place);
    const asked = (verb: TellerVerb) =>
      counter.bridge.asked.filter((one) => one.verb === verb).map(({ input }) => input);
    const made = place === 'statement' ? 'statement.prepare' : 'paper.prepare';
    const before = times(counter, made);
    counter.bridge.refuseNext('document.print', { code: 'SERVER_DID_NOT_ANSWER', details: {} });
    await counter.press('Enter');
    await counter.settled();
    for (const state of ['restarting', 'ready'] as const)
      counter.bridge.emit('ledger.status', { state, refusal: null });
    await counter.settled();
    expect(times(counter, made)).toBe(before);
    await counter.press('Enter');
    await counter.settled();
    const [first, second] = asked('document.print');
    expect(second).toEqual(first);
    for (const state of ['restarting', 'ready'] as const)
      counter.bridge.emit('ledger.status', { state, refusal: null });
    await vi.waitFor(() => expect(times(counter, made)).toBe(before + 1));
  },
);
