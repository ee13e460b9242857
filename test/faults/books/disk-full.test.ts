/** A full disk and a read-only one: a clear refusal, the books untouched, and work goes on once there is room. */
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { readKeyFile, writeKeyFile } from '../../../electron/ledger/books/sealing/key-file.ts';
import { allocationCsv, person } from '../../offices/made-up-people.ts';
import { authorised, copyOf, makeTemplate, Office, visitOf, type Template } from '../../offices/small-office.ts';
import { freshFolder } from '../../offices/test-folders.ts';
import { startMounted } from './ledger-process.ts';

let template: Template;
beforeAll(async () => {
  template = await makeTemplate();
});

afterEach(() => void vi.useRealTimers());

/** Lets the books grow by so many pages and no more. */
function limitGrowth(office: Office, pages: number): Promise<void> {
  return office.door.ledger.books.write(async ({ sql }) => {
    const present = Number(sql.values('PRAGMA page_count').get());
    sql.script(`PRAGMA max_page_count = ${present + pages}`);
  });
}

const LARGE = allocationCsv(
  'YB9',
  '3000.00',
  Array.from({ length: 3000 }, (_, at) => ({ id: String(at + 1), to: person(at % 6), amount: '1.00' })),
);

/** Before the second person's word a file is refused whole; after it, it is on its way and waits for room. */
const ROOM = [
  [0, 'DISK_FULL'],
  [1, 'DISK_FULL'],
  [20, 'POSTING_WAITS'],
  [40, 'POSTING_WAITS'],
] as const;

test.each(ROOM)(
  'books that may grow by %i pages answer a large file with %s, and take it whole later',
  async (pages, code) => {
    const office = new Office(copyOf(template));
    // No pages that are free already.
    office.whileClosed((connection) => connection.exec('VACUUM'));
    const intakeId = await office.receive(LARGE, template.clerk);
    const request = { operationId: randomUUID(), intakeId, second: authorised('2001') };
    await limitGrowth(office, pages);
    expect(await office.codeOf('file.post', request, template.clerk)).toBe(code);
    expect(await office.faults()).toEqual([]);
    const { items, total } = await office.must('batch.list', {}, template.clerk);
    const isBegun = code === 'POSTING_WAITS';
    expect(total).toBe(isBegun ? 4 : 3);
    expect(items[0]?.waitsFor).toBe(isBegun ? 'DISK_FULL' : null);
    expect(await office.codeOf('file.post', request, template.clerk)).toBe(code);
    await limitGrowth(office, 1_000_000);
    const outcome = await office.must('file.post', request, template.clerk);
    expect(outcome).toMatchObject({ posted: true, accepted: 3000, amountFen: 300_000, rejectedCount: 0 });
    expect(await office.must('file.post', request, template.clerk)).toEqual(outcome);
    expect(await office.must('ledger.verify', {}, null)).toMatchObject({ ok: true, entries: 3_013 });
    office.close();
  },
);

test('a posting that waits for room goes on by itself at the next opening', async () => {
  const office = new Office(copyOf(template));
  office.whileClosed((connection) => connection.exec('VACUUM'));
  await limitGrowth(office, 20);
  await expect(office.post.allocation(LARGE)).rejects.toThrow('POSTING_WAITS');
  office.reopen();
  await office.door.ledger.postings.atRest();
  const { items } = await office.must('batch.list', {}, template.clerk);
  expect(items[0]).toMatchObject({ batch: 'YB9', state: 'posted', accepted: 3000, rejected: 0, amountFen: 300_000 });
  expect(await office.must('ledger.verify', {}, null)).toMatchObject({ ok: true, entries: 3_013 });
  office.close();
});

test('a posting that waits for room is tried again by itself', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const office = new Office(copyOf(template));
  office.whileClosed((connection) => connection.exec('VACUUM'));
  await limitGrowth(office, 20);
  await expect(office.post.allocation(LARGE)).rejects.toThrow('POSTING_WAITS');
  await limitGrowth(office, 1_000_000);
  vi.runAllTimers();
  await office.door.ledger.postings.atRest();
  const { items } = await office.must('batch.list', {}, template.clerk);
  expect(items[0]).toMatchObject({ batch: 'YB9', state: 'posted', accepted: 3000, waitsFor: null });
  office.close();
});

