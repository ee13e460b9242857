/**
 * Every shortcut of the teller window, defined once. `everywhere` works before sign-in too, `counter` after it; the
 * others belong to the task of that name, `form` to any form being filled in. A shortcut with several keys hands its place in the list to whoever handles it.
 */
export type ShortcutScope =
  | 'everywhere'
  | 'counter'
  | 'signIn'
  | 'firstRun'
  | 'visit'
  | 'statement'
  | 'monthEnd'
  | 'printQueue'
  | 'form'
  | 'overlay';

interface Shortcut {
  readonly scope: ShortcutScope;
  readonly keys: readonly [string, ...string[]];
}

export const shortcuts = {
  language: { scope: 'everywhere', keys: ['Alt+E'] },
  keysOverview: { scope: 'counter', keys: ['?'] },
  help: { scope: 'counter', keys: ['F1'] },

  firstRunChoice: { scope: 'firstRun', keys: ['1', '2', '3'] },
  demoClerk: {
    scope: 'signIn',
    keys: ['Alt+1', 'Alt+2', 'Alt+3', 'Alt+4', 'Alt+5', 'Alt+6', 'Alt+7', 'Alt+8', 'Alt+9'],
  },

  taskVisit: { scope: 'counter', keys: ['F2'] },
  taskStatement: { scope: 'counter', keys: ['F3'] },
  taskMonthEnd: { scope: 'counter', keys: ['F8'] },
  taskPrintQueue: { scope: 'counter', keys: ['Alt+Q'] },
  taskDocumentCheck: { scope: 'counter', keys: ['Alt+C'] },
  palette: { scope: 'counter', keys: ['Ctrl+K'] },
  lock: { scope: 'counter', keys: ['Ctrl+L'] },
  finishVisit: { scope: 'counter', keys: ['Ctrl+Enter'] },
  reveal: { scope: 'counter', keys: ['Alt+R'] },

  agent: { scope: 'visit', keys: ['Alt+A'] },
  networkCheck: { scope: 'visit', keys: ['1', '2', '3', '4'] },

  preset: { scope: 'statement', keys: ['1', '2', '3', '4', '5'] },
  largeType: { scope: 'statement', keys: ['Alt+L'] },
  print: { scope: 'statement', keys: ['Enter'] },
  save: { scope: 'statement', keys: ['Ctrl+S'] },
  previousPage: { scope: 'statement', keys: ['PageUp'] },
  nextPage: { scope: 'statement', keys: ['PageDown'] },

  chooseFile: { scope: 'monthEnd', keys: ['Alt+O'] },
  saveAnswer: { scope: 'monthEnd', keys: ['Ctrl+S'] },
  cancelOperation: { scope: 'monthEnd', keys: ['Escape'] },

  refreshQueue: { scope: 'printQueue', keys: ['F5'] },

  submit: { scope: 'form', keys: ['Enter'] },
  back: { scope: 'overlay', keys: ['Escape'] },
} as const satisfies Record<string, Shortcut>;

export type ShortcutName = keyof typeof shortcuts;
export type NamesIn<S extends ShortcutScope> = {
  [N in ShortcutName]: (typeof shortcuts)[N]['scope'] extends S ? N : never;
}[ShortcutName];

/** The scopes whose shortcuts can be heard at the same time as those of `scope`. */
export function heardTogether(scope: ShortcutScope): readonly ShortcutScope[] {
  const task: readonly ShortcutScope[] = ['visit', 'statement', 'monthEnd', 'printQueue'];
  if (scope === 'everywhere') return ['everywhere', 'counter', 'signIn', 'firstRun', 'overlay', ...task];
  if (scope === 'counter') return ['everywhere', 'counter', ...task];
  if (task.includes(scope)) return ['everywhere', 'counter', scope];
  return ['everywhere', scope];
}

/** As it stands on the keyboard; `place` for one of several. */
export function keyName(name: ShortcutName, place = 0): string {
  const keys: readonly string[] = shortcuts[name].keys;
  return (keys[place] ?? '').replace('Escape', 'Esc');
}
