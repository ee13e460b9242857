/**
 * What lies beside the books and is damaged there: a received file flipped, cut, renamed or gone is refused with a
 * sentence, dropped and on record; left-over files never keep the office shut. The ledger lives on.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { sentence } from '../../../electron/contract/messages/messages.ts';
import { allocationCsv, INSTITUTIONS, person, registerCsv, settlementCsv } from '../../offices/made-up-people.ts';
import { authorised, behindTheBack, copyOf, makeTemplate, Office, type Template } from '../../offices/small-office.ts';

let template: Template;
let office: Office;
beforeAll(async () => {
  template = await makeTemplate();
  office = new Office(copyOf(template));
});

const CREDITS = Array.from({ length: 40 }, (_, at) => ({ id: String(at + 1), to: person(at % 6), amount: '1.00' }));
const SALES = [{ reference: 'P90', card: person(0).card, kind: '消费', amount: '1.00' }] as const;
const FILES = [
  allocationCsv('YB90', '40.00', CREDITS),
  settlementCsv('QS90', '1.00', SALES),
  registerCsv([0, 1, 20, 21].map(person)),
  INSTITUTIONS,
] as const;

const incoming = (): string => join(office.folder, 'incoming');
const nameOf = (intakeId: string): string => readdirSync(incoming()).find((name) => name.startsWith(intakeId)) ?? '';
const check = (intakeId: string) => office.ask('file.check', { operationId: randomUUID(), intakeId }, template.clerk);
const records = (): number =>
  behindTheBack(office.folder, (books) =>
    Number(books.prepare("SELECT count(*) FROM audit WHERE outcome = 'FILE_UNREADABLE'").pluck().get()),
  );

afterEach(() => rmSync(incoming(), { recursive: true, force: true }));

async function receive(text: string): Promise<{ intakeId: string; path: string; bytes: Buffer }> {
  const intakeId = await office.receive(text, template.clerk);
  const path = join(incoming(), nameOf(intakeId));
  return { intakeId, path, bytes: readFileSync(path) };
}

/** Refused, dropped and on record by whatever is asked first; afterwards the file is unknown. */
async function isRefused(intakeId: string, ask: () => Promise<unknown> = () => check(intakeId)): Promise<void> {
  const before = records();
  expect(await ask()).toMatchObject({ ok: false, error: { code: 'FILE_UNREADABLE' } });
  expect(records()).toBe(before + 1);
  expect(nameOf(intakeId)).toBe('');
  expect(await check(intakeId)).toMatchObject({ error: { code: 'FILE_UNKNOWN' } });
}

test('a bit flipped anywhere in a received file, of every kind', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...FILES),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      async (text, place) => {
        const { intakeId, path, bytes } = await receive(text);
        const bit = Math.floor(place * bytes.length * 8);
        bytes[bit >> 3]! ^= 1 << (bit & 7);
        writeFileSync(path, bytes);
        await isRefused(intakeId);
      },
    ),
  );
});

test('a received file cut anywhere, or with something appended', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...FILES),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      async (text, share) => {
        const cut = await receive(text);
        writeFileSync(cut.path, cut.bytes.subarray(0, Math.floor(share * cut.bytes.length)));
        await isRefused(cut.intakeId);
        const longer = await receive(text);
        writeFileSync(longer.path, Buffer.concat([longer.bytes, longer.bytes.subarray(0, 1 + Math.floor(share * 99))]));
        await isRefused(longer.intakeId);
      },
    ),
    { numRuns: 40 },
  );
});

/** More than one record: 64 KiB each. */
const LONG = registerCsv(Array.from({ length: 3_000 }, (_, at) => person(at)));

test('records of a long file taken out, doubled, in another order, or from another file', async () => {
  const other = await receive(LONG);
  const first = other.bytes.readUInt32BE(0) + 32;
  const moves: ((bytes: Buffer) => Buffer)[] = [
    (bytes) => bytes.subarray(first),
    (bytes) => Buffer.concat([bytes.subarray(0, first), bytes]),
    (bytes) => Buffer.concat([bytes.subarray(first, 2 * first), bytes.subarray(0, first), bytes.subarray(2 * first)]),
    (bytes) => Buffer.concat([other.bytes.subarray(0, first), bytes.subarray(first)]),
    () => other.bytes,
  ];
  for (const move of moves) {
    const { intakeId, path, bytes } = await receive(LONG);
    expect(bytes.length).toBeGreaterThan(3 * first);
    writeFileSync(path, move(bytes));
    await isRefused(intakeId);
  }
});

test('a received file under another kind or hash is not taken for what the name says', async () => {
  const kind = await receive(FILES[0]);
  renameSync(kind.path, kind.path.replace('.allocation.', '.settlement.'));
  await isRefused(kind.intakeId, () => office.ask('file.answerName', { intakeId: kind.intakeId }, template.clerk));
  const hash = await receive(FILES[0]);
  renameSync(hash.path, `${hash.path.slice(0, -64)}${'0'.repeat(64)}`);
  await isRefused(hash.intakeId);
  const unknown = await receive(FILES[0]);
  renameSync(unknown.path, unknown.path.replace('.allocation.', '.letter.'));
  await isRefused(unknown.intakeId);
});

