/** The copies that the program makes by itself: hourly, at the day end, in every place, told where one fails (docs/ledger.md 7). */
import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupPlaces } from '../../../../electron/ledger/backup/backup-places.ts';
import { CopyThread } from '../../../../electron/ledger/backup/copy-thread.ts';
import { OfficeBackups } from '../../../../electron/ledger/backup/office-backups.ts';
import { backupOpensWith } from '../../../../electron/ledger/books/backup.ts';
import type { DatabaseFile } from '../../../../electron/ledger/books/prepared.ts';
import { backupAtDayEnd } from '../../../../electron/ledger/request/kept-backups.ts';
import { officeOfEachTest } from '../../../offices/office-of-each-test.ts';
import { behindTheBack, DATA_KEY, MINUTE, Office, type Counter } from '../../../offices/small-office.ts';
import { freshFolder } from '../../../offices/test-folders.ts';

let office: Office;
let clerk: Counter;
let places: string[];
let backups: OfficeBackups;
officeOfEachTest((opened) => {
  ({ office, clerk } = opened);
});
beforeEach(async () => {
  places = [freshFolder(), freshFolder()];
  backups = begun(places);
  await backups.begin();
});
afterEach(() => backups.close());

function begun(paths: readonly string[], thread?: CopyThread): OfficeBackups {
  const { books } = office.door.ledger;
  return new OfficeBackups(books, backupPlaces(office.folder, paths.join(delimiter)), thread);
}

/** Looks every minute, as the program does. */
async function pass(minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) {
    office.at += MINUTE;
    await backups.look();
  }
}

const copiesIn = (place: string): string[] => readdirSync(place).toSorted();

function records(): readonly { verb: string; outcome: string; details: string }[] {
  return behindTheBack(office.folder, (connection) =>
    connection
      .prepare<[], { verb: string; outcome: string; details: string }>(
        "SELECT verb, outcome, details FROM audit WHERE verb LIKE 'backup.%' ORDER BY seq",
      )
      .all(),
  );
}

test('the first copy comes five minutes after the opening, then one every hour, in every place', async () => {
  await pass(4);
  expect(places.flatMap(copiesIn)).toEqual([]);
  await pass(1);
  expect(places.map((place) => copiesIn(place).length)).toEqual([1, 1]);
  await pass(59);
  expect(places.map((place) => copiesIn(place).length)).toEqual([1, 1]);
  await pass(1);
  expect(places.map((place) => copiesIn(place).length)).toEqual([2, 2]);
  for (const place of places)
    for (const name of copiesIn(place)) expect(backupOpensWith(join(place, name), DATA_KEY)).toBe(true);
  expect(records().map(({ verb, outcome }) => `${verb} ${outcome}`)).toEqual(['backup.make done', 'backup.make done']);
});

test('the copies of the day end hold the closed day, and answer what came of each place', async () => {
  const copied = await backupAtDayEnd({ backups });
  expect(copied).toMatchObject([
    { place: 1, path: places[0], reason: null },
    { place: 2, path: places[1], reason: null },
  ]);
  const [name = ''] = copiesIn(places[0] ?? '');
  expect(copied.map((each) => each.name)).toEqual([name, name]);
  const restored = new Office(freshFolder());
  const path = join(places[0] ?? '', name);
  await restored.must('office.restoreFrom', { path, recoveryKeyTyped: true }, null);
  expect(await restored.must('ledger.verify', {}, null)).toMatchObject({ ok: true, accounts: 6 });
  restored.close();
  expect(await backupAtDayEnd({ backups: null })).toEqual([]);
});

test('a place that has gone is told on every screen and on record until it is mended, and the other one is served', async () => {
  const [first = '', second = ''] = places;
  renameSync(second, `${second}-away`);
  await pass(5);
  const since = '2024-02-05 09:35';
  expect(backups.fault('Asia/Shanghai')).toEqual({
    code: 'BACKUP_FAILED',
    details: { place: 2, places: 2, reason: 'disk-not-there', since },
  });
  expect(copiesIn(first)).toHaveLength(1);
  // Nothing is written where a disk should be.
  expect(existsSync(second)).toBe(false);
  await pass(12);
  expect(copiesIn(first)).toHaveLength(1);
  const failures = (): number => records().filter(({ outcome }) => outcome === 'FOLDER_UNUSABLE').length;
  expect(failures()).toBe(1);
  renameSync(`${second}-away`, second);
  await pass(5);
  expect(backups.fault('Asia/Shanghai')).toBeNull();
  expect(copiesIn(second)).toHaveLength(1);
  expect(records().at(-1)).toMatchObject({ verb: 'backup.mended', outcome: 'done', details: '{"place":2}' });
});

