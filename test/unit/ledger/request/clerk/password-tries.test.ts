/**
 * How often a password may be tried, and that nobody is kept out for good (docs/rules.md 5): delays, locks that end,
 * tries that come all at once, codes that nobody has, and the recovery key.
 */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Reply } from '../../../../../electron/contract/kernel/errors.ts';
import { recoveryKeyText } from '../../../../../electron/contract/office/recovery-key.ts';
import type { Input, LedgerVerb } from '../../../../../electron/contract/verbs.ts';
import { waitSeconds } from '../../../../../electron/ledger/request/clerk/password-try-rules.ts';
import { allocationCsv, cardNumber, person } from '../../../../offices/made-up-people.ts';
import {
  authorised,
  behindTheBack,
  copyOf,
  DATA_KEY,
  makeTemplate,
  MINUTE,
  Office,
  PASSWORDS,
  PIN,
  visitOf,
  type Template,
} from '../../../../offices/small-office.ts';

const judging = vi.hoisted(() => ({ dies: false }));
vi.mock(import('../../../../../electron/ledger/request/clerk/passwords.ts'), async (load) => {
  const passwords = await load();
  return {
    ...passwords,
    passwordMatches: (password: string, hash: string | null) =>
      judging.dies ? Promise.reject(new Error('the process died')) : passwords.passwordMatches(password, hash),
  };
});

let template: Template;
let office: Office;
beforeAll(async () => {
  template = await makeTemplate();
});
beforeEach(() => {
  office = new Office(copyOf(template));
});
afterEach(() => office.close());

const SECOND = 1_000;
const LOCKED_MINUTES = 30;

interface Told {
  readonly code: string | null;
  readonly left?: unknown;
  readonly seconds?: unknown;
}

const told = (reply: Reply<unknown>): Told =>
  reply.ok ? { code: null } : { code: reply.error.code, ...pickFrom(reply.error.details) };
const pickFrom = ({ left, seconds }: Readonly<Record<string, unknown>>) => ({
  ...(left === undefined ? {} : { left }),
  ...(seconds === undefined ? {} : { seconds }),
});

/** At another counter than the office's usual one, too. */
async function signIn(clerkCode: string, password: string, counter = 'T1'): Promise<Told> {
  const request = { verb: 'session.signIn', door: 'teller', sessionToken: null, counter, operator: 'window' } as const;
  return told((await office.door.answer({ ...request, input: { clerkCode, password } })).reply);
}

/** Five wrong ones, each as soon as it is taken. */
async function lockOut(clerkCode: string, counter = 'T1'): Promise<Told[]> {
  const answers: Told[] = [];
  for (let time = 1; time <= 5; time += 1) {
    answers.push(await signIn(clerkCode, 'wrong', counter));
    if (time < 5) office.at += waitSeconds(time) * SECOND;
  }
  return answers;
}

