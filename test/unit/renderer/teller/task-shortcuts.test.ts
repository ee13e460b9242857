/** What the tasks announce: keys that do not clash, a name for every key, a page of help. */
import { expect, test } from 'vitest';
import { sharedShortcuts, type Shortcut } from '../../../../renderer/shared/keyboard/shortcuts.ts';
import { inOneLanguage } from '../../../../renderer/shared/words/word-pairs.ts';
import { lossTask } from '../../../../renderer/teller/loss/loss-task.ts';
import { pinTask } from '../../../../renderer/teller/pin/pin-task.ts';
import { counterWords } from '../../../../renderer/teller/shell/counter-words.ts';
import { tasks } from '../../../../renderer/teller/shell/tasks.ts';
import { statementTask } from '../../../../renderer/teller/statement/statement-task.ts';
import type { Task } from '../../../../renderer/teller/task.ts';
import { shortcutsOf } from '../../../../renderer/teller/task-shortcuts.ts';
import { visitTask } from '../../../../renderer/teller/visit/visit-task.ts';

const all: Readonly<Record<string, Shortcut>> = { ...sharedShortcuts, ...shortcutsOf(tasks) };
const name = { zh: '结息', en: 'Interest' };

test('two tasks on one key are refused with a sentence that names both', () => {
  const taken: Task = { ...statementTask, key: visitTask.key };
  expect(() => shortcutsOf([visitTask, taken])).toThrow(
    'F2 is the key of both taskVisit (counter) and taskStatement (counter): give one of them another key',
  );
});

test('the sentence says which keys are free for it: none that it is heard together with', () => {
  const taken: Task = { ...statementTask, key: visitTask.key };
  const sentence = /Free for taskStatement: (.+)\.$/m;
  const free =
    attempt(() => shortcutsOf([visitTask, lossTask, taken]))
      .match(sentence)?.[1]
      ?.split(', ') ?? [];
  expect(free.length).toBeGreaterThan(0);
  for (const key of free) {
    const moved: Task = { ...statementTask, key };
    expect(() => shortcutsOf([visitTask, lossTask, moved])).not.toThrow();
  }
});

function attempt(work: () => unknown): string {
  try {
    work();
    return '';
  } catch (error) {
    return String(error);
  }
}

const planted: readonly (readonly [string, Task['shortcuts'], string])[] = [
  [
    'of the counter',
    { interest: { keys: ['Ctrl+K'], name } },
    'Ctrl+K is the key of both palette (counter) and interest',
  ],
  [
    'of a part it is made of',
    { interest: { keys: ['Alt+W'], name } },
    'both askInQueue (secondPerson) and interest (loss)',
  ],
  [
    'of its own',
    { interest: { keys: ['Alt+I'], name }, rate: { keys: ['Alt+I'], name } },
    'both interest (loss) and rate',
  ],
  ['that opens a task', { interest: { keys: ['F4'], name } }, 'both taskPin (counter) and interest (loss)'],
];

test.each(planted)('a task that takes a key %s is refused', (_, shortcuts, sentence) => {
  const task: Task = { ...lossTask, shortcuts };
  expect(() => shortcutsOf([pinTask, task])).toThrow(sentence);
});

test('two tasks may have one key when they are never heard together, and no shortcut has the name of another', () => {
  const other: Task = { ...statementTask, shortcuts: { interest: { keys: ['Alt+A'], name } } };
  expect(shortcutsOf([visitTask, other])).toMatchObject({
    agent: { scope: 'visit' },
    interest: { scope: 'statement' },
  });
  const sameName: Task = { ...statementTask, shortcuts: { agent: { keys: ['Alt+I'], name } } };
  expect(() => shortcutsOf([visitTask, sameName])).toThrow('Two shortcuts are named agent (visit, statement)');
});

test('no shortcut takes a key the system needs', () => {
  const taken = ['Alt+F4', 'Ctrl+C', 'Ctrl+V', 'Ctrl+X', 'Ctrl+A', 'Ctrl+Z', 'Tab', 'Shift+Tab'];
  for (const { keys } of Object.values(all)) for (const key of keys) expect(taken).not.toContain(key);
});

test('every key in the overview says what it does', () => {
  const says = inOneLanguage(counterWords, 'en')['shortcut'];
  const shown = Object.entries(all).filter(([shortcut, { scope }]) => scope !== 'form' && !/^task[A-Z]/.test(shortcut));
  expect(Object.keys(Object(says)).sort()).toEqual(shown.map(([shortcut]) => shortcut).sort());
});

test('a task without help, without other words, or without a list of what it does, does not compile', () => {
  const { help, alias, actions, ...rest } = visitTask;
  // @ts-expect-error F1 opens a page in every task.
  const withoutHelp: Task = { ...rest, alias, actions };
  // @ts-expect-error Ctrl+K finds every task by other words too.
  const withoutAlias: Task = { ...rest, help, actions };
  // @ts-expect-error It says what it does, be it nothing.
  const withoutActions: Task = { ...rest, help, alias };
  expect([withoutHelp.help, withoutAlias.alias, withoutActions.actions]).toEqual([undefined, undefined, undefined]);
});

test('every key that an action presses is announced, and it has as many', () => {
  for (const { actions } of tasks)
    for (const { keys } of actions)
      for (const { shortcut, index = 0 } of keys) expect(all[shortcut]?.keys[index], shortcut).toBeDefined();
});
