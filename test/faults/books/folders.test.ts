/** Folders and files that cannot be used: a refusal that says why, and nothing left behind (docs/formats.md 6). */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { RefusalError } from '../../../electron/contract/kernel/errors.ts';
import { sentence } from '../../../electron/contract/messages/messages.ts';
import { readKeyFile } from '../../../electron/ledger/books/sealing/key-file.ts';
import { readingReason, systemRefusal } from '../../../electron/disk/disk-refusal.ts';
import { isFolder, makeFolder } from '../../../electron/disk/own-files.ts';
import { booksPath } from '../../../electron/ledger/books/books.ts';
import { commandLine } from '../../model/command-line.ts';
import { copyOf, makeTemplate, Office, OFFICE_ID, type Template } from '../../offices/small-office.ts';
import { freshFolder, keysBeside } from '../../offices/test-folders.ts';

let template: Template;
beforeAll(async () => {
  template = await makeTemplate();
});

const MAKE = ['init', '--office', '甲', '--office-code', '0105', '--opening-date', '2024-01-01', '--json'];

/** Each way a folder cannot be, and the reason that is given. */
const UNUSABLE: readonly (readonly [what: string, folder: (place: string) => string, reason: string])[] = [
  ['a name over 255', (place) => join(place, 'y'.repeat(300)), 'disk-name-too-long'],
  [
    'a path over 4096',
    (place) => join(place, ...Array.from({ length: 60 }, () => '长'.repeat(80))),
    'disk-name-too-long',
  ],
  ['a Chinese name over 255 bytes', (place) => join(place, '长'.repeat(90), 'office'), 'disk-name-too-long'],
  ['a parent that makes no folders', () => '/proc/nonexistent/x', 'disk-not-there'],
  [
    'below a file',
    (place) => (writeFileSync(join(place, 'file'), 'x'), join(place, 'file', 'office')),
    'disk-not-a-folder',
  ],
  [
    'a file in its place',
    (place) => (writeFileSync(join(place, 'file'), 'x'), join(place, 'file')),
    'disk-not-a-folder',
  ],
  [
    'a link to a disk that is not mounted',
    (place) => (symlinkSync('/not-mounted/disk', join(place, 'usb')), join(place, 'usb', 'office')),
    'disk-link-to-nowhere',
  ],
  [
    'links in a circle',
    (place) => (symlinkSync(join(place, 'a'), join(place, 'a')), join(place, 'a', 'b')),
    'disk-link-circle',
  ],
];

function refusalOf(work: () => unknown): RefusalError['refusal'] | null {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal;
    throw error;
  }
}

test.each(UNUSABLE)('%s cannot be made an office, and the reason is said', (_, folder, reason) => {
  const path = folder(freshFolder());
  expect(refusalOf(() => makeFolder(path))).toMatchObject({ code: 'FOLDER_UNUSABLE', details: { reason } });
});

test.each(UNUSABLE.filter(([what]) => !what.includes('makes no folders')))(
  '%s is not told as a folder without an office',
  (_, folder, reason) => {
    const path = folder(freshFolder());
    expect(refusalOf(() => new Office(path).close())).toMatchObject({ code: 'FOLDER_UNUSABLE', details: { reason } });
  },
);

describe('at the command line', () => {
  const office = commandLine();
  const place = mkdtempSync(join(tmpdir(), 'medicard-folders-'));

  test.each(UNUSABLE)('%s is refused in JSON, exit 1, without a stack trace', async (_, folder) => {
    const own = mkdtempSync(join(place, 'case-'));
    const path = folder(own);
    for (const words of [MAKE, ['day', '--json']]) {
      const { exit, out, problem } = await office.run(...words, '--data', path);
      const { error } = JSON.parse(out);
      expect({ exit, problem }).toEqual({ exit: 1, problem: '' });
      // A folder under /proc is simply not there for a command that makes none.
      expect(error.code).toMatch(path.startsWith('/proc') && words !== MAKE ? /^OFFICE_ABSENT$/ : /^FOLDER_UNUSABLE$/);
    }
  });

  test('books beside which the note is gone are told as such, and are kept', async () => {
    const whole = commandLine();
    await whole.run(...MAKE);
    rmSync(join(whole.folder, 'office.json'));
    for (const words of [
      ['verify'],
      ['day'],
      ['init', '--office', '乙', '--office-code', '0106', '--opening-date', '2024-01-01'],
    ]) {
      const { exit, out } = await whole.run(...words, '--json');
      expect([exit, JSON.parse(out).error.code]).toEqual([1, 'OFFICE_NOTE_MISSING']);
    }
    expect(statSync(join(whole.folder, 'ledger.db')).size).toBeGreaterThan(0);
  });

  test('everything it writes is its owner’s alone, whatever the mask', async () => {
    const old = process.umask(0o000);
    try {
      const whole = commandLine();
      await whole.run(...MAKE);
      await whole.run('backup', join(whole.folder, '..', 'copy.db'));
      const seen = (folder: string): string[] =>
        readdirSync(folder, { recursive: true, encoding: 'utf8' })
          .map((name) => join(folder, name))
          .filter((path) => (statSync(path).mode & 0o077) !== 0);
      expect(seen(join(whole.folder, '..'))).toEqual([]);
    } finally {
      process.umask(old);
    }
  });
});

