/** The lists that repeat what stands in folders are what `npm run lists` writes, and it refuses what would be no list. */
import { expect, test } from 'vitest';
import { folderLists, type SourceFile } from '../../build/folder-lists.ts';
import { writtenLists } from '../../build/written-lists.ts';
import { readHouseFile } from './house-files.ts';

test('every list is what the folders say', async () => {
  for (const { path, text } of await writtenLists())
    expect(readHouseFile(path), `${path} is stale: run npm run lists`).toBe(text);
});

function taskFile(folder: string, id: string, key: string): SourceFile {
  const text = `export const ${id}Task = defineTask({\n  id: '${id}',\n  key: '${key}',\n});\n`;
  return { path: `renderer/teller/${folder}/${folder}-task.ts`, text };
}

function migrationFile(name: string, exported: string): SourceFile {
  const text = `export const ${exported}: Migration = {\n`;
  return { path: `electron/ledger/books/sqlite/migrations/${name}/migration.ts`, text };
}

function verbFile(wing: string): SourceFile {
  const text = `export const ${wing}Verbs = {\n  'notes.add': command({\n};\n`;
  return { path: `electron/contract/${wing}/${wing}-verbs.ts`, text };
}

test('a file is in the list of its folder, under the name it exports', () => {
  const lists = folderLists([taskFile('notes', 'notes', 'F10'), { path: 'renderer/teller/notes/notes.ts', text: '' }]);
  const tasks = lists.find(({ path }) => path === 'renderer/teller/shell/tasks.ts');
  expect(tasks?.text).toContain("import { notesTask } from '../notes/notes-task.ts';");
  expect(tasks?.text).toContain('inOrderOfKeys([notesTask])');
});

const planted: readonly (readonly [string, readonly SourceFile[], string])[] = [
  [
    'two tasks with one key',
    [taskFile('notes', 'notes', 'F10'), taskFile('rates', 'rates', 'F10')],
    'F10 is the key of a task in both renderer/teller/notes/notes-task.ts and renderer/teller/rates/rates-task.ts: give',
  ],
  [
    'two tasks with one id',
    [taskFile('notes', 'notes', 'F10'), taskFile('rates', 'notes', 'F11')],
    'notes is the id of a task in both',
  ],
  [
    'a file that announces no task',
    [{ path: 'renderer/teller/notes/notes-task.ts', text: 'export const notes = {};' }],
    'renderer/teller/notes/notes-task.ts exports nothing for renderer/teller/shell/tasks.ts: it has to export a task',
  ],
  ['two verbs with one name', [verbFile('notes'), verbFile('rates')], 'notes.add is the name of a verb in both'],
  [
    'a verb with two handlers',
    ['notes', 'rates'].map((wing) => ({
      path: `electron/ledger/${wing}/${wing}.ts`,
      text: `export const ${wing}Handlers = {\n  'notes.add': addNote,\n};\n`,
    })),
    'notes.add is answered in both electron/ledger/notes/notes.ts and electron/ledger/rates/rates.ts: take it out',
  ],
  [
    'a verb with two handlers, named in one line',
    ['notes', 'rates'].map((wing) => ({
      path: `electron/ledger/${wing}/${wing}.ts`,
      text: `export const ${wing}Handlers = { '${wing}.list': list, 'notes.add': addNote };\n`,
    })),
    'notes.add is answered in both electron/ledger/notes/notes.ts and electron/ledger/rates/rates.ts: take it out',
  ],
  [
    'a migration number given twice',
    [migrationFile('0001-notes', 'notes'), migrationFile('0001-rates', 'rates')],
    '0001 is the number of both migrations 0001-notes and 0001-rates: give the one that is not released 0002.',
  ],
  [
    'a migration number left out',
    [migrationFile('0001-notes', 'notes'), migrationFile('0003-rates', 'rates')],
    'The migration 0003-rates leaves a number out',
  ],
];

test.each(planted)('%s is refused with what to do', (_, files, sentence) => {
  expect(() => folderLists(files)).toThrow(sentence);
});