describe.each([
  ['a known code', '1002'],
  ['a code nobody has', '7777'],
])('wrong passwords for %s', (_, code) => {
  test('delay the next try, longer each time; a try before that is neither judged nor counted', async () => {
    expect(await signIn(code, 'wrong')).toEqual({ code: 'SIGN_IN_FAILED', left: 4 });
    expect(await signIn(code, 'wrong')).toEqual({ code: 'SIGN_IN_FAILED', left: 3 });
    for (const [seconds, left] of [
      [1, 2],
      [2, 1],
      [4, 0],
    ]) {
      for (let time = 0; time < 7; time += 1)
        expect(await signIn(code, PASSWORDS[code] ?? 'x')).toEqual({ code: 'PASSWORD_TOO_SOON', seconds });
      office.at += seconds! * SECOND - 1;
      expect(await signIn(code, PASSWORDS[code] ?? 'x')).toEqual({ code: 'PASSWORD_TOO_SOON', seconds: 1 });
      office.at += 1;
      expect(await signIn(code, 'wrong')).toEqual({ code: 'SIGN_IN_FAILED', left });
    }
  });

  test('lock after five, over a restart, and the lock ends by itself', async () => {
    expect((await lockOut(code)).map(({ left }) => left)).toEqual([4, 3, 2, 1, 0]);
    office.reopen();
    const right = PASSWORDS[code] ?? 'x';
    expect(await signIn(code, right)).toEqual({ code: 'CLERK_LOCKED', seconds: LOCKED_MINUTES * 60 });
    office.at += LOCKED_MINUTES * MINUTE - 1;
    expect(await signIn(code, right)).toEqual({ code: 'CLERK_LOCKED', seconds: 1 });
    office.at += 1;
    expect((await signIn(code, 'wrong')).left).toBe(4);
    if (code === '1002') expect(await signIn(code, right)).toEqual({ code: null });
  });

  test('many at once are judged no more often than one after the other', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => signIn(code, 'wrong')));
    const codes = answers.map((answer) => answer.code);
    // The second is taken at once, the third waits for its second.
    expect(codes.filter((each) => each === 'SIGN_IN_FAILED')).toHaveLength(2);
    expect(codes.filter((each) => each === 'PASSWORD_TOO_SOON')).toHaveLength(48);
  });

  test('the answer says when, by the office’s clock, and so does that to the last try', async () => {
    const request = {
      verb: 'session.signIn',
      door: 'teller',
      sessionToken: null,
      counter: 'T1',
      operator: 'window',
    } as const;
    for (let time = 1; time <= 4; time += 1) {
      await signIn(code, 'wrong');
      office.at += waitSeconds(time) * SECOND;
    }
    const last = await office.door.answer({ ...request, input: { clerkCode: code, password: 'x' } });
    const details = { clerkCode: code, left: 0, lockedUntil: '2024-02-05 10:00:07' };
    expect(last.reply).toEqual({ ok: false, error: { code: 'SIGN_IN_FAILED', details } });
    const { reply } = await office.door.answer({ ...request, input: { clerkCode: code, password: 'x' } });
    expect(reply).toMatchObject({ error: { details: { until: '2024-02-05 10:00:07' } } });
  });
});

test('the answers for a known code and for one nobody has are the same, whatever is tried when', async () => {
  const step = fc.record({ pause: fc.integer({ min: 0, max: 40 * 60 }), reopen: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 7 }), async (steps) => {
      office.close();
      office = new Office(copyOf(template));
      for (const { pause, reopen } of steps) {
        office.at += pause * SECOND;
        if (reopen) office.reopen();
        expect(await signIn('7777', 'wrong')).toEqual(await signIn('1002', 'wrong'));
      }
    }),
    { numRuns: 8 },
  );
}, 240_000);

test('a try that was counted stays counted when the process dies while it is judged', async () => {
  const right = PASSWORDS['1002']!;
  for (let time = 1; time <= 5; time += 1) {
    judging.dies = true;
    await expect(signIn('1002', right)).rejects.toThrow('the process died');
    judging.dies = false;
    office.reopen();
    office.at += waitSeconds(time) * SECOND;
  }
  expect((await signIn('1002', right)).code).toBe('CLERK_LOCKED');
});