test('damage met by posting, refusing and answering is refused as well, and nothing is posted', async () => {
  const batches = await office.must('batch.list', {}, template.clerk);
  const asks = [
    (intakeId: string) =>
      office.ask('file.post', { operationId: randomUUID(), intakeId, second: authorised('2001') }, template.clerk),
    (intakeId: string) => office.ask('file.openAnswer', { intakeId }, template.clerk),
  ];
  for (const ask of asks) {
    const { intakeId, path, bytes } = await receive(FILES[0]);
    bytes[200]! ^= 1;
    writeFileSync(path, bytes);
    await isRefused(intakeId, () => ask(intakeId));
  }
  expect(await office.must('batch.list', {}, template.clerk)).toEqual(batches);
  expect(await office.faults()).toEqual([]);
});

test('a file damaged, or gone, while it is being received is given up', async () => {
  const receiving = async () => {
    const { intakeId } = await office.must('intake.begin', { name: 'a.csv', bytes: 9 }, template.clerk);
    await office.must('intake.chunk', { intakeId, offset: 0, chunk: Buffer.from(FILES[0]) }, template.clerk);
    return { intakeId, path: join(incoming(), nameOf(intakeId)) };
  };
  const flipped = await receiving();
  const bytes = readFileSync(flipped.path);
  bytes[100]! ^= 4;
  writeFileSync(flipped.path, bytes);
  await isRefused(flipped.intakeId, () => office.ask('intake.end', { intakeId: flipped.intakeId }, template.clerk));
  const gone = await receiving();
  rmSync(gone.path);
  await isRefused(gone.intakeId, () => office.ask('intake.end', { intakeId: gone.intakeId }, template.clerk));
});

test('the sentence says that the file was dropped and what to do, in both languages', async () => {
  const { intakeId, path, bytes } = await receive(FILES[0]);
  bytes[60]! ^= 1;
  writeFileSync(path, bytes);
  const reply = await check(intakeId);
  const details = reply.ok ? {} : reply.error.details;
  expect(sentence('en', 'FILE_UNREADABLE', details)).toMatch(
    /received file [0-9a-f]{8} was damaged .* deleted.*Choose the file again/,
  );
  expect(sentence('zh-CN', 'FILE_UNREADABLE', details)).toMatch(/已接收的文件 [0-9a-f]{8} .*损坏.*请重新选择文件/);
});

test.each([
  [
    'a folder in the place of a file half received',
    (folder: string) => mkdirSync(join(folder, 'incoming', 'x.part'), { recursive: true }),
  ],
  ['a file in the place of the folder', (folder: string) => writeFileSync(join(folder, 'incoming'), 'x')],
  [
    'a file in the place of the work files',
    (folder: string) => {
      rmSync(join(folder, 'scratch'), { recursive: true, force: true });
      writeFileSync(join(folder, 'scratch'), 'x');
    },
  ],
  [
    'a lock with something in it',
    (folder: string) => writeFileSync(join(folder, 'in-use.lock'), 'not a database'.repeat(50)),
  ],
])('%s does not keep the office shut', async (_, leave) => {
  const folder = copyOf(template);
  leave(folder);
  const second = new Office(folder);
  expect(await second.faults()).toEqual([]);
  expect(() => new Office(folder)).toThrow('DATA_FOLDER_IN_USE');
  second.close();
});

test('where the folder of received files cannot be made, receiving is refused and nothing else', async () => {
  writeFileSync(incoming(), 'x');
  const begun = await office.ask('intake.begin', { name: 'a.csv', bytes: 1 }, template.clerk);
  expect(begun).toMatchObject({ error: { code: 'FOLDER_UNUSABLE', details: { reason: 'disk-not-a-folder' } } });
  expect(await office.faults()).toEqual([]);
});

test('a sealed field that does not open refuses what needs it, names it, is on record, and the others go on', async () => {
  const folder = copyOf(template);
  behindTheBack(folder, (books) => {
    for (const table of ['holder', 'card']) books.exec(`DROP TRIGGER IF EXISTS ${table}_no_update`);
    books.exec("UPDATE holder SET name_sealed = x'00' WHERE id = 1");
  });
  const damaged = new Office(folder);
  const refused = { ok: false, error: { code: 'DATABASE_DAMAGED', details: { system: 'sealed name' } } };
  const { idNumber, card } = person(0);
  const input = {
    operationId: randomUUID(),
    idNumber,
    card,
    networkCheck: 'match-photo',
    secondaryDocument: null,
    agent: null,
  } as const;
  expect(await damaged.ask('visit.open', input, template.clerk)).toEqual(refused);
  expect(await damaged.ask('visit.open', { ...input, operationId: randomUUID() }, template.clerk)).toEqual(refused);
  await damaged.openVisit(1, template.clerk);
  damaged.close();
  behindTheBack(folder, (books) => {
    const found = books.prepare("SELECT count(*) FROM audit WHERE outcome = 'DATABASE_DAMAGED'").pluck().get();
    expect(found).toBe(2);
  });
});