test('a place that is gone at the opening is told at once, and what lies in a place counts', async () => {
  await pass(5);
  const [first = '', second = ''] = places;
  rmSync(second, { recursive: true });
  const again = begun(places);
  await again.begin();
  expect(again.fault('Asia/Shanghai')).toMatchObject({ details: { place: 2, reason: 'disk-not-there' } });
  expect(again.places()[0]?.lastGoodAt).toBe(office.at);
  expect(copiesIn(first)).toHaveLength(1);
});

test('a file in a place’s stead is told, and is not touched', async () => {
  const [first = ''] = places;
  rmSync(first, { recursive: true });
  writeFileSync(first, 'mine');
  await pass(5);
  expect(backups.fault('Asia/Shanghai')).toMatchObject({ details: { place: 1, reason: 'disk-not-a-folder' } });
});

test('what a killed program left unfinished goes with the next copy, and nothing else does', async () => {
  const [first = ''] = places;
  const left = [
    'medicard-0101-7b0e7e9e-20240101T000000Z.backup.part',
    'medicard-0101-7b0e7e9e-20240101T000000Z.backup.part-wal',
  ];
  const others = ['notes.txt', 'medicard-0102-7b0e7e9e-20240101T000000Z.backup', 'x.part'];
  for (const name of [...left, ...others]) writeFileSync(join(first, name), 'x');
  await pass(5);
  expect(copiesIn(first)).toEqual([...others, 'medicard-0101-7b0e7e9e-20240205T013500Z.backup'].toSorted());
});

test('a day of copies is thinned to those of the rule', async () => {
  for (let hour = 0; hour < 30; hour += 1) {
    office.at += 60 * MINUTE;
    await backups.look();
  }
  // 24 of the last hours, and the last of the day before them that is not among these.
  expect(copiesIn(places[0] ?? '').length).toBe(24);
});

test('large books are copied in a thread, while work goes on', async () => {
  backups.close();
  backups = begun([places[0] ?? ''], new CopyThread(0));
  const copying = backupAtDayEnd({ backups });
  const visit = await office.openVisit(0, clerk);
  expect(visit.balanceFen).toBeGreaterThan(0);
  expect(await copying).toMatchObject([{ place: 1, reason: null }]);
});

test('books that are closed meanwhile leave no copy under a final name', async () => {
  backups.close();
  backups = begun([places[0] ?? ''], new CopyThread(0));
  const copying = backupAtDayEnd({ backups });
  while (readdirSync(places[0] ?? '').length === 0 && (await turn())) backups.places();
  backups.close();
  await copying;
  for (const name of copiesIn(places[0] ?? '').filter((each) => each.endsWith('.backup')))
    expect(backupOpensWith(join(places[0] ?? '', name), DATA_KEY)).toBe(true);
});

/** One turn of the event loop. */
const turn = (): Promise<boolean> => new Promise((resolve) => setImmediate(() => resolve(true)));

/** As where the books were damaged: their copy does not open. */
class WrongCopy extends CopyThread {
  override copy(database: DatabaseFile, target: string): ReturnType<CopyThread['copy']> {
    return super.copy({ ...database, databaseKey: Buffer.alloc(32, 1) }, target);
  }
}

test('books that cannot be copied are told as a failing place, and replace no good copy', async () => {
  await pass(5);
  const good = copiesIn(places[0] ?? '');
  const broken = begun(places.slice(0, 1), new WrongCopy());
  expect(await backupAtDayEnd({ backups: broken })).toMatchObject([{ place: 1, name: null, reason: 'disk-failing' }]);
  expect(copiesIn(places[0] ?? '')).toEqual(good);
});

test('places are those of the installation: beside the office unless it is said, several, or none', () => {
  const usual = backupPlaces(office.folder, undefined);
  expect(usual).toEqual([{ path: `${office.folder}-backups`, isUsual: true }]);
  expect(backupPlaces(office.folder, 'none')).toEqual([]);
  expect(backupPlaces(office.folder, '')).toEqual([]);
  expect(backupPlaces(office.folder, ['/a', '/b', '/a', ''].join(delimiter))).toEqual([
    { path: '/a', isUsual: false },
    { path: '/b', isUsual: false },
  ]);
});

test('the usual place is made where it is missing', async () => {
  const own = new OfficeBackups(office.door.ledger.books, backupPlaces(office.folder, undefined));
  await own.begin();
  expect(own.fault('Asia/Shanghai')).toBeNull();
  expect(await backupAtDayEnd({ backups: own })).toMatchObject([{ place: 1, reason: null }]);
  expect(copiesIn(`${office.folder}-backups`)).toHaveLength(1);
  rmSync(`${office.folder}-backups`, { recursive: true });
});
