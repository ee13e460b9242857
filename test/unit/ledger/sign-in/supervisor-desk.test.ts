/** What a session says of its counter and of its clerk's password (docs/rules.md 5, docs/server.md 2). */
import { beforeEach, expect, test } from 'vitest';
import { officeOfEachTest } from '../../../offices/office-of-each-test.ts';
import { authorised, MINUTE, PASSWORDS, type Counter, type Office } from '../../../offices/small-office.ts';

const DAY = 24 * 60 * MINUTE;
let office: Office;
let admin: Counter;
officeOfEachTest((opened) => {
  ({ office } = opened);
});
beforeEach(async () => {
  admin = await office.signIn('9001');
});

const at = async (counter: string) => {
  const signedIn = await office.signIn('2001', PASSWORDS['2001'], counter);
  return office.must('session.current', {}, signedIn);
};

test('a session at a supervisor’s desk says so, as soon as the counter is one', async () => {
  await office.must('server.begin', { address: 'localhost:1', fingerprint: 'ab'.repeat(32) }, null);
  const added = { name: '主管台', kind: 'supervisor-desk', authorisation: authorised('2001') } as const;
  const { number } = await office.must('counter.add', added, admin);
  expect(await at(number)).toMatchObject({ isSupervisorDesk: true });
  expect(await at('T1')).toMatchObject({ isSupervisorDesk: false });
  office.changes.length = 0;
  const change = { number, name: null, kind: 'counter', authorisation: authorised('2001') } as const;
  await office.must('counter.change', change, admin);
  expect(office.changes).toContain('session');
  expect(await at(number)).toMatchObject({ isSupervisorDesk: false });
});

test('the end of a password is told in its last week, and of none that does not end', async () => {
  const told = async () => (await at('T1'))?.passwordExpiresAt ?? null;
  const set = office.at;
  expect(await told()).toBeNull();
  office.at = set + 83 * DAY - 1_000;
  expect(await told()).toBeNull();
  office.at = set + 84 * DAY;
  const ends = await told();
  expect(ends).not.toBeNull();
  expect((ends ?? 0) - office.at).toBeLessThanOrEqual(7 * DAY);
  await office.keepPasswords();
  expect(await told()).toBeNull();
});

test('who is disabled, changed or given another password is told of at every counter', async () => {
  const second = { reason: '人员变动', authorisation: authorised('2001') };
  const acts = [
    () => office.must('clerk.change', { clerkCode: '1002', name: null, role: 'supervisor', ...second }, admin),
    () => office.must('clerk.giveOneTimePassword', { clerkCode: '1002', ...second }, admin),
    () => office.must('clerk.disable', { clerkCode: '1002', ...second }, admin),
  ];
  for (const act of acts) {
    office.changes.length = 0;
    await act();
    expect(office.changes).toContain('session');
  }
});
