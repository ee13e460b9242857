/**
 * Whatever happens to wal, books and anchor, nothing acknowledged is silently gone; and a kill at any moment is never taken
 * for such a loss.
 */
import { cpSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { RefusalError } from '../../../electron/contract/kernel/errors.ts';
import { digestOfFolder } from '../../../electron/ledger/books/anchor/anchor-file.ts';
import { booksPath } from '../../../electron/ledger/books/books.ts';
import {
  behindTheBack,
  copyOf,
  copyOffice,
  makeTemplate,
  MINUTE,
  Office,
  OFFICE_ID,
  type Template,
} from '../../offices/small-office.ts';
import { caseCount } from '../../case-count.ts';
import { freshFolder, keysBeside } from '../../offices/test-folders.ts';
import { startDoomed } from './ledger-process.ts';

/** Moments at which a ledger is killed, one after the other on the same books. */
const KILLS = caseCount(12);
/** Commands acknowledged before the harm; each is a commit of its own in the wal. */
const COMMANDS = 12;

let template: Template;
/** The office in the middle of its work: books, wal and anchor as they lay then, and at its beginning. */
let during = '';
let before = '';
let acknowledged = 0;

beforeAll(async () => {
  template = await makeTemplate();
  const folder = copyOf(template);
  behindTheBack(folder, (connection) => connection.pragma('wal_checkpoint(TRUNCATE)'));
  before = freshFolder();
  copyOffice(folder, before);
  const office = new Office(folder);
  for (let at = 0; at < COMMANDS; at += 1) {
    office.at += MINUTE;
    await office.must('session.lock', {}, template.clerk);
  }
  acknowledged = office.door.ledger.books.anchoring?.point?.seq ?? 0;
  during = freshFolder();
  copyOffice(folder, during);
  // The anchor as it lay; the copy lies in a place of its own from its first opening on.
  office.close();
});

const wal = (folder: string): string => `${booksPath(folder)}-wal`;
const flip = (path: string, bit: number): void => {
  const bytes = readFileSync(path);
  const at = bit % (bytes.length * 8);
  bytes[at >> 3]! ^= 1 << (at & 7);
  writeFileSync(path, bytes);
};

type Harm = (folder: string, draw: number) => void;
/** Each where it is drawn. */
const DRAWN_HARMS: Readonly<Record<string, Harm>> = {
  'a flipped bit in the wal': (folder, draw) => flip(wal(folder), draw),
  'a wal that is cut': (folder, draw) => truncateSync(wal(folder), draw % readFileSync(wal(folder)).length),
  'a flipped bit in the books': (folder, draw) => flip(booksPath(folder), draw),
};
/** The same every time. */
const FIXED_HARMS: Readonly<Record<string, Harm>> = {
  'nothing at all': () => undefined,
  'a wal that is gone': (folder) => rmSync(wal(folder)),
  'an emptied wal': (folder) => truncateSync(wal(folder), 0),
  'older books without a wal': (folder) => {
    rmSync(wal(folder));
    cpSync(booksPath(before), booksPath(folder));
  },
  'older books with the wal': (folder) => cpSync(booksPath(before), booksPath(folder)),
};

/** What an opening came to: the code that keeps the books shut, or the number of the newest record. */
function opening(folder: string): string | number {
  try {
    const office = new Office(folder);
    const { shut } = office.door;
    const seq = shut === null ? (office.door.ledger.books.anchoring?.point?.seq ?? 0) : 0;
    office.close();
    return shut === null ? seq : shut.code;
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal.code;
    throw error;
  }
}

test('the copy holds what was acknowledged, in its wal alone', () => {
  const folder = freshFolder();
  copyOffice(during, folder);
  expect(readFileSync(wal(folder)).length).toBeGreaterThan(COMMANDS * 4096);
  expect(opening(folder)).toBe(acknowledged);
});

test.each([
  ...Object.entries(DRAWN_HARMS).map((harm) => [...harm, 25] as const),
  ...Object.entries(FIXED_HARMS).map((harm) => [...harm, 1] as const),
])('%s: everything acknowledged is there, or the opening says otherwise', (_, harm, numRuns) => {
  fc.assert(
    fc.property(fc.nat(), (draw) => {
      const folder = freshFolder();
      copyOffice(during, folder);
      harm(folder, draw);
      const outcome = opening(folder);
      if (typeof outcome === 'string')
        expect(outcome).toMatch(/^(BOOKS_BEHIND|BOOKS_OTHER|DATABASE_DAMAGED|KEY_WRONG)$/);
      else expect(outcome).toBeGreaterThanOrEqual(acknowledged);
      // A loss that was told is told again, and does not go away by itself.
      if (outcome === 'BOOKS_BEHIND') expect(opening(folder)).toBe('BOOKS_BEHIND');
      for (const each of [folder, keysBeside(folder)]) rmSync(each, { recursive: true, force: true });
    }),
    { numRuns },
  );
});

test('a wal that is gone, cut or emptied loses acknowledged work, and it is named', () => {
  for (const harm of ['a wal that is gone', 'an emptied wal', 'older books without a wal']) {
    const folder = freshFolder();
    copyOffice(during, folder);
    FIXED_HARMS[harm]?.(folder, 0);
    expect([harm, opening(folder)]).toEqual([harm, 'BOOKS_BEHIND']);
  }
});

test('a flipped bit anywhere in the anchor is read from another slot, or the anchor is missing', () => {
  const folder = copyOf(template);
  new Office(folder).close();
  const anchor = join(keysBeside(folder), `${OFFICE_ID}.${digestOfFolder(folder)}.anchor`);
  expect(existsSync(anchor)).toBe(true);
  fc.assert(
    fc.property(fc.nat(), (draw) => {
      flip(anchor, draw);
      expect(opening(folder)).not.toBe('ANCHOR_MISSING');
    }),
    { numRuns: 40 },
  );
});

test(
  `killed at ${KILLS} random moments, it opens each time and has what it acknowledged`,
  async () => {
    const folder = copyOf(template);
    const before = new Office(folder);
    await before.keepPasswords();
    before.close();
    let least = 0;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 300 }), async (messages) => {
        const ledger = startDoomed('lock', folder);
        await ledger.until(() => ledger.told.length >= messages);
        await ledger.kill();
        least = Math.max(least, ...ledger.told.map(({ commits }) => Number(commits)));
        const office = new Office(folder, Date.now());
        expect(office.door.shut).toBeNull();
        expect(office.door.ledger.books.anchoring?.point?.commits).toBeGreaterThanOrEqual(least);
        office.close();
      }),
      { numRuns: KILLS },
    );
    expect(least).toBeGreaterThan(60);
  },
  KILLS * 30_000,
);
