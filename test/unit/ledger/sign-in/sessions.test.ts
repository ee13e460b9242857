/** Signing in, the idle lock, the locks on clerks, and what a token is worth (docs/rules.md 2 and 5). */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { cardNumber } from '../../../offices/made-up-people.ts';
import {
  authorised,
  copyOf,
  makeTemplate,
  MINUTE,
  Office,
  PASSWORDS,
  visitOf,
  type Template,
} from '../../../offices/small-office.ts';

let template: Template;
let office: Office;
beforeAll(async () => {
  template = await makeTemplate();
});
beforeEach(() => {
  office = new Office(copyOf(template));
});
afterEach(() => office.close());

const wrongPair = () => ({ ...visitOf(0), card: cardNumber(77) });

async function tryWrongPairs(times: number): Promise<(string | null)[]> {
  const codes: (string | null)[] = [];
  for (let time = 0; time < times; time += 1)
    codes.push(await office.codeOf('visit.open', wrongPair(), template.clerk));
  return codes;
}

const unlocking = (clerkCode: string, by: string, password = PASSWORDS[by]) => ({
  operationId: randomUUID(),
  clerkCode,
  authorisation: authorised(by, password),
});

test('a session survives a restart of the ledger', async () => {
  office.reopen();
  expect(await office.must('session.current', {}, template.clerk)).toMatchObject({
    clerk: { code: '1001', role: 'clerk' },
    businessDate: '2024-02-05',
    locked: false,
  });
});

test('without a session nothing is answered but what comes before one', async () => {
  expect(await office.codeOf('visit.open', visitOf(0), null)).toBe('SIGN_IN_REQUIRED');
  expect(await office.codeOf('batch.list', {}, { clerk: '1001', token: 'made-up' })).toBe('SIGN_IN_REQUIRED');
  expect(await office.must('session.current', {}, null)).toBeNull();
  expect(await office.must('office.status', {}, null)).toMatchObject({ office: { code: '0101' }, demoClerks: [] });
});

test('a locked window answers nothing but unlock and sign-out, and keeps its visit', async () => {
  const visit = await office.openVisit(0, template.clerk);
  await office.must('session.lock', {}, template.clerk);
  expect(await office.codeOf('visit.current', {}, template.clerk)).toBe('SESSION_LOCKED');
  expect(await office.codeOf('visit.finish', { visitId: visit.visitId }, template.clerk)).toBe('SESSION_LOCKED');
  expect(await office.must('session.current', {}, template.clerk)).toMatchObject({ locked: true });
  expect(await office.codeOf('session.unlock', { password: 'wrong' }, template.clerk)).toBe('PASSWORD_WRONG');
  const unlocked = await office.must('session.unlock', { password: PASSWORDS['1001']! }, template.clerk);
  expect(unlocked.locked).toBe(false);
  expect(await office.must('visit.current', {}, template.clerk)).toEqual(visit);
});

test("another clerk's password does not unlock the window", async () => {
  await office.must('session.lock', {}, template.clerk);
  expect(await office.codeOf('session.unlock', { password: PASSWORDS['2001']! }, template.clerk)).toBe(
    'PASSWORD_WRONG',
  );
});

test('signing out ends the visit, and the token is worth nothing afterwards', async () => {
  const { visitId } = await office.openVisit(0, template.clerk);
  await office.must('session.signOut', {}, template.clerk);
  expect(await office.codeOf('visit.current', {}, template.clerk)).toBe('SIGN_IN_REQUIRED');
  expect(await office.codeOf('session.signOut', {}, template.clerk)).toBe('SIGN_IN_REQUIRED');
  expect(await office.must('session.current', {}, template.clerk)).toBeNull();
  const ends = await office.door.ledger.books.read(async ({ sql }) =>
    sql.rows('SELECT end_reason, ended_at FROM visit WHERE id = ?').get(visitId),
  );
  expect(ends).toEqual({ end_reason: 'signed-out', ended_at: office.at });
});

test('a locked window can be signed out', async () => {
  await office.must('session.lock', {}, template.clerk);
  await office.must('session.signOut', {}, template.clerk);
  expect(await office.must('session.current', {}, template.clerk)).toBeNull();
});

test('the database does not hold what a window signs in with', async () => {
  const rows = await office.door.ledger.books.read(async ({ sql }) => sql.rows('SELECT * FROM session').all());
  expect(JSON.stringify(rows)).not.toContain(template.clerk.token);
});

test('a wrong code and a wrong password are refused in the same words', async () => {
  const unknown = await office.ask('session.signIn', { clerkCode: '7777', password: 'x' }, null);
  const wrong = await office.ask('session.signIn', { clerkCode: '1002', password: 'x' }, null);
  expect(unknown).toEqual({ ok: false, error: { code: 'SIGN_IN_FAILED', details: { clerkCode: '7777', left: 4 } } });
  expect(wrong).toEqual({ ok: false, error: { code: 'SIGN_IN_FAILED', details: { clerkCode: '1002', left: 4 } } });
});