test('with no room even for the record of a refusal, requests are still answered', async () => {
  const office = new Office(copyOf(template));
  await limitGrowth(office, 0);
  const codes = new Set<string | null>();
  for (let time = 0; time < 400 && !codes.has('DISK_FULL'); time += 1) {
    codes.add(await office.codeOf('visit.open', { ...visitOf(0), card: person(1).card }, template.clerk));
    await office.door.ledger.books.write(async ({ sql }) => {
      sql.script('UPDATE clerk SET locked_at = NULL');
    });
  }
  expect([...codes]).toContain('DISK_FULL');
  expect(await office.faults()).toEqual([]);
  office.close();
});

describe('on a disk of four megabytes', () => {
  test('a full disk refuses each thing with its code, and nothing is thrown', async () => {
    const ledger = startMounted('full', freshFolder(), 'mount -t tmpfs -o size=4m none "$1"');
    await ledger.ended();
    expect(ledger.told.filter(({ full, room }) => full !== undefined || room !== undefined)).toEqual([
      { full: 'post', code: 'DISK_FULL' },
      { full: 'lock', code: 'DISK_FULL' },
      { full: 'receive', code: 'DISK_FULL' },
      { full: 'query', code: 'ok' },
      { room: 'post', code: 'ok' },
      { room: 'verify', code: 'true 40' },
    ]);
  });

  test('a disk too small for an office refuses to make one', async () => {
    const ledger = startMounted('create', freshFolder(), 'mount -t tmpfs -o size=100k none "$1"');
    await ledger.ended();
    expect(ledger.told).toEqual([{ opened: 'DISK_FULL' }]);
  });
});

describe('on a read-only disk', () => {
  const readOnly = 'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1"';

  test('an office is not opened, and its files stay as they were', async () => {
    const folder = copyOf(template);
    const ledger = startMounted('open', folder, readOnly);
    await ledger.ended();
    expect(ledger.told).toEqual([{ opened: 'DISK_READ_ONLY' }]);
    const office = new Office(folder);
    expect(await office.faults()).toEqual([]);
    office.close();
  });

  test('no office is made in an empty folder', async () => {
    const ledger = startMounted('create', freshFolder(), readOnly);
    await ledger.ended();
    expect(ledger.told).toEqual([{ opened: 'DISK_READ_ONLY' }]);
  });
});

describe('the key file', () => {
  const officeId = 'a0000000-0000-4000-8000-000000000001';

  test('is for its owner alone, is never overwritten, and is read back', () => {
    const folder = join(freshFolder(), 'keys');
    const path = writeKeyFile(officeId, Buffer.alloc(32, 0xab), folder);
    expect(readKeyFile(officeId, folder)).toEqual(new Uint8Array(32).fill(0xab));
    expect(() => writeKeyFile(officeId, Buffer.alloc(32, 0xcd), folder)).toThrow(/EEXIST/);
    for (const mode of [0o640, 0o604, 0o660, 0o644]) {
      chmodSync(path, mode);
      expect(() => readKeyFile(officeId, folder)).toThrow('KEY_EXPOSED');
    }
    chmodSync(path, 0o400);
    expect(readKeyFile(officeId, folder)).toEqual(new Uint8Array(32).fill(0xab));
  });

  test('that is missing is named as missing, and whether a sealed one lies beside', () => {
    const folder = freshFolder();
    expect(() => readKeyFile(officeId, folder)).toThrow('KEY_MISSING');
    writeFileSync(join(folder, `${officeId}.sealed`), 'x');
    try {
      readKeyFile(officeId, folder);
    } catch (error) {
      expect(error).toMatchObject({ refusal: { code: 'KEY_MISSING', details: { sealed: 'yes' } } });
    }
  });

  test.each(['', 'ab', 'XY'.repeat(32), `${'ab'.repeat(32)}ab`])('that holds %j holds no key', (text) => {
    const folder = freshFolder();
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${officeId}.key`), text, { mode: 0o600 });
    expect(() => readKeyFile(officeId, folder)).toThrow('KEY_WRONG');
  });
});
