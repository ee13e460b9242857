/**
 * Clerks: what an administrator and a second person may change, and what comes of it (docs/rules.md 5).
 */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Input } from '../../../../electron/contract/verbs.ts';
import {
  authorised,
  behindTheBack,
  copyOf,
  lossOf,
  makeTemplate,
  MINUTE,
  NEW_OFFICE,
  Office,
  PASSWORDS,
  visitOf,
  type Counter,
  type Template,
} from '../../../offices/small-office.ts';
import { freshFolder } from '../../../offices/test-folders.ts';

let template: Template;
let office: Office;
let admin: Counter;
beforeAll(async () => {
  template = await makeTemplate();
});
beforeEach(async () => {
  office = new Office(copyOf(template));
  admin = await office.signIn('9001');
});
afterEach(async () => {
  expect(await office.faults()).toEqual([]);
  office.close();
});

test('a name with a character nobody sees is none: two persons would pass for one on paper', async () => {
  const unseen = { name: '赵\u200b主管', authorisation: second };
  expect(await office.codeOf('clerk.add', { ...CHANGES['clerk.add'], ...unseen }, admin)).toBe('NAME_INVALID');
  expect(await office.codeOf('clerk.change', { ...CHANGES['clerk.change'], ...unseen }, admin)).toBe('NAME_INVALID');
});

const DAY = 24 * 60 * MINUTE;
const second = authorised('2001');
const reason = '人员变动';
const NEXT = 'quiet-harbour-7';

const signInCode = (clerkCode: string, password: string) =>
  office.codeOf('session.signIn', { clerkCode, password }, null);

/** After a wrong password the next try waits. */
async function later<T>(work: () => Promise<T>): Promise<T> {
  office.at += MINUTE;
  return work();
}

type Administration = 'clerk.add' | 'clerk.change' | 'clerk.disable' | 'clerk.enable' | 'clerk.giveOneTimePassword';
const CHANGES: { readonly [V in Administration | 'setting.set']: Omit<Input<V>, 'authorisation'> } = {
  'clerk.add': { clerkCode: '1003', name: '新柜员', role: 'clerk' },
  'clerk.change': { clerkCode: '1002', name: '改名', role: null, reason },
  'clerk.disable': { clerkCode: '1002', reason },
  'clerk.enable': { clerkCode: '1002', reason },
  'clerk.giveOneTimePassword': { clerkCode: '1002', reason },
  'setting.set': { name: 'printGate', value: '70', reason },
};

describe.each(Object.keys(CHANGES) as (keyof typeof CHANGES)[])('%s', (verb) => {
  const ask = (authorisation: ReturnType<typeof authorised> | null, from: Counter | null) =>
    office.codeOf(verb, { ...CHANGES[verb], authorisation }, from);

  test('is an administrator’s, with a second person', async () => {
    expect(await ask(second, null)).toBe('SIGN_IN_REQUIRED');
    expect(await ask(second, template.clerk)).toBe('ROLE_REQUIRED');
    expect(await ask(second, template.supervisor)).toBe('ROLE_REQUIRED');
    expect(await ask(null, admin)).toBe('SECOND_PERSON_REQUIRED');
    expect(await ask(authorised('9001'), admin)).toBe('SECOND_PERSON_SAME');
    expect(await ask(authorised('1001'), admin)).toBe('SECOND_PERSON_ROLE');
    expect(await ask(authorised('2001', 'wrong'), admin)).toBe('SECOND_PERSON_FAILED');
    if (verb === 'clerk.enable')
      await office.must('clerk.disable', { clerkCode: '1002', reason, authorisation: second }, admin);
    expect(await ask(second, admin)).toBeNull();
  });
});

describe('a one-time password', () => {
  const give = async (clerkCode: string) =>
    (await office.must('clerk.giveOneTimePassword', { clerkCode, reason, authorisation: second }, admin)).password;

  test('only lets its owner set another one', async () => {
    const password = await give('1002');
    expect(await signInCode('1002', PASSWORDS['1002']!)).toBe('SIGN_IN_FAILED');
    expect(await later(() => signInCode('1002', password))).toBe('PASSWORD_EXPIRED');
    await office.must('clerk.changePassword', { clerkCode: '1002', password, newPassword: NEXT }, null);
    expect(await signInCode('1002', NEXT)).toBeNull();
    expect(await later(() => signInCode('1002', password))).toBe('SIGN_IN_FAILED');
  });

  test('authorises nothing', async () => {
    const password = await give('2002');
    const { visitId } = await office.openVisit(4, template.clerk);
    const losing = (given: string) =>
      office.codeOf(
        'loss.report',
        lossOf(visitId, { object: 'password', kind: 'formal', second: authorised('2002', given) }),
        template.clerk,
      );
    expect(await losing(password)).toBe('PASSWORD_EXPIRED');
    await office.must('clerk.changePassword', { clerkCode: '2002', password, newPassword: NEXT }, null);
    expect(await losing(NEXT)).toBeNull();
  });

  test('ends the sessions in which the one before was typed', async () => {
    await give('1001');
    expect(await office.codeOf('batch.list', {}, template.clerk)).toBe('SIGN_IN_REQUIRED');
  });

  test('is what a new clerk begins with', async () => {
    const { password } = await office.must('clerk.add', { ...CHANGES['clerk.add'], authorisation: second }, admin);
    expect(await signInCode('1003', password)).toBe('PASSWORD_EXPIRED');
    const twice = { ...CHANGES['clerk.add'], name: '又一人', authorisation: second };
    expect(await office.codeOf('clerk.add', twice, admin)).toBe('CLERK_EXISTS');
  });
});

