/**
 * The shortcuts of the clerk's window. Those of one task are announced by its `-task.ts` file; here is what belongs to the
 * window itself and to the parts that several tasks are made of. A shortcut with several keys hands its place in the list
 * to whoever handles it.
 */

/**
 * `everywhere` works before sign-in too, `counter` after it; `form` belongs to any form being filled in, `confirm` to what
 * takes a second press, the others to the part of that name.
 */
type SharedScope =
  | 'everywhere'
  | 'counter'
  | 'signIn'
  | 'firstRun'
  | 'secondPerson'
  | 'steps'
  | 'paper'
  | 'pages'
  | 'form'
  | 'confirm'
  | 'overlay';

/** Every list of shortcuts there is, so that a wrong name fails compiling. Each task names its own here, in its own file. */
export interface ShortcutLists {
  shared: typeof sharedShortcuts;
}

export type TaskId = Exclude<keyof ShortcutLists, 'shared'>;
export type ShortcutScope = SharedScope | TaskId;

export interface Shortcut {
  readonly scope: ShortcutScope;
  readonly keys: readonly [string, ...string[]];
  /** Only leads elsewhere or covers the window, and changes nothing: heard also before the screen is drawn. */
  readonly leads?: true;
}

export const sharedShortcuts = {
  language: { scope: 'everywhere', keys: ['Alt+E'], leads: true },
  enlarge: { scope: 'everywhere', keys: ['Ctrl++'], leads: true },
  reduce: { scope: 'everywhere', keys: ['Ctrl+-'], leads: true },
  originalSize: { scope: 'everywhere', keys: ['Ctrl+0'], leads: true },
  keysOverview: { scope: 'counter', keys: ['?'], leads: true },
  help: { scope: 'everywhere', keys: ['F1'], leads: true },
  ownServer: { scope: 'everywhere', keys: ['Alt+J'], leads: true },

  firstRunChoice: { scope: 'firstRun', keys: ['1', '2', '3', '4'] },
  demoClerk: {
    scope: 'signIn',
    keys: ['Alt+1', 'Alt+2', 'Alt+3', 'Alt+4', 'Alt+5', 'Alt+6', 'Alt+7', 'Alt+8', 'Alt+9'],
  },

  palette: { scope: 'counter', keys: ['Ctrl+K'], leads: true },
  lock: { scope: 'counter', keys: ['Ctrl+L'], leads: true },
  finishVisit: { scope: 'counter', keys: ['Ctrl+Enter'] },
  reveal: { scope: 'counter', keys: ['Alt+R'] },
  decision: { scope: 'counter', keys: ['Alt+G'], leads: true },

  askInQueue: { scope: 'secondPerson', keys: ['Alt+W'] },
  stepBack: { scope: 'steps', keys: ['Escape'] },

  printPaper: { scope: 'paper', keys: ['Enter'] },
  savePaper: { scope: 'paper', keys: ['Ctrl+S'] },
  paperSize: { scope: 'paper', keys: ['Alt+P'] },
  previousPaperPage: { scope: 'paper', keys: ['PageUp'] },
  nextPaperPage: { scope: 'paper', keys: ['PageDown'] },
  enlargePaper: { scope: 'paper', keys: ['Alt+V'], leads: true },

  previousListPage: { scope: 'pages', keys: ['PageUp'] },
  nextListPage: { scope: 'pages', keys: ['PageDown'] },

  submit: { scope: 'form', keys: ['Enter'] },
  confirmBack: { scope: 'confirm', keys: ['Escape'] },
  previousEnlargedPage: { scope: 'overlay', keys: ['ArrowLeft'] },
  nextEnlargedPage: { scope: 'overlay', keys: ['ArrowRight'] },
  saveSheet: { scope: 'overlay', keys: ['Ctrl+S'] },
  back: { scope: 'overlay', keys: ['Escape'], leads: true },
} as const satisfies Record<string, Shortcut & { readonly scope: SharedScope }>;

/** The shortcut that opens a task: `taskVisit`. */
export type OpeningShortcut = `task${Capitalize<TaskId>}`;

export type ShortcutName =
  { [L in keyof ShortcutLists]: keyof ShortcutLists[L] }[keyof ShortcutLists] | OpeningShortcut;

export type NamesIn<S extends ShortcutScope> =
  | {
      [N in keyof typeof sharedShortcuts]: (typeof sharedShortcuts)[N]['scope'] extends S ? N : never;
    }[keyof typeof sharedShortcuts]
  | (S extends TaskId ? keyof ShortcutLists[S] : never)
  | (S extends 'counter' ? OpeningShortcut : never);

export function openingShortcut(id: TaskId): OpeningShortcut {
  return `task${id.charAt(0).toUpperCase()}${id.slice(1)}` as OpeningShortcut;
}

const known = new Map<string, Shortcut>(Object.entries(sharedShortcuts));

/** Registers the shortcuts of the tasks, before the first screen that uses or shows them. */
export function announceShortcuts(more: Readonly<Record<string, Shortcut>>): void {
  for (const [name, shortcut] of Object.entries(more)) known.set(name, shortcut);
}

export function isShortcut(name: string): name is ShortcutName {
  return known.has(name);
}

/** All that are known by now, in the order they were announced. */
export function knownShortcuts(): readonly ShortcutName[] {
  return [...known.keys()].filter(isShortcut);
}

/** Throws for one that has not been announced yet. */
export function shortcutOf(name: ShortcutName): Shortcut {
  const shortcut = known.get(name);
  if (shortcut === undefined) throw new Error(`The shortcut ${name} has not been announced: open the counter first.`);
  return shortcut;
}

/** As it stands on the keyboard; `index` for one of several. */
export function keyName(name: ShortcutName, index = 0): string {
  const key = shortcutOf(name).keys[index] ?? '';
  return key.replace('Escape', 'Esc').replace('ArrowLeft', '←').replace('ArrowRight', '→');
}
