/** A busy day leaves no name, number or password in any byte of the data folder (JR/T 0171-2020, docs/ledger.md 4). */
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recoveryKeyText } from '../../../electron/contract/office/recovery-key.ts';
import {
  allocationCsv,
  INSTITUTIONS,
  person,
  registerCsv,
  settlementCsv,
  type Person,
} from '../../offices/made-up-people.ts';
import {
  authorised,
  behindTheBack,
  DATA_KEY,
  NEW_OFFICE,
  Office,
  PASSWORDS,
  statementOf,
  visitOf,
  type Counter,
} from '../../offices/small-office.ts';
import { freshFolder } from '../../offices/test-folders.ts';

const PEOPLE = [0, 1, 2, 3, 4, 5, 6, 7].map(person);
const AGENT = { idNumber: person(20).idNumber, name: '独孤求败', relation: '朋友', householdRegister: false };
const DOCUMENT = '护照号码E12345678';

let office: Office;
/** What was found in the folder at moments in the middle of the work. */
const caught: string[] = [];

/** Every text that must not lie anywhere, but for names of two characters or less, which chance may write. */
function secrets(): string[] {
  const personal = (one: Person) => [one.idNumber, one.card, one.phone, one.name, one.insurance];
  const all = [...PEOPLE.flatMap(personal), AGENT.idNumber, AGENT.name, DOCUMENT, ...Object.values(PASSWORDS)];
  return [...all, DATA_KEY.toString('hex'), DATA_KEY.toString('latin1'), recoveryKeyText(DATA_KEY)].filter(
    (text) => Buffer.byteLength(text) >= 6,
  );
}

