/** What a task announces of itself, in one file of its folder: the shell, its keys, its help and the palette read it. */
import type { Component } from 'vue';
import type { WordPair } from '../../electron/contract/messages/word-pair.ts';
import type { Visit } from '../../electron/contract/office/office-views.ts';
import type { ShortcutLists, ShortcutName, ShortcutScope, TaskId } from '../shared/keyboard/shortcuts.ts';
import type { WordPairs } from '../shared/words/word-pairs.ts';
import type { HelpPage } from './help/help-page.ts';
import type { TaskSubject } from './state/open-task.ts';

interface TaskShortcut {
  readonly keys: readonly [string, ...string[]];
  /** In the overview of keys. */
  readonly name: WordPair;
}

/** The keys a task handles while it is open, by their names. */
export type TaskShortcuts = Readonly<Record<string, TaskShortcut>>;

/** What several tasks are made of, with keys of its own. */
type TaskPart = Extract<ShortcutScope, 'secondPerson' | 'steps' | 'paper' | 'pages'>;

interface WaitingWork {
  readonly due: number;
  readonly openRequests: number;
  readonly queuedPapers: number;
}

/**
 * Who has to stand at the counter for it: it does not matter, the counter has to be free, a customer, a customer with the
 * card, or the holder in person.
 */
export type ActionNeed = 'nothing' | 'nobody' | 'visit' | 'card' | 'holder';

interface ActionKey {
  readonly shortcut: ShortcutName;
  /** Of several keys; the first where it is not said. */
  readonly index?: number;
}

/** One thing a task does, found by Ctrl+K: the task is opened, and its own keys are pressed for the clerk. */
export interface TaskAction {
  readonly name: WordPair;
  /** What else it is called, in any language. */
  readonly alias: readonly string[];
  readonly needs: ActionNeed;
  /** What about this customer forbids it besides; null when nothing does. */
  readonly forbidden?: (visit: Visit) => WordPair | null;
  /** What the task is opened about. */
  readonly about?: TaskSubject;
  readonly keys: readonly ActionKey[];
}

export interface Task {
  readonly id: TaskId;
  /** Opens it from anywhere in the counter. */
  readonly key: string;
  readonly name: WordPair;
  /** What else it is called, in any language. */
  readonly alias: readonly string[];
  readonly actions: readonly TaskAction[];
  readonly component: () => Promise<{ readonly default: Component }>;
  readonly words: WordPairs;
  readonly shortcuts: TaskShortcuts;
  readonly parts: readonly TaskPart[];
  /** Work of the office that goes on while customers come and go; every other task begins anew with each of them. */
  readonly ofOffice?: true;
  /** How much waits in it, shown beside its name. */
  readonly waiting?: (work: WaitingWork) => number;
  /** The page that F1 opens; fetched when it is asked for. */
  readonly help: () => Promise<HelpPage>;
}

/** The shortcuts are those that `ShortcutLists` has under the same id, so an id is taken once. */
export function defineTask<Id extends TaskId>(
  task: Task & { readonly id: Id; readonly shortcuts: ShortcutLists[Id] },
): Task {
  return task;
}

const keyOrder = new Intl.Collator('en', { numeric: true });

/** The order of the strip: function keys by their number, then combinations by their letter. */
export function inOrderOfKeys(tasks: readonly Task[]): readonly Task[] {
  const isCombination = ({ key }: Task): number => Number(key.includes('+'));
  return [...tasks].sort(
    (one, other) => isCombination(one) - isCombination(other) || keyOrder.compare(one.key, other.key),
  );
}

interface TaskWords {
  readonly task: Readonly<Record<TaskId, WordPair>>;
}

/** The words of a task: its screens' own, its name, and what its keys do. */
export function wordsOf({ id, name, shortcuts, words }: Task): readonly WordPairs[] {
  const names = Object.entries(shortcuts).map(([shortcut, { name: says }]) => [shortcut, says] as const);
  return [words, { task: { [id]: name }, shortcut: Object.fromEntries(names) }];
}

declare module '../shared/words/word-lists.ts' {
  interface WordLists {
    tasks: TaskWords;
  }
}