test('five wrong passwords in a row lock the clerk, even for the right one; a right one before starts anew', async () => {
  const tryPassword = (password: string) => {
    office.at += MINUTE;
    return office.codeOf('session.signIn', { clerkCode: '1002', password }, null);
  };
  for (let time = 0; time < 4; time += 1) expect(await tryPassword('wrong')).toBe('SIGN_IN_FAILED');
  expect(await tryPassword(PASSWORDS['1002']!)).toBeNull();
  for (let time = 0; time < 5; time += 1) expect(await tryPassword('wrong')).toBe('SIGN_IN_FAILED');
  expect(await tryPassword(PASSWORDS['1002']!)).toBe('CLERK_LOCKED');
  const by = unlocking('1002', '2001');
  expect(await office.codeOf('clerk.unlock', by, null)).toBe('SECOND_PERSON_REQUIRED');
  await office.must('clerk.unlock', { ...by, other: authorised('2002') }, null);
  expect(await tryPassword(PASSWORDS['1002']!)).toBeNull();
});

test('five wrong pairs within ten minutes lock the clerk: the sixth is not even looked at', async () => {
  expect(await tryWrongPairs(6)).toEqual([...Array<string>(5).fill('PAIR_MISMATCH'), 'CLERK_LOCKED']);
  expect(await office.codeOf('visit.open', visitOf(0), template.clerk)).toBe('CLERK_LOCKED');
  expect(await office.codeOf('session.signIn', authorised('1001'), null)).toBe('CLERK_LOCKED');
  expect(await office.codeOf('session.signOut', {}, template.clerk)).toBeNull();
});

test('four wrong pairs that are ten minutes old do not count any more', async () => {
  await tryWrongPairs(4);
  office.at += 10 * MINUTE;
  expect(await tryWrongPairs(5)).toEqual(Array<string>(5).fill('PAIR_MISMATCH'));
  expect(await tryWrongPairs(1)).toEqual(['CLERK_LOCKED']);
});

test('just inside ten minutes they still count', async () => {
  await tryWrongPairs(4);
  office.at += 10 * MINUTE - 1;
  expect(await tryWrongPairs(2)).toEqual(['PAIR_MISMATCH', 'CLERK_LOCKED']);
});

test('a wrong pair counts against the clerk and not against the window', async () => {
  await tryWrongPairs(3);
  await office.must('session.signOut', {}, template.clerk);
  const again = await office.signIn('1001');
  for (let time = 0; time < 2; time += 1) await office.ask('visit.open', wrongPair(), again);
  expect(await office.codeOf('visit.open', visitOf(0), again)).toBe('CLERK_LOCKED');
  const other = await office.signIn('1002');
  expect(await office.codeOf('visit.open', visitOf(0), other)).toBeNull();
});

test('a wrong pair says how many more lock the clerk, and the last that it has', async () => {
  const told: unknown[] = [];
  for (let time = 0; time < 5; time += 1) {
    const reply = await office.ask('visit.open', { ...visitOf(0), card: visitOf(1).card }, template.clerk);
    told.push(reply.ok ? null : reply.error.details);
  }
  expect(told).toEqual([{ left: 4 }, { left: 3 }, { left: 2 }, { left: 1 }, { left: 0, lockedClerk: '1001' }]);
});

test('a supervisor lifts the lock, and counting starts at nothing', async () => {
  await tryWrongPairs(5);
  await office.must('clerk.unlock', unlocking('1001', '2001'), template.clerk);
  expect(await tryWrongPairs(4)).toEqual(Array<string>(4).fill('PAIR_MISMATCH'));
  expect(await office.codeOf('visit.open', visitOf(0), template.clerk)).toBeNull();
});

test.each([
  ['the clerk themself', '1001', PASSWORDS['1001'], 'SECOND_PERSON_SAME'],
  ['another clerk', '1002', PASSWORDS['1002'], 'SECOND_PERSON_ROLE'],
  ['a wrong password', '2001', 'wrong', 'SECOND_PERSON_FAILED'],
  ['nobody of this office', '7777', 'wrong', 'SECOND_PERSON_FAILED'],
])('the lock is not lifted by %s', async (_, by, password, code) => {
  await tryWrongPairs(5);
  expect(await office.codeOf('clerk.unlock', unlocking('1001', by, password), template.clerk)).toBe(code);
  expect(await office.codeOf('visit.open', visitOf(0), template.clerk)).toBe('CLERK_LOCKED');
});

test('a locked supervisor lifts no lock, not even their own', async () => {
  await tryWrongPairs(5);
  for (let time = 0; time < 5; time += 1) {
    expect(await office.codeOf('clerk.unlock', unlocking('1001', '2001', 'wrong'), null)).toBe('SECOND_PERSON_FAILED');
    office.at += MINUTE;
  }
  expect(await office.codeOf('clerk.unlock', unlocking('1001', '2001'), null)).toBe('SECOND_PERSON_LOCKED');
  expect(await office.codeOf('clerk.unlock', unlocking('2001', '2001'), null)).toBe('SECOND_PERSON_SAME');
  const twice = { ...unlocking('2001', '2002'), other: authorised('2002') };
  expect(await office.codeOf('clerk.unlock', twice, null)).toBe('SECOND_PERSON_SAME');
  const themselves = { ...unlocking('2001', '2002'), other: authorised('2001') };
  expect(await office.codeOf('clerk.unlock', themselves, null)).toBe('SECOND_PERSON_SAME');
  await office.must('clerk.unlock', { ...unlocking('2001', '2002'), other: authorised('9001') }, null);
  await office.must('clerk.unlock', unlocking('1001', '2001'), null);
});

test('a clerk who does not exist cannot be unlocked', async () => {
  expect(await office.codeOf('clerk.unlock', unlocking('7777', '2001'), null)).toBe('CLERK_UNKNOWN');
});
