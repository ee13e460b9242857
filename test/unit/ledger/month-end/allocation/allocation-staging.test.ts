/** A long file is staged in a thread of its own: it must find the same, fail the same and leave as little behind. */
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { fen } from '../../../../../electron/contract/kernel/money.ts';
import {
  AllocationStage,
  LINES_WORTH_A_THREAD,
} from '../../../../../electron/ledger/month-end/allocation/staging/allocation-staging.ts';
import { openConnection } from '../../../../../electron/ledger/books/sqlite/connection.ts';
import { deriveKeys } from '../../../../../electron/ledger/books/sealing/keys.ts';
import { StagingThread } from '../../../../../electron/ledger/month-end/allocation/staging/staging-thread.ts';
import { allocationCsv, person } from '../../../../offices/made-up-people.ts';
import { authorised, copyOf, DATA_KEY, makeTemplate, Office, type Template } from '../../../../offices/small-office.ts';
import { freshFolder } from '../../../../offices/test-folders.ts';

let template: Template;
beforeAll(async () => {
  template = await makeTemplate();
});

const keys = deriveKeys(DATA_KEY);

/** Repeated identifiers, texts and faulty amounts among them. */
function lineOf(at: number) {
  const { idNumber, name, card } = person(at % 6);
  const id = at % 50 === 7 ? `A-${at % 4}` : String(at % 900);
  const amount = at % 41 === 0 ? null : fen(100 + at);
  return { line: at + 4, id, idNumber, name, card, amountText: `text ${at}`, amount, text: `个人账户划入 ${at % 3}` };
}

async function stagedIn(expected: number): Promise<unknown[][]> {
  const path = join(freshFolder(), 'scratch.db');
  const stage = new AllocationStage(path, keys);
  stage.begin(expected);
  for (let piece = 0; piece < 300; piece += 1) {
    const lines = Array.from({ length: 10 }, (_, at) => lineOf(piece * 10 + at));
    await stage.add(lines, (amount) => (amount === null ? 'AM09' : null));
  }
  await stage.finish();
  const connection = openConnection({ path, databaseKey: keys.database, scratch: true });
  const found = ['stage', 'narrative', 'written'].map((table) =>
    connection.prepare(`SELECT * FROM ${table} ORDER BY 1`).raw().all(),
  );
  connection.close();
  return found;
}

test('here or in a thread, the same lines are staged', async () => {
  const here = await stagedIn(0);
  expect(here.map((rows) => rows.length)).toEqual([3_000, 3, 300]);
  expect(await stagedIn(LINES_WORTH_A_THREAD)).toEqual(here);
});

const COUNT = LINES_WORTH_A_THREAD + 1;
const LONG = allocationCsv(
  'YB9',
  `${COUNT}.00`,
  Array.from({ length: COUNT }, (_, at) => ({ id: String(at + 1), to: person(at % 6), amount: '1.00' })),
);

const scratchOf = (office: Office): string[] => {
  const folder = join(office.folder, 'scratch');
  return existsSync(folder) ? readdirSync(folder) : [];
};

test('a long file is posted whole, and the books prove themselves', async () => {
  const office = new Office(copyOf(template));
  expect(await office.post.allocation(LONG)).toMatchObject({ posted: true, accepted: COUNT, refused: { length: 0 } });
  expect(await office.faults()).toEqual([]);
  expect(scratchOf(office)).toEqual([]);
  office.close();
});

test('a long file cancelled or broken off while it is read leaves nothing behind, and can be posted afterwards', async () => {
  const office = new Office(copyOf(template));
  const intakeId = await office.receive(LONG, template.clerk);
  const request = { operationId: randomUUID(), intakeId, second: authorised('2001') };
  office.onProgress = ({ phase }) => {
    if (phase === 'reading') office.cancel(request.operationId, template.clerk);
  };
  expect(await office.codeOf('file.post', request, template.clerk)).toBe('OPERATION_CANCELLED');
  expect(scratchOf(office)).toEqual([]);
  office.onProgress = null;
  const broken = await office.post.allocation(`${LONG}"`);
  expect(broken).toMatchObject({ posted: false, fault: { key: 'quoteUnclosed', line: COUNT + 4 } });
  expect(scratchOf(office)).toEqual([]);
  const again = { ...request, operationId: randomUUID() };
  expect(await office.must('file.post', again, template.clerk)).toMatchObject({ posted: true, accepted: COUNT });
  office.close();
});

test('what the disk says to the thread is said here', async () => {
  const stage = new AllocationStage(freshFolder(), keys);
  stage.begin(LINES_WORTH_A_THREAD);
  await stage.add([lineOf(1)], () => null);
  await expect(stage.finish()).rejects.toMatchObject({ refusal: { code: 'FOLDER_UNUSABLE' } });
  await stage.abandon();
});

test('what nobody foresaw in the thread is thrown here, at the time or later', async () => {
  const thread = new StagingThread({ path: join(freshFolder(), 'scratch.db'), databaseKey: Buffer.alloc(0) });
  await expect(thread.finish(true)).rejects.toThrow('a database key is 32 bytes');
  await expect(thread.finish(true)).rejects.toThrow('a database key is 32 bytes');
  await thread.abandon();
});