describe('an own password', () => {
  const change = (password: string, newPassword: string) =>
    office.ask('clerk.changePassword', { clerkCode: '1002', password, newPassword }, null);
  const ruleOf = async (newPassword: string, present = PASSWORDS['1002']!) => {
    const reply = await change(present, newPassword);
    return reply.ok ? null : (reply.error.details['rule'] ?? reply.error.code);
  };

  test.each([
    ['nine char', 'password-short'],
    ['aaaabbbbcccc', 'password-trivial'],
    ['1234567890', 'password-trivial'],
    ['jihgfedcba', 'password-trivial'],
    ['1002-1002-1002', 'password-trivial'],
    ['柜员1002柜员1002柜员1002', 'password-trivial'],
    ['人民路储蓄所0101!!', 'password-trivial'],
    [PASSWORDS['1002']!, 'password-reused'],
    [NEXT, null],
  ])('%s: %s', async (password, rule) => {
    expect(await ruleOf(password)).toBe(rule);
    expect(await later(() => signInCode('1002', rule === null ? password : PASSWORDS['1002']!))).toBeNull();
  });

  test('is none of the last five', async () => {
    const given = [PASSWORDS['1002']!, 'first-of-them', 'second-of-them', 'third-of-them', 'fourth-of-them'];
    for (const [at, next] of given.slice(1).entries()) expect(await ruleOf(next, given[at])).toBeNull();
    for (const earlier of given) expect(await ruleOf(earlier, given[4])).toBe('password-reused');
    expect(await ruleOf('fifth-of-them', given[4])).toBeNull();
    expect(await ruleOf(given[0]!, 'fifth-of-them')).toBeNull();
  });

  test('takes the present one, and counts a wrong one like a sign-in', async () => {
    expect(await ruleOf(NEXT, 'wrong')).toBe('SIGN_IN_FAILED');
    expect(await signInCode('1002', 'wrong')).toBe('SIGN_IN_FAILED');
    expect(await ruleOf(NEXT)).toBe('PASSWORD_TOO_SOON');
  });

  test('expires after its days, and 0 means never', async () => {
    office.at += 90 * DAY - 1;
    expect(await signInCode('1002', PASSWORDS['1002']!)).toBeNull();
    office.at += 1;
    expect(await signInCode('1002', PASSWORDS['1002']!)).toBe('PASSWORD_EXPIRED');
    expect(await ruleOf(NEXT)).toBeNull();
    expect(await signInCode('1002', NEXT)).toBeNull();
    for (const code of ['9001', '2001']) {
      const input = { clerkCode: code, password: PASSWORDS[code]!, newPassword: NEXT };
      await office.must('clerk.changePassword', input, null);
    }
    admin = await office.signIn('9001', NEXT);
    const never = { name: 'passwordExpiryDays', value: '0', reason, authorisation: authorised('2001', NEXT) };
    await office.must('setting.set', never, admin);
    office.at += 5_000 * DAY;
    expect(await signInCode('1002', NEXT)).toBeNull();
  });
});

describe('a leaver', () => {
  const disable = (clerkCode: string) =>
    office.codeOf('clerk.disable', { clerkCode, reason, authorisation: second }, admin);

  test('is barred in one step: session, visit and sign-in end at once, and they are never deleted', async () => {
    const { visitId } = await office.openVisit(0, template.clerk);
    expect(await disable('1001')).toBeNull();
    expect(await office.codeOf('visit.finish', { visitId }, template.clerk)).toBe('SIGN_IN_REQUIRED');
    expect(await signInCode('1001', PASSWORDS['1001']!)).toBe('CLERK_DISABLED');
    expect(await later(() => signInCode('1001', 'wrong'))).toBe('SIGN_IN_FAILED');
    const ended = behindTheBack(office.folder, (connection) =>
      connection.prepare('SELECT end_reason FROM visit WHERE id = ?').pluck().get(visitId),
    );
    expect(ended).toBe('signed-out');
    behindTheBack(office.folder, (connection) => {
      expect(() => connection.exec('DELETE FROM clerk')).toThrow(/never deleted/);
    });
    expect(await disable('1001')).toBe('CLERK_STATE');
  });

  test('authorises nothing any more, at the counter or by what they approved', async () => {
    const { visitId } = await office.openVisit(4, template.clerk);
    const { operationId: _, second: __, ...input } = lossOf(visitId, { object: 'password' });
    const asking = { operationId: randomUUID(), verb: 'loss.report', input } as const;
    const { requestId } = await office.must('approval.ask', asking, template.clerk);
    const supervisor = await office.signIn('2002');
    const deciding = {
      operationId: randomUUID(),
      requestId,
      decision: 'approve',
      reason: null,
      password: PASSWORDS['2002']!,
    } as const;
    await office.must('approval.decide', deciding, supervisor);
    expect(await disable('2002')).toBeNull();
    const report = (given: object) =>
      office.codeOf('loss.report', lossOf(visitId, { object: 'password', second: given as never }), template.clerk);
    expect(await report({ requestId })).toBe('APPROVAL_EXPIRED');
    expect(await report(authorised('2002'))).toBe('CLERK_DISABLED');
  });

  test('comes back with a one-time password', async () => {
    await disable('1002');
    const { password } = await office.must('clerk.enable', { clerkCode: '1002', reason, authorisation: second }, admin);
    expect(await signInCode('1002', password)).toBe('PASSWORD_EXPIRED');
    expect(await office.codeOf('clerk.enable', { clerkCode: '1002', reason, authorisation: second }, admin)).toBe(
      'CLERK_STATE',
    );
  });
});