describe('a lock by wrong passwords', () => {
  test('holds at the counter where they were typed, and leaves the clerk another', async () => {
    await lockOut('2001');
    expect((await signIn('2001', PASSWORDS['2001']!)).code).toBe('CLERK_LOCKED');
    expect((await signIn('2001', PASSWORDS['2001']!, 'T2')).code).toBeNull();
    expect(await office.codeOf('batch.list', {}, template.supervisor)).toBeNull();
  });

  test('is lifted by two persons who can authorise, at every counter, both on record', async () => {
    await lockOut('1001', 'T1');
    await lockOut('1001', 'T2');
    const by = { operationId: randomUUID(), clerkCode: '1001', authorisation: authorised('2001') };
    for (const [other, code] of [
      [authorised('1002'), 'SECOND_PERSON_ROLE'],
      [authorised('2002', 'wrong'), 'SECOND_PERSON_FAILED'],
      [authorised('2002'), null],
    ] as const)
      expect(await office.codeOf('clerk.unlock', { ...by, operationId: randomUUID(), other }, null)).toBe(code);
    for (const counter of ['T1', 'T2']) expect((await signIn('1001', PASSWORDS['1001']!, counter)).code).toBeNull();
    const row = behindTheBack(office.folder, (connection) =>
      connection.prepare("SELECT requested_by, decided_by FROM approval WHERE verb = 'clerk.unlock'").get(),
    );
    expect(row).toEqual({ requested_by: '2001', decided_by: '2002' });
    expect(await office.faults()).toEqual([]);
  });

  test('of a code nobody has is no help in finding out which codes there are', async () => {
    await lockOut('7777');
    const other = authorised('2002');
    const unlocking = { operationId: randomUUID(), clerkCode: '7777', authorisation: authorised('2001', 'x'), other };
    expect(await office.codeOf('clerk.unlock', unlocking, null)).toBe('SECOND_PERSON_FAILED');
    office.at += MINUTE;
    const proven = { ...unlocking, operationId: randomUUID(), authorisation: authorised('2001') };
    expect(await office.codeOf('clerk.unlock', proven, null)).toBe('CLERK_UNKNOWN');
  });

  test('counts for the second person in place, and for the window that is locked', async () => {
    await office.must('session.lock', {}, template.clerk);
    for (let time = 1; time <= 5; time += 1) {
      expect(await office.codeOf('session.unlock', { password: 'wrong' }, template.clerk)).toBe('PASSWORD_WRONG');
      office.at += waitSeconds(time) * SECOND;
    }
    expect(await office.codeOf('session.unlock', { password: PASSWORDS['1001']! }, template.clerk)).toBe(
      'CLERK_LOCKED',
    );
    expect(await office.codeOf('session.signOut', {}, template.clerk)).toBeNull();
  });
});

test('counts of unknown codes are forgotten: the table does not grow with them', async () => {
  for (let code = 3000; code < 3020; code += 1) await signIn(String(code), 'wrong');
  office.at += 25 * 60 * MINUTE;
  await signIn('1002', 'wrong');
  const rows = behindTheBack(office.folder, (connection) =>
    connection.prepare('SELECT count(*) FROM password_try').pluck().get(),
  );
  expect(rows).toBe(1);
});

describe('when everybody who can authorise is locked', () => {
  const AUTHORISERS = ['2001', '2002', '9001'];
  const liftLocks = (key: string) => office.ask('clerk.liftLocksByKey', { recoveryKey: key }, null);
  const sheet = recoveryKeyText(DATA_KEY);

  test('the recovery key lifts their locks, and supervisors are told at their next sign-in, once', async () => {
    for (const code of AUTHORISERS) await lockOut(code);
    office.at += SECOND;
    expect(await liftLocks(sheet)).toEqual({ ok: true, value: { clerks: AUTHORISERS } });
    const lifted = office.at;
    office.at += SECOND;
    for (const code of AUTHORISERS) {
      const first = await office.must('session.current', {}, await office.signIn(code));
      expect(first?.locksLifted, code).toBe(lifted);
    }
    office.at += SECOND;
    expect((await office.must('session.current', {}, await office.signIn('2001')))?.locksLifted).toBeNull();
    expect((await office.must('session.current', {}, await office.signIn('1001')))?.locksLifted).toBeNull();
    const records = behindTheBack(office.folder, (connection) =>
      connection.prepare("SELECT outcome FROM audit WHERE verb = 'clerk.liftLocks'").pluck().all(),
    );
    expect(records).toEqual(['done']);
  });

  test('it lifts nothing while one of them is not', async () => {
    for (const code of AUTHORISERS.slice(1)) await lockOut(code);
    expect(told(await liftLocks(sheet)).code).toBe('LOCKS_STAND');
    expect((await signIn('9001', PASSWORDS['9001']!)).code).toBe('CLERK_LOCKED');
  });

  test('another key, or a mistyped one, lifts nothing and is counted', async () => {
    for (const code of AUTHORISERS) await lockOut(code);
    for (const [key, left] of [
      [recoveryKeyText(Buffer.from('cd'.repeat(32), 'hex')), 4],
      [sheet.replace('A', 'B'), 3],
    ] as const)
      expect(told(await liftLocks(key))).toEqual({ code: 'RECOVERY_KEY_WRONG', left });
    expect(told(await liftLocks(sheet)).code).toBe('PASSWORD_TOO_SOON');
    office.at += SECOND;
    expect((await liftLocks(sheet)).ok).toBe(true);
  });
});

