/**
 * Every shortcut of the teller window, defined once. `everywhere` works before sign-in too, `counter` after it; the
 * others belong to the task of that name, `form` to any form being filled in, `confirm` to what takes a second press. A
 * shortcut with several keys hands its place in the list to whoever handles it.
 */
export type ShortcutScope =
  | 'everywhere'
  | 'counter'
  | 'signIn'
  | 'firstRun'
  | 'visit'
  | 'statement'
  | 'password'
  | 'loss'
  | 'followUp'
  | 'approvals'
  | 'monthEnd'
  | 'printQueue'
  | 'secondPerson'
  | 'steps'
  | 'paper'
  | 'pages'
  | 'form'
  | 'confirm'
  | 'overlay';

interface Shortcut {
  readonly scope: ShortcutScope;
  readonly keys: readonly [string, ...string[]];
  /** Only leads elsewhere or covers the window, and changes nothing: heard also before the screen is drawn. */
  readonly leads?: true;
}

export const shortcuts = {
  language: { scope: 'everywhere', keys: ['Alt+E'], leads: true },
  keysOverview: { scope: 'counter', keys: ['?'], leads: true },
  help: { scope: 'counter', keys: ['F1'], leads: true },

  firstRunChoice: { scope: 'firstRun', keys: ['1', '2', '3'] },
  demoClerk: {
    scope: 'signIn',
    keys: ['Alt+1', 'Alt+2', 'Alt+3', 'Alt+4', 'Alt+5', 'Alt+6', 'Alt+7', 'Alt+8', 'Alt+9'],
  },

  taskVisit: { scope: 'counter', keys: ['F2'], leads: true },
  taskStatement: { scope: 'counter', keys: ['F3'], leads: true },
  taskPassword: { scope: 'counter', keys: ['F4'], leads: true },
  taskLoss: { scope: 'counter', keys: ['F5'], leads: true },
  taskFollowUp: { scope: 'counter', keys: ['F6'], leads: true },
  taskWorklist: { scope: 'counter', keys: ['F7'], leads: true },
  taskMonthEnd: { scope: 'counter', keys: ['F8'], leads: true },
  taskApprovals: { scope: 'counter', keys: ['F9'], leads: true },
  taskPrintQueue: { scope: 'counter', keys: ['Alt+Q'], leads: true },
  taskDocumentCheck: { scope: 'counter', keys: ['Alt+C'], leads: true },
  palette: { scope: 'counter', keys: ['Ctrl+K'], leads: true },
  lock: { scope: 'counter', keys: ['Ctrl+L'], leads: true },
  finishVisit: { scope: 'counter', keys: ['Ctrl+Enter'] },
  reveal: { scope: 'counter', keys: ['Alt+R'] },

  agent: { scope: 'visit', keys: ['Alt+A'] },
  cardLost: { scope: 'visit', keys: ['Alt+K'] },
  networkCheck: { scope: 'visit', keys: ['1', '2', '3', '4'] },

  preset: { scope: 'statement', keys: ['1', '2', '3', '4', '5'] },
  largeType: { scope: 'statement', keys: ['Alt+L'] },
  print: { scope: 'statement', keys: ['Enter'] },
  save: { scope: 'statement', keys: ['Ctrl+S'] },
  previousPage: { scope: 'statement', keys: ['PageUp'] },
  nextPage: { scope: 'statement', keys: ['PageDown'] },

  passwordChoice: { scope: 'password', keys: ['1', '2', '3', '4'] },

  lostObject: { scope: 'loss', keys: ['1', '2', '3'] },
  lossKind: { scope: 'loss', keys: ['4', '5'] },
  telephone: { scope: 'loss', keys: ['Alt+T'] },
  askHolder: { scope: 'loss', keys: ['Alt+H'] },

  followUpAction: { scope: 'followUp', keys: ['1', '2', '3', '4', '5', '6'] },
  anotherReport: { scope: 'followUp', keys: ['Alt+N'] },

  approveRequest: { scope: 'approvals', keys: ['Alt+Y'] },
  refuseRequest: { scope: 'approvals', keys: ['Alt+N'] },

  askInQueue: { scope: 'secondPerson', keys: ['Alt+W'] },
  stepBack: { scope: 'steps', keys: ['Escape'] },

  printPaper: { scope: 'paper', keys: ['Enter'] },
  savePaper: { scope: 'paper', keys: ['Ctrl+S'] },
  paperSize: { scope: 'paper', keys: ['Alt+P'] },
  previousPaperPage: { scope: 'paper', keys: ['PageUp'] },
  nextPaperPage: { scope: 'paper', keys: ['PageDown'] },

  previousListPage: { scope: 'pages', keys: ['PageUp'] },
  nextListPage: { scope: 'pages', keys: ['PageDown'] },

  chooseFile: { scope: 'monthEnd', keys: ['Alt+O'] },
  saveAnswer: { scope: 'monthEnd', keys: ['Ctrl+S'] },
  cancelOperation: { scope: 'monthEnd', keys: ['Escape'] },

  refreshQueue: { scope: 'printQueue', keys: ['Alt+U'] },

  submit: { scope: 'form', keys: ['Enter'] },
  confirmBack: { scope: 'confirm', keys: ['Escape'] },
  back: { scope: 'overlay', keys: ['Escape'], leads: true },
} as const satisfies Record<string, Shortcut>;

export type ShortcutName = keyof typeof shortcuts;
export type NamesIn<S extends ShortcutScope> = {
  [N in ShortcutName]: (typeof shortcuts)[N]['scope'] extends S ? N : never;
}[ShortcutName];

/** What a task is made of besides its own keys. */
const within: Partial<Readonly<Record<ShortcutScope, readonly ShortcutScope[]>>> = {
  visit: [],
  statement: [],
  password: ['secondPerson', 'steps', 'paper'],
  loss: ['secondPerson', 'steps', 'paper'],
  followUp: ['secondPerson', 'steps', 'paper'],
  approvals: ['steps', 'pages'],
  monthEnd: ['secondPerson', 'pages'],
  printQueue: ['pages'],
};

/** The scopes whose shortcuts can be heard at the same time as those of `scope`. */
export function heardTogether(scope: ShortcutScope): readonly ShortcutScope[] {
  const all = Object.values(shortcuts).map((shortcut): ShortcutScope => shortcut.scope);
  if (scope === 'everywhere') return all.filter((other) => other !== 'form');
  if (scope === 'counter') return all.filter((other) => !['signIn', 'firstRun', 'form', 'overlay'].includes(other));
  if (scope === 'confirm') return ['everywhere', 'counter', 'confirm'];
  const isPart = Object.values(within).some((parts) => parts.includes(scope));
  if (!isPart && within[scope] === undefined) return ['everywhere', scope];
  const users = Object.entries(within).flatMap(([task, parts]) => (parts.includes(scope) ? [task, ...parts] : []));
  const together = new Set<string>(['everywhere', 'counter', scope, ...(within[scope] ?? []), ...users]);
  return all.filter((other) => together.has(other));
}

/** As it stands on the keyboard; `place` for one of several. */
export function keyName(name: ShortcutName, place = 0): string {
  const keys: readonly string[] = shortcuts[name].keys;
  return (keys[place] ?? '').replace('Escape', 'Esc');
}
