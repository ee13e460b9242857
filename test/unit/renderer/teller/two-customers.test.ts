// @vitest-environment happy-dom
/** Only what is shown hears keys, and nothing of one customer stands beside the next. */
import { expect, test, vi } from 'vitest';
import type { OpenPdf } from '../../../../renderer/teller/paper/pdf-pages.ts';
import { sharedShortcuts, type TaskId } from '../../../../renderer/shared/keyboard/shortcuts.ts';
import { tasks } from '../../../../renderer/teller/shell/tasks.ts';
import type { Task } from '../../../../renderer/teller/task.ts';
import { shortcutsOf } from '../../../../renderer/teller/task-shortcuts.ts';
import { first, openCounterOn, second, type Counter } from '../counter.ts';

vi.mock('../../../../renderer/teller/paper/pdf-pages.ts', () => ({
  openPdf: (): Promise<OpenPdf> => Promise.resolve({ draw: () => Promise.resolve(true), close: () => undefined }),
  prepareReader: () => undefined,
  renewReader: () => undefined,
}));

/** The keys of tasks; those of the counter lead away from them, and what covers the window takes the keys after it. */
const keysOfTasks = [
  ...new Set(
    Object.values({ ...sharedShortcuts, ...shortcutsOf(tasks) })
      .filter((shortcut) => !('leads' in shortcut))
      .filter(({ scope }) => !['everywhere', 'counter', 'signIn', 'firstRun', 'overlay'].includes(scope))
      .flatMap(({ keys }) => keys),
  ),
];
const keyOf = (id: string): string => tasks.find((task) => task.id === id)!.key;

/** What the program is asked when every key is pressed in the task, each from a place that takes no text. */
async function askedByKeys(counter: Counter, id: string): Promise<readonly string[]> {
  await counter.press(keyOf(id));
  const before = counter.bridge.asked.length;
  // What the window asks by itself now and then would fall between other keys each time.
  vi.clearAllTimers();
  for (const key of keysOfTasks) {
    counter.focused.blur();
    await counter.press(key);
  }
  return counter.bridge.asked.slice(before).map(({ verb, input }) => `${verb} ${withoutIds(input)}`);
}

/** What differs from run to run: visits, operations, tasks at the customer's window, and how many papers were made. */
function withoutIds(input: unknown): string {
  return JSON.stringify(input)
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')
    .replaceAll(/\d{4}-\d{8}-\d{6}/g, 'number');
}

async function openEveryTask(counter: Counter): Promise<void> {
  for (const { id } of tasks) await counter.press(keyOf(id));
}

test.each(tasks.map(({ id }) => id))('in %s every key does the same, whatever was open before it', async (id) => {
  const fresh = await openCounterOn();
  await fresh.openVisit(second);
  const alone = await askedByKeys(fresh, id);
  await fresh.session.signOut();
  await fresh.settled();

  const used = await openCounterOn();
  await used.openVisit(first);
  await openEveryTask(used);
  await used.press('Ctrl+Enter');
  await used.openVisit(second);
  await openEveryTask(used);
  expect(await askedByKeys(used, id)).toEqual(alone);
});

/** Everything by which the first customer could be known. */
const marksOfFirst = ['张建华', '张*', '110***********002X', '621330******0011', '138****5678', '11010519491231002X'];

function seesNothingOfFirst({ text }: Counter): void {
  for (const mark of marksOfFirst) expect(text).not.toContain(mark);
  expect(text).not.toMatch(/L0101\d{8}/);
}

/** What is done for the first customer in a task, where it takes more than opening it and typing their number. */
const doings = {
  visit: async () => undefined,
  statement: (counter) => counter.press('F3', '2', 'Alt+L', 'Ctrl+S'),
  pin: async (counter) => {
    await counter.press('F4', '4', 'Enter');
    await counter.confirm();
  },
  loss: async (counter) => {
    await counter.press('F5', 'Enter');
    await counter.confirm();
  },
  followUp: async (counter) => {
    await counter.press('F5', '5', 'Enter');
    await counter.confirm();
    await counter.press('F6', '2');
  },
  printQueue: (counter) => counter.press('F3', 'Enter', 'Alt+Q'),
  documentCheck: async (counter) => {
    await counter.press('Alt+C');
    await counter.type('MC1|K7QF-2M9X');
    await counter.press('Enter');
  },
} satisfies Partial<Record<TaskId, (counter: Counter) => Promise<void>>>;

/** It leaves something in the task. */
function doingIn({ id, key }: Task): (counter: Counter) => Promise<void> {
  const known: Partial<Record<TaskId, (counter: Counter) => Promise<void>>> = doings;
  return (
    known[id] ??
    (async (counter) => {
      await counter.press(key);
      if (counter.focused instanceof HTMLInputElement) await counter.type(first.idNumber);
    })
  );
}

/** The others are the office's, and go on. */
const tasksOfCustomer = tasks.filter(({ ofOffice }) => !ofOffice);

/** Finishes, whatever is left undone. */
async function finish(counter: Counter): Promise<void> {
  await counter.press('Ctrl+Enter');
  if (document.querySelector('.final-act')) await counter.confirm();
  await counter.settled();
  expect(counter.visit.visit).toBeNull();
}

test.each(tasksOfCustomer.map((task) => [task.id, doingIn(task)] as const))(
  'nothing of what was done in %s is left when the customer goes or the next comes',
  async (_id, act) => {
    const counter = await openCounterOn();
    await counter.openVisit(first);
    await act(counter);
    expect(counter.text).toContain('张建华');
    await finish(counter);
    seesNothingOfFirst(counter);
    await openEveryTask(counter);
    seesNothingOfFirst(counter);
    await counter.openVisit(second);
    expect(counter.text).toContain('李秋菊');
    for (const task of tasks) {
      await counter.press(keyOf(task.id));
      seesNothingOfFirst(counter);
    }
  },
);

test('a caller and a report looked up without a visit are gone when a customer comes', async () => {
  const counter = await openCounterOn();
  await counter.press('F5', 'Alt+T');
  await counter.type(first.idNumber);
  await counter.press('Enter');
  await counter.type('张建华');
  expect(counter.text).toContain(first.idNumber);
  await counter.press('F6');
  await counter.type('L010120250203K');
  await counter.openVisit(second);
  await openEveryTask(counter);
  seesNothingOfFirst(counter);
  await counter.press('F5');
  expect(document.querySelector('.telephone-pane')).toBeNull();
});

test('another clerk finds every task empty', async () => {
  const counter = await openCounterOn();
  await counter.openVisit(first);
  await doings.loss(counter);
  await counter.session.signOut();
  await counter.session.signIn('1002', 'demo-1002');
  await counter.settled();
  await openEveryTask(counter);
  seesNothingOfFirst(counter);
});