test('a locked clerk’s request of the moment is not judged: the lock counts when its turn comes', async () => {
  const wrong = Array.from({ length: 5 }, () =>
    office.ask('visit.open', { ...visitOf(0), card: visitOf(1).card }, template.clerk),
  );
  const right = office.codeOf('visit.open', visitOf(0), template.clerk);
  await Promise.all(wrong);
  expect(await right).toBe('CLERK_LOCKED');
});

describe('the last two who can authorise', () => {
  const withTwo = async () => {
    // 2002 leaves: 2001 and 9001 are left.
    await office.must('clerk.disable', { clerkCode: '2002', reason, authorisation: second }, admin);
  };
  const change = (clerkCode: string, other: { name?: string; role?: 'clerk' | 'supervisor' }) =>
    office.codeOf(
      'clerk.change',
      { clerkCode, name: other.name ?? null, role: other.role ?? null, reason, authorisation: second },
      admin,
    );

  test('stay, whichever way one of them would go', async () => {
    await withTwo();
    expect(await change('2001', { role: 'clerk' })).toBe('AUTHORISERS_TOO_FEW');
    expect(await change('9001', { role: 'clerk' })).toBe('AUTHORISERS_TOO_FEW');
    // Two codes under one name are one person.
    expect(await change('2001', { name: '柜员9001' })).toBe('AUTHORISERS_TOO_FEW');
    for (const clerkCode of ['2001', '9001'])
      expect(await office.codeOf('clerk.disable', { clerkCode, reason, authorisation: second }, admin)).toBe(
        'AUTHORISERS_TOO_FEW',
      );
    expect(await change('1002', { role: 'supervisor' })).toBeNull();
    expect(await change('2001', { role: 'clerk' })).toBeNull();
  });

  test('are not enough without an administrator, who stays while there is no other', async () => {
    expect(await change('9001', { role: 'supervisor' })).toBe('ADMINISTRATOR_LAST');
    const gone = { clerkCode: '9001', reason, authorisation: second };
    expect(await office.codeOf('clerk.disable', gone, admin)).toBe('ADMINISTRATOR_LAST');
    const promoted = { clerkCode: '2002', name: null, role: 'administrator', reason, authorisation: second } as const;
    await office.must('clerk.change', promoted, admin);
    await office.must('clerk.disable', gone, admin);
  });

  test('are asked for when an office is made', async () => {
    const fresh = new Office(freshFolder());
    const clerks = NEW_OFFICE.clerks.filter(({ role }) => role !== 'supervisor');
    const namesakes = clerks.concat({ ...NEW_OFFICE.clerks[2]!, name: '柜员9001' });
    for (const few of [clerks, namesakes]) {
      const input = { ...NEW_OFFICE, clerks: few, demoFolder: null };
      expect(await fresh.codeOf('office.create', input, null)).toBe('AUTHORISERS_TOO_FEW');
    }
    const weak = NEW_OFFICE.clerks.map((clerk) => ({
      ...clerk,
      password: clerk.code === '1002' ? 'short' : clerk.password,
    }));
    expect(await fresh.codeOf('office.create', { ...NEW_OFFICE, clerks: weak, demoFolder: null }, null)).toBe(
      'PASSWORD_WEAK',
    );
    await fresh.must('office.create', { ...NEW_OFFICE, demoFolder: null }, null);
    fresh.close();
  });
});

test('the list says who is there, and in what state', async () => {
  await office.must('clerk.disable', { clerkCode: '1002', reason, authorisation: second }, admin);
  await office.must('clerk.giveOneTimePassword', { clerkCode: '2002', reason, authorisation: second }, admin);
  for (let time = 0; time < 5; time += 1)
    await office.ask('visit.open', { ...visitOf(0), card: visitOf(1).card }, template.clerk);
  const clerks = await office.must('clerk.list', {}, null);
  expect(clerks.map(({ code, state, oneTimePassword }) => [code, state, oneTimePassword])).toEqual([
    ['1001', 'locked', false],
    ['1002', 'disabled', false],
    ['2001', 'active', false],
    ['2002', 'active', true],
    ['9001', 'active', false],
  ]);
});
