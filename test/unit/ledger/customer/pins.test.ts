/**
 * PINs: typed by the customer, kept as nothing that can be read, locked by three wrong tries (docs/rules.md 4).
 */
import { createHash, createHmac, randomUUID } from 'node:crypto';
import { argon2id } from 'hash-wasm';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { businessDate } from '../../../../electron/contract/kernel/dates.ts';
import { advanceTo } from '../../../../electron/ledger/day/days.ts';
import { Dispatcher } from '../../../../electron/ledger/dispatch/dispatcher.ts';
import type { Instant } from '../../../../electron/contract/kernel/dates.ts';
import { lossViewSchema } from '../../../../electron/contract/loss/loss-views.ts';
import { deriveKeys } from '../../../../electron/ledger/books/sealing/keys.ts';
import { person } from '../../../offices/made-up-people.ts';
import {
  authorised,
  behindTheBack,
  copyOf,
  DATA_KEY,
  lossOf,
  makeTemplate,
  Office,
  OFFICE_ID,
  PIN,
  PIN_KEY,
  visitOf,
  type Counter,
  type Template,
} from '../../../offices/small-office.ts';
import type { TypedEntry } from '../../../offices/typed-entry.ts';
import { freshFolder, keysBeside } from '../../../offices/test-folders.ts';

vi.unmock('../../../../electron/ledger/books/sealing/argon2id.ts');

let template: Template;
let office: Office;
let clerk: Counter;
let visitId: string;
const OTHER = '806153';
beforeAll(async () => {
  template = await makeTemplate();
});
beforeEach(async () => {
  office = new Office(copyOf(template));
  ({ clerk } = template);
  ({ visitId } = await office.openVisit(4, clerk));
});
afterEach(async () => {
  expect(await office.faults()).toEqual([]);
  office.close();
});

const begin = (task: 'first' | 'change' | 'reset' | 'prove' | 'telephone') =>
  office.ask('customer.beginTask', { visitId, task, second: null }, clerk);
const codeOf = async (task: 'first' | 'change' | 'reset' | 'prove') => {
  const reply = await begin(task);
  return reply.ok ? null : reply.error.code;
};
const type = (task: 'first' | 'change' | 'reset' | 'prove' | 'telephone', ...pins: string[]) =>
  office.typePins(visitId, task, pins, clerk);

test('a change takes the old one and the new one twice, and the new one counts from then on', async () => {
  expect(await type('change', PIN, OTHER, OTHER)).toMatchObject({ ended: 'done', fault: null });
  expect(await type('prove', OTHER)).toMatchObject({ ended: 'done' });
  expect(await type('change', PIN)).toMatchObject({ step: 'old', fault: { kind: 'wrong', triesLeft: 2 } });
});

test('three wrong tries lock it, over tasks and restarts; the right one before that starts the count afresh', async () => {
  await type('prove', '111112', PIN);
  expect(await type('prove', '111112', '111113')).toMatchObject({ fault: { kind: 'wrong', triesLeft: 1 } });
  office.reopen();
  expect(await type('prove', '111114')).toMatchObject({ ended: 'locked', fault: { kind: 'wrong', triesLeft: 0 } });
  expect(await codeOf('prove')).toBe('PIN_STATE');
  expect(await codeOf('change')).toBe('PIN_STATE');
  expect((await office.must('visit.current', {}, clerk))?.pinState).toBe('locked');
});

test('a lock is lifted by a loss report and a reset', async () => {
  await type('prove', '111112', '111113', '111114');
  await office.must('loss.report', lossOf(visitId, { object: 'password', second: authorised('2001') }), clerk);
  expect(await type('reset', OTHER, OTHER)).toMatchObject({ ended: 'done' });
  expect(await type('prove', OTHER)).toMatchObject({ ended: 'done' });
});

test.each([
  ['first', 'PIN_STATE'],
  ['reset', 'PIN_STATE'],
  ['change', null],
] as const)('with a PIN set, the task %s is answered %s', async (task, code) => {
  expect(await codeOf(task)).toBe(code);
});

