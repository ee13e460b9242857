/** Codes to the phone on file: good once, for a while, for one matter (docs/rules.md 7). */
import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { codeFor, HolderDoor } from '../../../offices/holder-door.ts';
import { person } from '../../../offices/made-up-people.ts';
import { officeOfEachTest } from '../../../offices/office-of-each-test.ts';
import { behindTheBack, lossOf, MINUTE, type Counter, type Office } from '../../../offices/small-office.ts';

let office: Office;
let clerk: Counter;
let door: HolderDoor;
officeOfEachTest((open) => ({ office, clerk } = open));
beforeEach(() => {
  door = new HolderDoor(office);
});

test('a code opens its one matter once, in full-width digits and with blanks too', async () => {
  const { codeId, code } = await door.code('report', person(0));
  const wide = Array.from(code, (digit) => String.fromCodePoint(0xff10 + Number(digit))).join(' ');
  expect(await door.must('online.enter', { codeId, code: wide })).toMatchObject({ kind: 'report', lossNumber: null });
  expect(await door.codeOf('online.enter', { codeId, code })).toBe('CODE_OVER');
});

test('three wrong tries use it up, and the right one after them is refused as any other', async () => {
  const { codeId, code } = await door.code('report', person(0));
  const wrong = { codeId, code: code === '111111' ? '222222' : '111111' };
  for (const left of [2, 1, undefined])
    expect(await door.ask('online.enter', wrong)).toEqual({
      ok: false,
      error: { code: 'CODE_WRONG', details: left === undefined ? {} : { left } },
    });
  expect(await door.codeOf('online.enter', { codeId, code })).toBe('CODE_OVER');
});

test('it is late after its minutes, and one that nobody was given is no other than a late one', async () => {
  const { codeId, code } = await door.code('report', person(0));
  office.at += 5 * MINUTE;
  expect(await door.codeOf('online.enter', { codeId, code })).toBe('CODE_OVER');
  expect(await door.codeOf('online.enter', { codeId: 'no such code', code })).toBe('CODE_OVER');
});

test('a code of one purpose is wrong for another', async () => {
  const login = { kind: 'password', password: 'a long phrase 41' } as const;
  const forReport = await door.code('report', person(0));
  expect(await door.codeOf('online.register', { ...forReport, login, language: 'zh-CN' })).toBe('CODE_WRONG');
  const forRegistering = await door.code('register', person(1));
  expect(await door.codeOf('online.enter', forRegistering)).toBe('CODE_WRONG');
  // The digits of one are nothing under the id of another.
  const [one, other] = [await door.code('report', person(2)), await door.code('report', person(3))];
  if (one.code !== other.code)
    expect(await door.codeOf('online.enter', { codeId: one.codeId, code: other.code })).toBe('CODE_WRONG');
});

test('at most five are sent to a phone and ten asked for a person; more are answered and sent to nobody', async () => {
  for (let sent = 0; sent < 5; sent += 1) expect((await door.code('report', person(0))).code).toMatch(/^\d{6}$/);
  expect((await door.code('report', person(0))).code).toBe('');
  office.at += 24 * 60 * MINUTE;
  expect((await door.code('report', person(0))).code).toMatch(/^\d{6}$/);
});

test('a code for following up is for the one report it was asked for', async () => {
  const { visitId } = await office.openVisit(0, clerk);
  const { number } = await office.must('loss.report', lossOf(visitId, { object: 'card', kind: 'oral' }), clerk);
  await door.must('online.enter', await door.code('follow-up', person(0), number));
  expect(await door.must('online.progress', { number })).toMatchObject({
    number,
    channel: 'counter',
    status: 'reported',
  });
  expect(await door.codeOf('online.report', { operationId: randomUUID() })).toBe('SIGN_IN_REQUIRED');
  expect(await door.codeOf('online.standing', {})).toBe('SIGN_IN_REQUIRED');
  // Somebody else's report, or none: the code is sent to nobody.
  expect((await door.code('follow-up', person(1), number)).code).toBe('');
  expect((await door.code('follow-up', person(1), 'L0101202402050001X')).code).toBe('');
});

test('a phone that was changed while a code is out makes it worth nothing', async () => {
  const { codeId, code } = await door.code('report', person(0));
  behindTheBack(office.folder, (connection) =>
    connection
      .prepare('UPDATE holder SET phone_sealed = (SELECT phone_sealed FROM holder WHERE id = 2) WHERE id = 1')
      .run(),
  );
  expect(await door.codeOf('online.enter', { codeId, code })).toBe('CODE_OVER');
});

test('known and unknown are answered by as many rows, each in every table', async () => {
  const rowsOf = (): Record<string, number> =>
    behindTheBack(office.folder, (connection) =>
      Object.fromEntries(
        ['one_time_code', 'message', 'door_try', 'audit', 'operation'].map((table) => [
          table,
          Number(connection.prepare(`SELECT count(*) FROM ${table}`).pluck().get()),
        ]),
      ),
    );
  const costs = [];
  for (const who of [person(1), { ...person(2), name: '李四' }, person(5000)]) {
    const before = rowsOf();
    await door.must('online.sendCode', codeFor('report', who));
    const after = rowsOf();
    costs.push(Object.entries(after).map(([table, count]) => [table, count - (before[table] ?? 0)]));
  }
  expect(costs[1]).toEqual(costs[0]);
  expect(costs[2]).toEqual(costs[0]);
});

test('what is typed that is no ID number is told as such, whoever it is', async () => {
  const typed = codeFor('report', { ...person(0), idNumber: '110105195001010014' });
  expect(await door.codeOf('online.sendCode', typed)).toBe('ID_NUMBER_INVALID');
});