function encodings(text: string): Buffer[] {
  return [Buffer.from(text), Buffer.from(text, 'utf16le'), iconv.encode(text, 'gb18030')];
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

function leaks(): string[] {
  return filesIn(office.folder).flatMap((path) => {
    const bytes = readFileSync(path);
    return secrets().flatMap((text) =>
      encodings(text).some((form) => bytes.includes(form)) ? [`${text} in ${path}`] : [],
    );
  });
}

async function postThrough(text: string, from: Counter, second: string): Promise<void> {
  const intakeId = await office.receive(text, from);
  await office.must('file.check', { operationId: randomUUID(), intakeId }, from);
  const posting = { operationId: randomUUID(), intakeId, second: authorised(second) };
  await office.must('file.post', posting, from);
}

async function monthEnd(clerk: Counter): Promise<void> {
  await postThrough(INSTITUTIONS, clerk, '2001');
  await postThrough(registerCsv(PEOPLE.slice(0, 6)), clerk, '2001');
  const credits = PEOPLE.map((to, at) => ({ id: String(at + 1), to, amount: '100.00' }));
  await postThrough(allocationCsv('YB1', '800.00', credits), clerk, '2001');
  const sales = PEOPLE.map(({ card }, at) => ({ reference: `P${at}`, card, kind: '消费', amount: '10.00' }) as const);
  await postThrough(settlementCsv('QS1', '80.00', sales), clerk, '2001');
}

async function serve(clerk: Counter): Promise<void> {
  const agent = { agent: AGENT, networkCheck: 'name-differs', secondaryDocument: DOCUMENT } as const;
  const { visitId } = await office.must('visit.open', { ...visitOf(0), ...agent }, clerk);
  for (const field of ['idNumber', 'card', 'phone', 'agentIdNumber'] as const) {
    await office.must('visit.reveal', { operationId: randomUUID(), visitId, field, reason: '核对' }, clerk);
  }
  const { documentNumber } = await office.must('statement.prepare', statementOf(visitId), clerk);
  const { jobId } = await office.must('print.issue', { operationId: randomUUID(), visitId, documentNumber }, clerk);
  await office.must('print.settle', { jobId, outcome: 'failed', printer: 'P', failure: 'paper' }, clerk);
  await office.must('visit.finish', { visitId }, clerk);
}

async function blunder(clerk: Counter): Promise<void> {
  await office.ask('visit.open', { ...visitOf(0), card: person(1).card }, clerk);
  await office.ask('visit.open', { ...visitOf(0), idNumber: '110105195001010014' }, clerk);
  await office.ask('visit.open', { ...visitOf(0), operationId: 'not an id' }, clerk);
  await office.ask('session.signIn', authorised('1002', PASSWORDS['2002']), null);
  await office.ask('document.check', { documentNumber: person(0).card, verificationCode: 'X' }, clerk);
}

beforeAll(async () => {
  office = new Office(freshFolder());
  await office.must('office.create', { ...NEW_OFFICE, demoFolder: null }, null);
  const clerk = await office.signIn('1001');
  office.onProgress = () => caught.push(...leaks());
  await monthEnd(clerk);
  office.onProgress = null;
  await serve(clerk);
  await blunder(clerk);
  // A file half received and one never posted stay in the spool.
  await office.receive(registerCsv(PEOPLE), clerk);
  const { intakeId } = await office.must('intake.begin', { name: 'b.csv', bytes: 9 }, clerk);
  await office.must('intake.chunk', { intakeId, offset: 0, chunk: Buffer.from(registerCsv(PEOPLE)) }, clerk);
});
afterAll(() => office.close());

test('there is something to find: log, scratch and spool were there when they were searched', () => {
  const names = filesIn(office.folder).map((path) => path.slice(office.folder.length + 1));
  expect(names).toContain('ledger.db-wal');
  expect(names.filter((name) => name.startsWith('incoming')).length).toBeGreaterThanOrEqual(2);
  expect(office.progress.map(({ phase }) => phase)).toContain('checking');
});

test('no byte of the folder holds a name, a number or a password, in any encoding', () => {
  expect(leaks()).toEqual([]);
});

test('nor did it at any moment of reading, checking and posting', () => {
  expect(caught).toEqual([]);
});

interface Cell {
  readonly table: string;
  readonly column: string;
  readonly value: unknown;
}

function cells(): Cell[] {
  return behindTheBack(office.folder, (connection) => {
    const tables = connection.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
    return tables.flatMap((table) =>
      connection
        .prepare<[], Record<string, unknown>>(`SELECT * FROM ${table}`)
        .all()
        .flatMap((row) => Object.entries(row).map(([column, value]) => ({ table, column, value }))),
    );
  });
}

test('with the database opened by its key, no column holds one either', () => {
  const everyName = [...PEOPLE, AGENT].map(({ name }) => name);
  const wanted = [...secrets(), ...everyName.filter((name) => name.length > 1)];
  const found = cells().flatMap(({ table, column, value }) => {
    const bytes = Buffer.isBuffer(value) ? value : Buffer.from(String(value));
    return wanted.filter((text) => bytes.includes(text)).map((text) => `${text} in ${table}.${column}`);
  });
  expect(found).toEqual([]);
});

test('the audit record and its details hold no unmasked number', () => {
  const texts = cells().flatMap(({ table, value }) => (table === 'audit' && typeof value === 'string' ? [value] : []));
  // Hashes are hexadecimal and long; documents have theirs after an S.
  const numbers = texts.flatMap(
    (text) => text.match(/(?<![0-9a-fS])(?:\d{17}[\dX]|\d{16,19}|1\d{10})(?![0-9a-f])/g) ?? [],
  );
  expect(numbers).toEqual([]);
});

test('neither does the detail of any refusal', async () => {
  const clerk = await office.signIn('1001');
  const replies = [
    await office.ask('visit.open', { ...visitOf(0), card: person(1).card }, clerk),
    await office.ask('visit.open', { ...visitOf(0), idNumber: person(0).card }, clerk),
    await office.ask('visit.open', { ...visitOf(0), card: person(0).idNumber }, clerk),
    await office.ask('visit.open', { ...visitOf(0), networkCheck: person(0).idNumber as never }, clerk),
    await office.ask('session.signIn', { clerkCode: person(0).idNumber, password: 'x' }, null),
    await office.ask('statement.prepare', statementOf(person(0).idNumber), clerk),
  ];
  expect(replies.every((reply) => !reply.ok)).toBe(true);
  for (const text of secrets()) expect(JSON.stringify(replies)).not.toContain(text);
});

test('a card number that a shifted column put in the place of the amount is sealed and shown masked', async () => {
  const clerk = await office.signIn('2001');
  const { card } = person(3);
  const good = { id: '2', to: person(4), amount: '1.00' };
  const shifted = allocationCsv('YB2', '1.00', [{ id: '1', to: person(3), amount: card }, good]);
  await postThrough(shifted, clerk, '2002');
  const { items: batches } = await office.must('batch.list', {}, clerk);
  const { items: lines } = await office.must('batch.rejected', { batchId: batches[0]!.batchId }, clerk);
  expect(lines).toMatchObject([{ reason: 'AM09' }]);
  expect(JSON.stringify(lines)).not.toContain(card);
  const found = cells().filter(({ value }) => typeof value === 'string' && value.includes(card));
  expect(found).toEqual([]);
});