test('a reset on the day of its report goes on the report’s second person, on another day it needs one of its own', async () => {
  await office.must('loss.report', lossOf(visitId, { object: 'password', second: authorised('2001') }), clerk);
  await advanceTo(office.door.ledger, businessDate('2024-02-06'), '1001');
  expect(await codeOf('reset')).toBe('SECOND_PERSON_REQUIRED');
  const again = await office.must('customer.beginTask', { visitId, task: 'reset', second: authorised('2002') }, clerk);
  await office.must('customer.takeEntry', { taskId: again.taskId, step: 'new', pin: Buffer.from(OTHER) }, clerk);
  await office.must('customer.takeEntry', { taskId: again.taskId, step: 'repeat', pin: Buffer.from(OTHER) }, clerk);
  const [report] = await office.must('loss.ofVisit', { visitId }, clerk);
  expect(report?.timeline.at(-1)).toMatchObject({ event: 'password-renewed', second: '2002' });
});

test('where the office lets a reset wait, it waits', async () => {
  behindTheBack(office.folder, (connection) => {
    connection.exec("INSERT INTO setting VALUES ('pinResetWaitDays', '2', 1)");
  });
  await office.must('loss.report', lossOf(visitId, { object: 'password', second: authorised('2001') }), clerk);
  expect(await codeOf('reset')).toBe('PIN_RESET_WAITS');
  behindTheBack(office.folder, (connection) => connection.exec('DELETE FROM setting'));
});

test('an agent neither sets, changes nor proves a password', async () => {
  await office.must('visit.finish', { visitId }, clerk);
  const agent = { idNumber: person(7).idNumber, name: '代办人', relation: '配偶', householdRegister: false };
  ({ visitId } = await office.must('visit.open', { ...visitOf(4), agent }, clerk));
  for (const task of ['change', 'prove', 'first', 'reset'] as const) expect(await codeOf(task)).toBe('AGENT_MAY_NOT');
});

describe('what is typed', () => {
  test('weak ones are named by rule, and the third ends the task with nothing changed', async () => {
    const weak = await type('change', PIN, '123456', '888888');
    expect(weak).toMatchObject({ step: 'new', fault: { kind: 'weak', rule: 'ALL_EQUAL', triesLeft: 1 } });
    await office.must('customer.endTask', { taskId: weak.taskId, how: 'cancelled' }, clerk);
    expect(await type('change', PIN, '123456', '888888', person(4).card.slice(-6))).toMatchObject({ ended: 'tries' });
    expect(await type('prove', PIN)).toMatchObject({ ended: 'done' });
  });

  test('the previous one, and the telephone password, are refused', async () => {
    expect(await type('change', PIN, PIN)).toMatchObject({ fault: { kind: 'weak', rule: 'PREVIOUS' } });
    office.at += 61_000;
    expect(await type('telephone', PIN)).toMatchObject({ fault: { kind: 'weak', rule: 'SAME_AS_OTHER' } });
    office.at += 61_000;
    expect(await type('telephone', OTHER, OTHER)).toMatchObject({ ended: 'done' });
    expect(await type('change', PIN, OTHER)).toMatchObject({ fault: { kind: 'weak', rule: 'SAME_AS_OTHER' } });
  });

  test('twice differently begins the new one again', async () => {
    expect(await type('change', PIN, OTHER, '806154')).toMatchObject({ step: 'new', fault: { kind: 'different' } });
  });

  test('is late after its time, and of no use to another session', async () => {
    const { taskId } = await office.must('customer.beginTask', { visitId, task: 'prove', second: null }, clerk);
    const other = await office.signIn('1002');
    expect(await office.codeOf('customer.takeEntry', { taskId, step: 'old', pin: Buffer.from(PIN) }, other)).toBe(
      'PIN_TASK_ENDED',
    );
    office.at += 60_000;
    expect(await office.codeOf('customer.takeEntry', { taskId, step: 'old', pin: Buffer.from(PIN) }, clerk)).toBe(
      'PIN_TASK_ENDED',
    );
  });

  test('sent twice is not taken for the repetition, and is answered with where the task stands', async () => {
    const { taskId } = await office.must('customer.beginTask', { visitId, task: 'telephone', second: null }, clerk);
    const entry = (): TypedEntry => ({ taskId, step: 'new', pin: Buffer.from(OTHER) });
    const taken = await office.must('customer.takeEntry', entry(), clerk);
    expect(await office.must('customer.takeEntry', entry(), clerk)).toEqual(taken);
    expect(taken).toMatchObject({ step: 'repeat', ended: null });
  });

  test('is one at a time, and gone when the process is', async () => {
    const { taskId } = await office.must('customer.beginTask', { visitId, task: 'change', second: null }, clerk);
    expect(await codeOf('prove')).toBe('PIN_TASK_OPEN');
    office.reopen();
    expect(await office.codeOf('customer.takeEntry', { taskId, step: 'old', pin: Buffer.from(PIN) }, clerk)).toBe(
      'PIN_TASK_ENDED',
    );
    expect(await codeOf('prove')).toBeNull();
  });

  test('ends with the visit', async () => {
    const { taskId } = await office.must('customer.beginTask', { visitId, task: 'prove', second: null }, clerk);
    await office.must('visit.finish', { visitId }, clerk);
    expect(await office.codeOf('customer.takeEntry', { taskId, step: 'old', pin: Buffer.from(PIN) }, clerk)).toBe(
      'VISIT_ENDED',
    );
  });

  test('walked away from leaves one record and no change', async () => {
    const { taskId } = await office.must('customer.beginTask', { visitId, task: 'change', second: null }, clerk);
    await office.must('customer.takeEntry', { taskId, step: 'old', pin: Buffer.from(PIN) }, clerk);
    office.at += 60_000;
    expect(await office.must('customer.endTask', { taskId, how: 'timed-out' }, clerk)).toMatchObject({
      ended: 'timed-out',
    });
    expect(await office.codeOf('customer.takeEntry', { taskId, step: 'new', pin: Buffer.from(OTHER) }, clerk)).toBe(
      'PIN_TASK_ENDED',
    );
    expect(await type('prove', PIN)).toMatchObject({ ended: 'done' });
  });
});

