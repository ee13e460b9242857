/**
 * The rules of docs/architecture.md 2 and 3 and of docs/style.md about the project as a whole, each with a sample that
 * breaks it.
 */
import { expect, test } from 'vitest';
import { ERROR_CODES } from '../../electron/contract/kernel/errors.ts';
import { verbs } from '../../electron/contract/verbs.ts';
import { settingNames } from '../../electron/ledger/office/setting-rules.ts';
import { houseFiles, housePaths, isScript, readHouseFile } from './house-files.ts';
import {
  foldersWithoutReadme,
  lockedHosts,
  looseVersions,
  notNamedOnce,
  strayInRoot,
  undocumented,
  unspoken,
} from './repository.ts';

const files = houseFiles();
const paths = housePaths();
const packageJson = readHouseFile('package.json');

const samplePackage = JSON.stringify({
  dependencies: { zod: '4.6.7', sqlite: 'npm:other-sqlite@1.2.3' },
  devDependencies: { vite: '^8.0.0' },
});

const scriptsIn = (folder: string) => files.filter(({ path }) => isScript(path) && path.startsWith(folder));
const verbsOf = (owner: 'main' | 'ledger') =>
  Object.entries(verbs).flatMap(([verb, definition]) => (definition.owner === owner ? [verb] : []));

test('a stray file or folder in the root is noticed', () => {
  const sample = ['package.json', '.gitignore', '.ci/run', 'test/a.ts', 'vite.config.ts', 'scripts/a.ts'];
  expect(strayInRoot(sample)).toEqual(['vite.config.ts', 'scripts/']);
});

test('the root holds what docs/architecture.md 2 lets it hold', () => {
  expect(strayInRoot(paths)).toEqual([]);
});

test('a folder without a README, or with an empty one, is noticed', () => {
  const readme = (path: string, text: string) => ({ path, text });
  const sample = ['electron/main/main.ts', 'electron/ledger/pin/deep/weak.ts', 'renderer/teller/deep/deeper/a.ts'];
  const present = [
    readme('electron/README.md', '# electron\n\nThe processes. The windows call none of it.'),
    readme('electron/ledger/README.md', '# ledger\n'),
    readme('renderer/README.md', '# renderer\n\nThe windows, one folder each, and what they share.'),
  ];
  expect(foldersWithoutReadme(present, sample)).toEqual([
    'electron/ledger',
    'electron/ledger/pin',
    'electron/main',
    'renderer/teller',
  ]);
});

test('a small wing is explained by the file of its name, a larger one is not', () => {
  const wing = ['notes.ts', 'notes-rows.ts', 'notes-rules.ts', 'note-checks.ts'].map((name) => ({
    path: `electron/ledger/notes/${name}`,
    text: '/** Notes that a clerk leaves at an account. */\n',
  }));
  const without = (files: typeof wing): readonly string[] =>
    foldersWithoutReadme(
      files,
      files.map(({ path }) => path),
    ).filter((folder) => folder.endsWith('/notes'));
  expect(without(wing.slice(0, 3))).toEqual([]);
  expect(without(wing.slice(1, 3))).toEqual(['electron/ledger/notes']);
  expect(without(wing)).toEqual(['electron/ledger/notes']);
});

test('every folder of the first two levels, and of the ledger, says what it is for', () => {
  expect(foldersWithoutReadme(files, paths)).toEqual([]);
});

test('a loose version is noticed', () => {
  expect(looseVersions(samplePackage)).toEqual(['vite ^8.0.0']);
});

test('every dependency is pinned to one version', () => {
  expect(looseVersions(packageJson)).toEqual([]);
});

test('a host in a lock file is noticed', () => {
  expect(lockedHosts('{ "resolved": "https://example.test/zod.tgz", "version": "1.0.0" }')).toHaveLength(1);
});

test('the lock file names no host', () => {
  expect(lockedHosts(readHouseFile('package-lock.json'))).toEqual([]);
});

test('a dependency named twice, elsewhere or never is noticed', () => {
  const page =
    '# A\n`vite` starts it.\n## Dependencies\n- `zod` checks, `zod` infers.\n### Data\n- `sqlite` keeps.\n## Limits\n';
  expect(notNamedOnce(samplePackage, page)).toEqual(['zod is named 2 times', 'vite is named 0 times']);
});

test('docs/packages.md names each dependency once, with its reason', () => {
  const page = files.find(({ path }) => path === 'docs/packages.md')?.text ?? '';
  expect(notNamedOnce(packageJson, page)).toEqual([]);
});

test('a name that no page explains is noticed', () => {
  const page = { path: 'docs/rules.md', text: 'The gate (`printGate`), `day --close`, sessionHours.' };
  expect(undocumented(['printGate', 'day', 'sessionHours'], [page])).toEqual(['sessionHours']);
});

test('the pages explain every setting, command and variable of the environment', () => {
  const spoken = ['electron/', 'build/'].flatMap((folder) => scriptsIn(folder)).map(({ text }) => text);
  const variables = new Set(spoken.flatMap((text) => text.match(/\bMEDICARD_[A-Z_]+\b/g) ?? []));
  const commandLine = files.find(({ path }) => path === 'electron/ledger/cli.ts')?.text ?? '';
  const commands = (commandLine.match(/^ {2}[a-z'-]+(?=: \{$)/gm) ?? []).map((name) => name.replaceAll(/[ ']/g, ''));
  const pages = files.filter(({ path }) => /^docs\/(rules|formats|screens)\.md$/.test(path));
  expect(commands.length).toBeGreaterThan(10);
  expect(undocumented([...settingNames, ...variables, ...commands], pages)).toEqual([]);
});

test('the picture of the house shows every wing of the ledger that has a README', () => {
  const wings = new Set(paths.flatMap((path) => /^electron\/ledger\/([\w-]+)\/README\.md$/.exec(path)?.[1] ?? []));
  const page = files.find(({ path }) => path === 'docs/architecture.md')?.text ?? '';
  const picture = page.slice(0, page.indexOf('## 1.'));
  expect([...wings].filter((wing) => !new RegExp(`(?<![\\w-])${wing}(?![\\w-])`).test(picture))).toEqual([]);
});

test('a verb or code that nothing says is noticed', () => {
  const script = { path: 'a.ts', text: "const handlers = { 'visit.open': open }; refused('KEY_WRONG'); // DISK_FULL" };
  expect(unspoken(['visit.open', 'KEY_WRONG', 'DISK_FULL', 'open'], [script])).toEqual(['DISK_FULL', 'open']);
});

test('the ledger answers every verb it owns', () => {
  expect(unspoken(verbsOf('ledger'), scriptsIn('electron/ledger/'))).toEqual([]);
});

test('main answers every verb it owns', () => {
  expect(unspoken(verbsOf('main'), scriptsIn('electron/main/'))).toEqual([]);
});

test('every refusal of the contract can happen', () => {
  const outside = scriptsIn('electron/').filter(({ path }) => !path.startsWith('electron/contract/'));
  expect(unspoken([...ERROR_CODES], outside)).toEqual([]);
});
