/** The idle lock is the ledger's, whatever a window does (docs/rules.md 5, setting `idleLockMinutes`). */
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  behindTheBack,
  copyOf,
  makeTemplate,
  MINUTE,
  Office,
  visitOf,
  type Counter,
  type Template,
} from '../../../../offices/small-office.ts';

let template: Template;
let office: Office;
let clerk: Counter;
beforeAll(async () => {
  template = await makeTemplate();
});
beforeEach(async () => {
  office = new Office(copyOf(template));
  office.clerksIdle = true;
  clerk = await office.signIn('1001');
});
afterEach(async () => {
  expect(await office.faults()).toEqual([]);
  office.close();
});

const open = () => office.codeOf('visit.open', visitOf(0), clerk);

test('a session that nobody used for five minutes is locked, and not a second before', async () => {
  office.at += 5 * MINUTE - 1_000;
  expect(await open()).toBeNull();
  office.at += 5 * MINUTE;
  expect(await open()).toBe('SESSION_LOCKED');
  expect(await office.must('session.current', {}, clerk)).toMatchObject({ locked: true });
});

test('what a window asks by itself keeps nobody at the keyboard', async () => {
  for (let minute = 0; minute < 5; minute += 1) {
    office.at += MINUTE;
    await office.ask('loss.worklist', {}, clerk);
    await office.ask('approval.list', {}, clerk);
    await office.ask('session.current', {}, clerk);
  }
  expect(await office.codeOf('loss.worklist', {}, clerk)).toBe('SESSION_LOCKED');
});

test('somebody at keyboard or mouse keeps it open, also over a restart of the ledger', async () => {
  for (let minute = 0; minute < 12; minute += 1) {
    office.at += MINUTE;
    await office.must('session.touch', {}, clerk);
    if (minute === 8) office.reopen();
  }
  expect(await open()).toBeNull();
});

test('the lock is on record, outlasts a restart and a clock set back, and the clerk lifts it', async () => {
  office.at += 6 * MINUTE;
  expect(await open()).toBe('SESSION_LOCKED');
  office.at -= MINUTE;
  office.reopen();
  expect(await office.codeOf('session.touch', {}, clerk)).toBe('SESSION_LOCKED');
  const locks = behindTheBack(office.folder, (connection) =>
    connection.prepare("SELECT details FROM audit WHERE verb = 'session.lock'").pluck().all(),
  );
  expect(locks).toEqual(['{"idleMinutes":5}']);
  await office.must('session.unlock', { password: 'clerk-password-1001' }, clerk);
  expect(await open()).toBeNull();
});