interface Stolen {
  readonly salt: Uint8Array;
  readonly hash: Uint8Array;
}

test('whoever has the books and their data key, but not the key apart, has nothing to try a PIN against', async () => {
  const stolen = behindTheBack(office.folder, (connection) =>
    connection.prepare<[], Stolen>('SELECT salt, hash FROM pin').get(),
  );
  if (stolen === undefined) throw new Error('no password was kept');
  const strength = { memorySize: 19_456, iterations: 2, parallelism: 1, hashLength: 32, outputType: 'binary' } as const;
  const kept = Buffer.from(stolen.hash);
  const hashOf = (password: Uint8Array | string) => argon2id({ password, salt: stolen.salt, ...strength });
  const tagged = (key: Uint8Array) => createHmac('sha256', key).update(`card\n5\n${PIN}`).digest();
  // With the key apart the very same computation meets: the others are wrong for want of it and of nothing else.
  expect(kept.equals(await hashOf(tagged(PIN_KEY)))).toBe(true);
  const known = [
    DATA_KEY,
    deriveKeys(DATA_KEY).database,
    Buffer.alloc(32),
    createHash('sha256').update(DATA_KEY).digest(),
  ];
  for (const key of known) expect(kept.equals(await hashOf(tagged(key)))).toBe(false);
  for (const plain of [PIN, `card\n5\n${PIN}`]) expect(kept.equals(await hashOf(plain))).toBe(false);
});

test('the books know their key apart again, refuse another one, and go on with all else', async () => {
  office.close();
  const door = (pinKey?: Uint8Array) =>
    new Dispatcher({
      folder: office.folder,
      keysFolder: keysBeside(office.folder),
      officeId: OFFICE_ID,
      dataKey: DATA_KEY,
      ...(pinKey === undefined ? {} : { pinKey }),
      clock: () => office.at as Instant,
      report: () => undefined,
    });
  for (const pinKey of [Buffer.alloc(32, 0xef), undefined]) {
    const wrong = door(pinKey);
    const ask = { sessionToken: clerk.token, counter: 'T1', operator: 'window' };
    const asMain = { ...ask, door: 'program' } as const;
    const proving = { visitId, task: 'prove', second: null };
    expect(await wrong.answer({ ...asMain, verb: 'customer.beginTask', input: proving })).toMatchObject({
      reply: { ok: false, error: { code: 'PIN_KEY_MISSING' } },
    });
    const { reply } = await wrong.answer({ ...ask, door: 'teller', verb: 'loss.report', input: lossOf(visitId) });
    if (!reply.ok) throw new Error(reply.error.code);
    const { number: lossNumber } = lossViewSchema.parse(reply.value);
    const reading = { visitId, task: 'acknowledge', second: null, lossNumber };
    const asked = await wrong.answer({ ...asMain, verb: 'customer.beginTask', input: reading });
    expect(asked).toMatchObject({ reply: { ok: true, value: { step: 'read' } } });
    wrong.close();
  }
  office.door = door(PIN_KEY);
  expect(await type('prove', PIN)).toMatchObject({ ended: 'done' });
});