test('what an earlier version let others see is taken from them at the next opening', () => {
  const folder = copyOf(template);
  for (const name of ['', 'ledger.db', 'office.json', 'in-use.lock']) chmodSync(join(folder, name), 0o755);
  new Office(folder).close();
  const shared = ['', ...readdirSync(folder)].filter((name) => (statSync(join(folder, name)).mode & 0o077) !== 0);
  expect(shared).toEqual([]);
});

test('books and wal are their owner’s alone from the first moment, also without a mask', async () => {
  const old = process.umask(0o000);
  try {
    const office = new Office(copyOf(template));
    await office.must('session.lock', {}, template.clerk);
    const files = readdirSync(office.folder).filter((name) => name.startsWith('ledger.db'));
    expect(files).toContain('ledger.db-wal');
    expect(files.filter((name) => (statSync(join(office.folder, name)).mode & 0o077) !== 0)).toEqual([]);
    office.close();
  } finally {
    process.umask(old);
  }
});

test('a damaged first page is damage, and no wrong key, where the anchor proves the key', () => {
  const folder = copyOf(template);
  const bytes = readFileSync(booksPath(folder));
  bytes[100]! ^= 1;
  for (const ending of ['-wal', '-shm']) rmSync(`${booksPath(folder)}${ending}`, { force: true });
  writeFileSync(booksPath(folder), bytes);
  expect(refusalOf(() => new Office(folder))).toMatchObject({ code: 'DATABASE_DAMAGED' });
  rmSync(keysBeside(folder), { recursive: true });
  expect(refusalOf(() => new Office(folder))).toMatchObject({ code: 'KEY_WRONG' });
});

test('a backup that fails leaves nothing behind', async () => {
  const office = new Office(copyOf(template));
  const place = freshFolder();
  const taken = join(place, 'taken');
  mkdirSync(join(taken, 'full'), { recursive: true });
  const failed = office.door.ledger.books.backUp(taken);
  await expect(failed).rejects.toMatchObject({ refusal: { code: 'FOLDER_UNUSABLE' } });
  await expect(office.door.ledger.books.backUp(join(place, 'none', 'copy'))).rejects.toThrow('FOLDER_UNUSABLE');
  expect(readdirSync(place)).toEqual(['taken']);
  office.close();
});

test.each([
  ['EACCES', 'FOLDER_UNUSABLE', 'disk-no-permission'],
  ['EIO', 'FOLDER_UNUSABLE', 'disk-failing'],
  ['EBUSY', 'FOLDER_UNUSABLE', 'disk-busy'],
  ['ENOSPC', 'DISK_FULL', undefined],
  ['EROFS', 'DISK_READ_ONLY', undefined],
])('%s of the system is %s', (system, code, reason) => {
  const error = Object.assign(new Error('x'), { code: system, syscall: 'open', path: '/a' });
  expect(systemRefusal(error)?.refusal.code).toBe(code);
  expect(systemRefusal(error)?.refusal.details['reason']).toBe(reason);
});

test('an error that is not the system’s is no refusal', () => {
  expect(systemRefusal(new TypeError('x'))).toBeNull();
  expect(systemRefusal(Object.assign(new Error('x'), { code: 'ENOENT' }))).toBeNull();
  expect(isFolder(freshFolder())).toBe(true);
  expect(existsSync('/proc/nonexistent')).toBe(false);
});

test('a folder in the place of a key is told as a folder, and no key is said to be exposed', () => {
  const keys = freshFolder();
  mkdirSync(join(keys, `${OFFICE_ID}.key`), { mode: 0o755 });
  const unusable = { code: 'FOLDER_UNUSABLE', details: { reason: 'disk-is-a-folder' } };
  expect(refusalOf(() => readKeyFile(OFFICE_ID, keys))).toMatchObject(unusable);
  expect(sentence('zh-CN', 'FOLDER_UNUSABLE', { path: keys, reason: 'disk-is-a-folder' })).toContain('这是文件夹');
});

test.each([
  ['EISDIR', '文件夹'],
  ['EACCES', '没有权限'],
  ['EIO', '磁盘报告错误'],
  ['EUNKNOWN', '无法打开'],
])('a file that cannot be read for %s says why in words', (code, words) => {
  const text = sentence('zh-CN', 'FILE_UNREADABLE', { reason: readingReason(code) });
  expect(text).toContain(words);
  expect(text).not.toContain(code);
});