describe('many guesses at once', () => {
  const atOnce = async <V extends LedgerVerb>(count: number, verb: V, input: () => Input<V>, from = template.clerk) => {
    const replies = await Promise.all(Array.from({ length: count }, () => office.ask(verb, input(), from)));
    return replies.map((reply) => (reply.ok ? null : reply.error.code));
  };
  const times = (codes: readonly (string | null)[], code: string) => codes.filter((each) => each === code).length;

  test('five wrong pairs are judged, and the clerk is locked', async () => {
    const codes = await atOnce(50, 'visit.open', () => ({ ...visitOf(0), card: cardNumber(77) }));
    expect([times(codes, 'PAIR_MISMATCH'), times(codes, 'CLERK_LOCKED')]).toEqual([5, 45]);
    // A right pair among them would not have been told either.
    expect(await office.codeOf('visit.open', visitOf(0), template.clerk)).toBe('CLERK_LOCKED');
  });

  test('five guessed report numbers, however they are asked for', async () => {
    const { idNumber } = person(0);
    const codes = await atOnce(30, 'loss.find', () => ({ number: '010120240205000011', idNumber }));
    expect([times(codes, 'LOSS_UNKNOWN'), times(codes, 'CLERK_LOCKED')]).toEqual([5, 25]);
  });

  test('three telephone passwords', async () => {
    const { visitId } = await office.openVisit(4, template.clerk);
    await office.typePins(visitId, 'telephone', ['806153', '806153'], template.clerk);
    const { idNumber, name, phone } = person(4);
    const caller = { idNumber, name, phone, telephonePassword: '000000' };
    const codes = await atOnce(20, 'balance.byTelephone', () => ({ operationId: randomUUID(), caller }));
    expect([times(codes, 'TELEPHONE_PASSWORD_WRONG'), times(codes, 'TELEPHONE_PASSWORD_LOCKED')]).toEqual([3, 17]);
    const right = { operationId: randomUUID(), caller: { ...caller, telephonePassword: '806153' } };
    expect(await office.codeOf('balance.byTelephone', right, template.clerk)).toBe('TELEPHONE_PASSWORD_LOCKED');
    expect(await office.faults()).toEqual([]);
  });

  test('a second person’s password in place', async () => {
    const file = allocationCsv('YB9', '5.00', [{ id: '1', to: person(2), amount: '5.00' }]);
    const intakeId = await office.receive(file, template.clerk);
    const authorisation = authorised('2001', 'wrong');
    const codes = await atOnce(20, 'file.post', () => ({ operationId: randomUUID(), intakeId, second: authorisation }));
    expect([times(codes, 'SECOND_PERSON_FAILED'), times(codes, 'PASSWORD_TOO_SOON')]).toEqual([2, 18]);
  });

  test('three tries at a card’s password, in one task', async () => {
    const { visitId } = await office.openVisit(4, template.clerk);
    const { taskId } = await office.must(
      'customer.beginTask',
      { visitId, task: 'prove', second: null },
      template.clerk,
    );
    const replies = await Promise.all(
      Array.from({ length: 20 }, () =>
        office.ask('customer.takeEntry', { taskId, step: 'old', pin: Buffer.from('111112') }, template.clerk),
      ),
    );
    const judged = replies.filter((reply) => reply.ok && reply.value.fault?.kind === 'wrong');
    expect(judged).toHaveLength(3);
    expect(
      await office.codeOf('customer.takeEntry', { taskId, step: 'old', pin: Buffer.from(PIN) }, template.clerk),
    ).toBe('PIN_TASK_ENDED');
    expect((await office.must('visit.current', {}, template.clerk))?.pinState).toBe('locked');
  });
});