describe('by telephone', () => {
  const { idNumber, name, phone } = person(4);
  const person4 = { idNumber, name, phone };
  const report = (other: Partial<typeof person4> = {}) => ({
    operationId: randomUUID(),
    caller: { ...person4, ...other },
  });
  const caller = { ...person4, telephonePassword: OTHER };
  const call = (other: Partial<typeof caller> = {}) => ({ operationId: randomUUID(), caller: { ...caller, ...other } });

  test('nothing is told of a holder who set no telephone password', async () => {
    expect(await office.codeOf('balance.byTelephone', call(), clerk)).toBe('TELEPHONE_PASSWORD_UNSET');
  });

  test('after it, the balance, without a visit', async () => {
    await type('telephone', OTHER, OTHER);
    await office.must('visit.finish', { visitId }, clerk);
    expect(await office.must('balance.byTelephone', call(), clerk)).toMatchObject({ balanceFen: 30_000 });
  });

  test('an oral report needs none, but who is on file; and nothing of the holder is answered', async () => {
    await office.must('visit.finish', { visitId }, clerk);
    const request = report();
    const told = await office.must('loss.reportByTelephone', request, clerk);
    expect(told).toMatchObject({ channel: 'telephone', kind: 'oral', object: 'card', status: 'reported' });
    expect(await office.must('loss.reportByTelephone', request, clerk), 'once').toEqual(told);
    expect(Object.keys(told).filter((name) => /masked|name|card$/i.test(name))).toEqual([]);
    expect(JSON.stringify(told)).not.toContain(person(4).card.slice(-4));
    expect(await office.codeOf('loss.reportByTelephone', report({ name: '张四' }), clerk)).toBe('PAIR_MISMATCH');
    expect(await office.codeOf('loss.reportByTelephone', report({ phone: '13900000000' }), clerk)).toBe(
      'PAIR_MISMATCH',
    );
  });

  test('who guesses at persons on file is counted, and locked', async () => {
    const guess = () => office.codeOf('loss.reportByTelephone', report({ phone: '13900000000' }), clerk);
    for (let wrong = 1; wrong <= 5; wrong += 1) expect(await guess()).toBe('PAIR_MISMATCH');
    expect(await office.codeOf('loss.reportByTelephone', report(), clerk)).toBe('CLERK_LOCKED');
  });

  test('three wrong ones lock it until a new one is set at the counter', async () => {
    await type('telephone', OTHER, OTHER);
    for (const details of [{ left: 2 }, { left: 1 }, { left: 0, lockedAfter: 3 }])
      expect(await office.ask('balance.byTelephone', call({ telephonePassword: '000000' }), clerk)).toEqual({
        ok: false,
        error: { code: 'TELEPHONE_PASSWORD_WRONG', details },
      });
    expect(await office.codeOf('balance.byTelephone', call(), clerk)).toBe('TELEPHONE_PASSWORD_LOCKED');
    await type('telephone', '640275', '640275');
    expect(await office.codeOf('balance.byTelephone', call({ telephonePassword: '640275' }), clerk)).toBeNull();
  });
});

test('no digit of a PIN stands in the books, in text or as bytes', async () => {
  await type('change', PIN, OTHER, OTHER);
  const folder = freshFolder();
  const dump = `${folder}/plain.db`;
  behindTheBack(office.folder, (connection) => {
    connection.exec(`ATTACH '${dump}' AS plain KEY ''`);
    const tables = connection
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .pluck();
    for (const table of tables.all()) connection.exec(`CREATE TABLE plain.${table} AS SELECT * FROM main.${table}`);
  });
  const { readFileSync } = await import('node:fs');
  const bytes = readFileSync(dump);
  // The search finds what is there: the clerk's code stands in every record.
  expect(bytes.includes(Buffer.from('1001'))).toBe(true);
  for (const pin of [PIN, OTHER])
    for (const form of [pin, Array.from(pin).join(','), Array.from(pin).join(', ')])
      for (const encoding of ['utf8', 'utf16le'] as const)
        expect(bytes.includes(Buffer.from(form, encoding))).toBe(false);
});
