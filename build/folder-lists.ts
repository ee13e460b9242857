/** The lists that only repeat what stands in folders, made from there: a file in its folder is in its list. */
import { posix } from 'node:path';

export interface SourceFile {
  /** From the root of the project, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

interface FolderList {
  /** The file that is written. */
  readonly path: string;
  readonly says: string;
  readonly from: RegExp;
  /** What such a file exports; its name is the first group. */
  readonly exported: RegExp;
  /** What every such file has to export; without it, a file that exports nothing of the kind is no member. */
  readonly expected?: string;
  /** What no two of these files may share, beside the names they export. */
  readonly once?: readonly { readonly what: string; readonly found: RegExp; readonly remedy: string }[];
  readonly text: (imports: string, names: readonly string[]) => string;
}

const spread = (names: readonly string[], call = ''): string => names.map((name) => `  ...${name}${call},\n`).join('');

const LISTS: readonly FolderList[] = [
  {
    path: 'renderer/teller/shell/tasks.ts',
    says: 'The tasks of the counter, in the order of the strip.',
    from: /^renderer\/teller\/([\w-]+)\/\1-task\.ts$/,
    exported: /^export const (\w+Task) = defineTask\(/gm,
    expected: 'a task (export const notesTask = defineTask({ … }))',
    once: [
      { what: 'the id of a task', found: /^ {2}id: '(\w+)'/gm, remedy: 'name one of the tasks otherwise' },
      { what: 'the key of a task', found: /^ {2}key: '([^']+)'/gm, remedy: 'give one of the tasks another key' },
    ],
    text: (imports, names) =>
      `${imports}import { inOrderOfKeys, type Task } from '../task.ts';\n\n` +
      `export const tasks: readonly Task[] = inOrderOfKeys([${names.join(', ')}]);\n`,
  },
  {
    path: 'renderer/teller/administration/pages.ts',
    says: 'The pages of administration, in the order of their places.',
    from: /^renderer\/teller\/administration\/([\w-]+)\/\1-page\.ts$/,
    exported: /^export const (\w+Page) = definePage\(/gm,
    expected: 'a page (export const notesPage = definePage({ … }))',
    once: [{ what: 'the place of a page', found: /^ {2}place: (\d)/gm, remedy: 'give one of the pages another place' }],
    text: (imports, names) =>
      `import { inOrderOfPlace, type AdministrationPage } from './administration-page.ts';\n${imports}\n` +
      `export const pages: readonly AdministrationPage[] = inOrderOfPlace([${names.join(', ')}]);\n`,
  },
  {
    path: 'renderer/gallery/screens.ts',
    says: 'Every screen of both windows, in the order in which the gallery lists them.',
    from: /^renderer\/gallery\/screens\/[\w-]+\.ts$/,
    exported: /^export const (\w+Screen) = /gm,
    expected: 'a screen (export const notesScreen = tellerScreen(…))',
    text: (imports, names) =>
      `import type { Screen } from './screen.ts';\n${imports}\n` +
      `export const screens: readonly Screen[] = [${names.join(', ')}];\n`,
  },
  {
    path: 'renderer/gallery/fake/fake-answers.ts',
    says: "What the fake program answers, of every file here that exports a function named …Answers of the program's state.",
    from: /^renderer\/gallery\/fake\/fake-(?!answers)[\w-]+\.ts$/,
    exported: /^export function (\w+Answers)\(state: FakeState\)/gm,
    text: (imports, names) =>
      "import type { TellerVerb } from '../../../electron/contract/verbs.ts';\n" +
      `${imports}import type { FakeState } from './fake-state.ts';\nimport type { Answers } from './fake-wire.ts';\n\n` +
      `export function answersOf(state: FakeState): Partial<Answers<TellerVerb>> {\n  return {\n${spread(names, '(state)')}  };\n}\n`,
  },
  {
    path: 'electron/contract/verb-list.ts',
    says: 'The verbs of every wing of the contract.',
    from: /^electron\/contract\/[\w-]+\/[\w-]+-verbs\.ts$/,
    exported: /^export const (\w+Verbs) = /gm,
    expected: 'verbs (export const notesVerbs = { … })',
    once: [{ what: 'the name of a verb', found: /^ {2}'(\w+\.\w+)': /gm, remedy: 'rename one of the verbs' }],
    text: (imports, names) => `${imports}\nexport const verbs = {\n${spread(names)}} as const;\n`,
  },
  {
    path: 'electron/ledger/dispatch/wing-handlers.ts',
    says: 'What answers the verbs: of every file of a wing that exports a table named …Handlers.',
    from: /^electron\/ledger\/(?!dispatch\/)(?:[\w-]+\/)+[\w-]+\.ts$/,
    exported: /^export const (\w+Handlers) = \{/gm,
    // In lines of its own, or in one line where they are few.
    once: [
      {
        what: 'answered',
        found: /(?<=^ {2}|^export const \w+Handlers = \{ |, )'(\w+\.\w+)': \w+/gm,
        remedy: 'take it out of one of them',
      },
    ],
    text: (imports, names) => `${imports}\nexport const wingHandlers = {\n${spread(names)}};\n`,
  },
  {
    path: 'electron/ledger/books/sqlite/migrations/index.ts',
    says: 'The migrations in the order in which they are applied.',
    from: /^electron\/ledger\/books\/sqlite\/migrations\/\d{4}-[\w-]+\/migration\.ts$/,
    exported: /^export const (\w+): Migration = /gm,
    expected: 'a migration (export const notes: Migration = { … })',
    text: (imports, names) =>
      `${imports}import type { Migration } from './migration.ts';\n\n` +
      `export const migrations: readonly Migration[] = [${names.join(', ')}];\n`,
  },
];

/** Every list with its text, not yet formatted. Throws with a sentence that says what to do about a file. */
export function folderLists(files: readonly SourceFile[]): readonly SourceFile[] {
  const faults = [...migrationFaults(files.map(({ path }) => path)), ...LISTS.flatMap((list) => faultsOf(list, files))];
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return LISTS.map((list) => ({ path: list.path, text: textOf(list, membersOf(list, files)) }));
}

function membersOf({ from, path }: FolderList, files: readonly SourceFile[]): readonly SourceFile[] {
  return files
    .filter((file) => from.test(file.path) && file.path !== path)
    .toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

const firstGroups = ({ text }: SourceFile, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].flatMap(([, group]) => group ?? []);

function textOf({ path, says, exported, text }: FolderList, members: readonly SourceFile[]): string {
  const named = members
    .map((member) => ({ from: member.path, names: firstGroups(member, exported) }))
    .filter(({ names }) => names.length > 0);
  const folder = posix.dirname(path);
  const imports = named.map(({ from, names }) => {
    const relative = posix.relative(folder, from);
    return `import { ${names.join(', ')} } from '${relative.startsWith('.') ? relative : `./${relative}`}';\n`;
  });
  const opening = `/**\n * Written by npm run lists from the folders; do not edit.\n * ${says}\n */\n`;
  return `${opening}${text(
    imports.join(''),
    named.flatMap(({ names }) => names),
  )}`;
}

function faultsOf(list: FolderList, files: readonly SourceFile[]): readonly string[] {
  const all = membersOf(list, files);
  const members = all.filter((member) => firstGroups(member, list.exported).length > 0);
  const empty = all.filter((member) => !members.includes(member));
  const missing = empty.map(
    ({ path }) => `${path} exports nothing for ${list.path}: it has to export ${list.expected}.`,
  );
  const names = { what: 'the name of an export', found: list.exported, remedy: 'rename one of the exports' };
  return [
    ...(list.expected === undefined ? [] : missing),
    ...[names, ...(list.once ?? [])].flatMap(({ what, found, remedy }) =>
      twice(members.flatMap((member) => firstGroups(member, found).map((value) => [value, member.path] as const))).map(
        ([value, one, other]) => `${value} is ${what} in both ${one} and ${other}: ${remedy}.`,
      ),
    ),
  ];
}

/** Numbers of migrations are each given once, without a gap. */
function migrationFaults(paths: readonly string[]): readonly string[] {
  const folder = /^electron\/ledger\/books\/sqlite\/migrations\/((\d{4})-[\w-]+)\/migration\.ts$/;
  const found = paths.flatMap((path) => {
    const [, name, number] = folder.exec(path) ?? [];
    return name === undefined || number === undefined ? [] : [[number, name] as const];
  });
  const next = (at: number): string => String(at + 1).padStart(4, '0');
  const last = next(new Set(found.map(([number]) => number)).size);
  const gap = found.toSorted().find(([number], at) => number > next(at));
  return [
    ...twice(found).map(
      ([number, one, other]) =>
        `${number} is the number of both migrations ${one} and ${other}: give the one that is not released ${last}.`,
    ),
    ...(gap === undefined ? [] : [`The migration ${gap[1]} leaves a number out: number it after the one before it.`]),
  ];
}

function twice(values: readonly (readonly [value: string, from: string])[]): readonly [string, string, string][] {
  return values.flatMap(([value, from], at) => {
    const earlier = values.slice(0, at).find(([other]) => other === value);
    return earlier === undefined ? [] : [[value, earlier[1], from] as [string, string, string]];
  });
}
