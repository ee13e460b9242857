/** Registering, signing in, what limits both, and how a login ends (docs/rules.md 7). */
import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { codeFor, HolderDoor } from '../../../offices/holder-door.ts';
import { person } from '../../../offices/made-up-people.ts';
import { officeOfEachTest } from '../../../offices/office-of-each-test.ts';
import { authorised, MINUTE, visitOf, type Counter, type Office } from '../../../offices/small-office.ts';

let office: Office;
let clerk: Counter;
let door: HolderDoor;
officeOfEachTest((open) => ({ office, clerk } = open));
beforeEach(() => {
  door = new HolderDoor(office);
});

const PASSWORD = 'a long phrase 41';
const proof = (at = 0, password = PASSWORD) =>
  ({ proof: { kind: 'password', idNumber: person(at).idNumber, password } }) as const;

test('who registers with what is on file and the code is signed in, and signs in again by password', async () => {
  await door.registered(person(0));
  expect(await door.must('online.session', {})).toMatchObject({ kind: 'login', holderNameMasked: '张*' });
  await door.must('online.signOut', {});
  expect(await door.must('online.session', {})).toBeNull();
  expect(await door.codeOf('online.standing', {})).toBe('SIGN_IN_REQUIRED');
  await door.must('online.signIn', proof());
  expect(await door.must('online.standing', {})).toMatchObject({ isStopped: false, login: { kind: 'password' } });
});

test('whose pages these are, and whom to call, everybody is told', async () => {
  const { name: officeName } = (await office.must('office.status', {}, clerk)).office ?? { name: '' };
  expect(await door.must('online.office', {})).toEqual({ bankName: '', officeName, queryTelephone: '', demo: false });
  const asked = { authorisation: authorised('2001'), reason: '网上服务启用' };
  const administrator = await office.signIn('9001');
  for (const [name, value] of [['bankName', '西湖银行'] as const, ['queryTelephone', '0571-88881234转5'] as const])
    await office.must('setting.set', { ...asked, name, value }, administrator);
  expect(await door.must('online.office', {})).toMatchObject({
    bankName: '西湖银行',
    queryTelephone: '0571-88881234转5',
  });
});

const WRONG: readonly (readonly [string, Partial<ReturnType<typeof person>>])[] = [
  ['an unknown person', { idNumber: person(5000).idNumber }],
  ['a wrong name', { name: '李四' }],
  ['a wrong phone', { phone: '13900009999' }],
  ['a wrong end of the card', { card: '6213309999990000' }],
];

test.each(WRONG)('%s is answered as everybody, and nobody is sent anything', async (_, change) => {
  const right = await door.must('online.sendCode', codeFor('register', person(1)));
  await door.sent();
  const reply = await door.must('online.sendCode', codeFor('register', { ...person(0), ...change }));
  expect(Object.keys(reply)).toEqual(Object.keys(right));
  expect(reply.codeId).toHaveLength(right.codeId.length);
  expect(reply.expiresAt).toBe(right.expiresAt);
  expect(await door.sent()).toEqual([]);
  // Its tries are counted and told as those of any other.
  const entering = { codeId: reply.codeId, code: '123456' };
  expect(await door.ask('online.enter', entering)).toMatchObject({
    error: { code: 'CODE_WRONG', details: { left: 2 } },
  });
});

test('five failures lock the person’s door and tell the phone; the right password is refused alike until the lock ends', async () => {
  await door.registered(person(0));
  await door.must('online.signOut', {});
  for (let failure = 1; failure <= 5; failure += 1)
    expect(await door.codeOf('online.signIn', proof(0, 'not the phrase'))).toBe('ONLINE_REFUSED');
  expect(await door.sent()).toMatchObject([{ phone: person(0).phone, text: expect.stringContaining('30 分钟') }]);
  expect(await door.codeOf('online.signIn', proof())).toBe('ONLINE_REFUSED');
  // A restart lifts no lock.
  office.reopen();
  expect(await door.codeOf('online.signIn', proof())).toBe('ONLINE_REFUSED');
  office.at += 30 * MINUTE;
  expect(await door.codeOf('online.signIn', proof())).toBe('done');
});

test('a locked door takes no code either, and who goes on failing at it neither keeps it locked nor has its phone told again', async () => {
  await door.registered(person(0));
  const { codeId, code } = await door.code('report', person(0));
  const wrong = codeFor('report', { ...person(0), phone: '13900009999' });
  for (let failure = 1; failure <= 5; failure += 1) await door.must('online.sendCode', wrong);
  expect(await door.sent()).toHaveLength(1);
  expect(await door.codeOf('online.enter', { codeId, code })).toBe('ONLINE_REFUSED');
  office.at += 29 * MINUTE;
  for (let failure = 1; failure <= 6; failure += 1) await door.must('online.sendCode', wrong);
  expect(await door.sent()).toEqual([]);
  office.at += MINUTE;
  expect(await door.codeOf('online.signIn', proof())).toBe('done');
});

test('what is no ID number is refused as such, and counts for the address like any other request', async () => {
  const typed = codeFor('report', { ...person(0), idNumber: '110105195001010014' });
  const proofOfNone = { proof: { kind: 'password', idNumber: '110105195001010014', password: PASSWORD } } as const;
  for (let request = 0; request < 30; request += 1) {
    expect(await door.codeOf('online.sendCode', typed)).toBe('ID_NUMBER_INVALID');
    expect(await door.codeOf('online.signIn', proofOfNone)).toBe('ID_NUMBER_INVALID');
  }
  expect(await door.codeOf('online.sendCode', typed)).toBe('ONLINE_TOO_MANY');
});

test('four failures and a right one begin the count anew', async () => {
  await door.registered(person(0));
  for (let round = 0; round < 3; round += 1) {
    for (let failure = 1; failure <= 4; failure += 1)
      expect(await door.codeOf('online.signIn', proof(0, 'not the phrase'))).toBe('ONLINE_REFUSED');
    expect(await door.codeOf('online.signIn', proof())).toBe('done');
  }
});

test('many tries at once are judged no more often than one after another', async () => {
  await door.registered(person(0));
  const tries = Array.from({ length: 9 }, () => door.codeOf('online.signIn', proof(0, 'not the phrase')));
  expect(new Set(await Promise.all(tries))).toEqual(new Set(['ONLINE_REFUSED']));
  expect(await door.codeOf('online.signIn', proof())).toBe('ONLINE_REFUSED');
});

test('registering anew ends the old login and its sessions, and tells the phone on file', async () => {
  await door.registered(person(0));
  const other = new HolderDoor(office, '192.0.2.8');
  await other.registered(person(0), 'another phrase 52');
  expect(await door.codeOf('online.standing', {})).toBe('SIGN_IN_REQUIRED');
  expect((await other.sent()).map(({ text }) => text)).toEqual([expect.stringContaining('重新开通')]);
  expect(await door.codeOf('online.signIn', proof())).toBe('ONLINE_REFUSED');
  expect(await door.codeOf('online.signIn', proof(0, 'another phrase 52'))).toBe('done');
});

test('another way to sign in takes the present one, and ends every other session', async () => {
  await door.registered(person(0));
  const other = new HolderDoor(office);
  await other.must('online.signIn', proof());
  const login = { kind: 'password', password: 'another phrase 52' } as const;
  const wrong = { proof: proof(0, 'not the phrase').proof, login, language: 'zh-CN' } as const;
  expect(await door.codeOf('online.changeLogin', wrong)).toBe('ONLINE_REFUSED');
  // Somebody else's login proves nobody here.
  const neighbour = new HolderDoor(office);
  await neighbour.registered(person(1));
  expect(await door.codeOf('online.changeLogin', { ...wrong, proof: proof(1).proof })).toBe('ONLINE_REFUSED');
  await door.must('online.changeLogin', { ...wrong, proof: proof().proof });
  expect(await other.codeOf('online.standing', {})).toBe('SIGN_IN_REQUIRED');
  expect(await door.codeOf('online.standing', {})).toBe('done');
});

test('a weak password is refused by its rule before the code is used', async () => {
  const code = await door.code('register', person(0));
  for (const password of ['short', person(0).idNumber, 'aaaaaaaaaaaa']) {
    const weak = { ...code, login: { kind: 'password', password }, language: 'zh-CN' } as const;
    expect(await door.codeOf('online.register', weak)).toBe('PASSWORD_WEAK');
  }
  const good = { ...code, login: { kind: 'password', password: PASSWORD }, language: 'zh-CN' } as const;
  expect(await door.codeOf('online.register', good)).toBe('done');
});

test('at the counter the login is seen, and ended with its sessions when its holder asks', async () => {
  await door.registered(person(0));
  const { visitId } = await office.openVisit(0, clerk);
  expect(await office.must('online.login', { visitId }, clerk)).toMatchObject({ kind: 'password', openSessions: 1 });
  await office.must('online.endLogin', { operationId: randomUUID(), visitId }, clerk);
  expect(await door.codeOf('online.standing', {})).toBe('SIGN_IN_REQUIRED');
  expect(await office.must('online.login', { visitId }, clerk)).toBeNull();
  expect(await office.codeOf('online.endLogin', { operationId: randomUUID(), visitId }, clerk)).toBe('LOGIN_ABSENT');
  expect((await door.sent()).at(-1)?.text).toContain('柜台注销');
  expect(await door.codeOf('online.signIn', proof())).toBe('ONLINE_REFUSED');
});

test('an address that asks without end is stopped, and others are not', async () => {
  const limit = 60;
  for (let request = 0; request < limit; request += 1)
    await door.must('online.sendCode', codeFor('report', person(5000 + request)));
  expect(await door.codeOf('online.sendCode', codeFor('report', person(0)))).toBe('ONLINE_TOO_MANY');
  expect(await door.codeOf('online.signIn', proof())).toBe('ONLINE_TOO_MANY');
  const other = new HolderDoor(office, '198.51.100.4');
  expect(await other.codeOf('online.sendCode', codeFor('report', person(0)))).toBe('done');
  office.at += 60 * MINUTE;
  expect(await door.codeOf('online.sendCode', codeFor('report', person(0)))).toBe('done');
});

test('a line of IPv6 is one asker, whichever of its addresses it takes, and the next line is another', async () => {
  for (let request = 0; request < 60; request += 1) {
    const each = new HolderDoor(office, `2001:db8:7:1::${request.toString(16)}`);
    await each.must('online.sendCode', codeFor('report', person(5000 + request)));
  }
  const fresh = new HolderDoor(office, '2001:db8:7:1:ffff::9');
  expect(await fresh.codeOf('online.sendCode', codeFor('report', person(0)))).toBe('ONLINE_TOO_MANY');
  const next = new HolderDoor(office, '2001:db8:7:2::9');
  expect(await next.codeOf('online.sendCode', codeFor('report', person(0)))).toBe('done');
});

test('what is refused for coming too often is not judged, and leaves no record', async () => {
  for (let request = 0; request < 60; request += 1)
    await door.must('online.sendCode', codeFor('report', person(5000 + request)));
  const records = () =>
    office.door.ledger.books.read(({ sql }) =>
      Promise.resolve(sql.values<[], number>('SELECT count(*) FROM audit').get()),
    );
  const before = await records();
  expect(await door.codeOf('online.sendCode', codeFor('report', person(0)))).toBe('ONLINE_TOO_MANY');
  expect(await records()).toBe(before);
});

test('sessions and sign-in end with the account', async () => {
  await door.registered(person(0));
  const { visitId } = await office.openVisit(0, clerk);
  await office.must(
    'holder.close',
    { operationId: randomUUID(), visitId, reference: 'YBJ-1', second: authorised('2001') },
    clerk,
  );
  expect(await door.codeOf('online.standing', {})).toBe('SIGN_IN_REQUIRED');
  expect(await door.codeOf('online.signIn', proof())).toBe('ONLINE_REFUSED');
});

test('no password, code or digit of either is in audit record, answers or the list of messages', async () => {
  const { code, codeId } = await door.code('register', person(0));
  await door.ask('online.register', {
    codeId,
    code: '000000',
    login: { kind: 'password', password: PASSWORD },
    language: 'en',
  });
  await door.must('online.register', { codeId, code, login: { kind: 'password', password: PASSWORD }, language: 'en' });
  const audit = await office.door.ledger.books.read(({ sql }) =>
    Promise.resolve(JSON.stringify(sql.rows('SELECT * FROM audit').all())),
  );
  const from = {
    sessionToken: null,
    door: 'command-line',
    counter: 'command-line',
    operator: 'operator:test',
  } as const;
  const { reply } = await office.door.answer({ verb: 'message.list', input: {}, ...from });
  const operations = await office.door.ledger.books.read(({ sql }) =>
    Promise.resolve(JSON.stringify(sql.rows('SELECT key, kind, phone_masked, failure FROM message').all())),
  );
  for (const text of [audit, JSON.stringify(reply), operations]) {
    expect(text).not.toContain(PASSWORD);
    expect(text).not.toContain(`"${code}"`);
    expect(text).not.toContain(person(0).phone);
  }
  expect(reply).toMatchObject({ value: { items: [{ kind: 'code for registering', state: 'sent' }] } });
  expect(visitOf(0).idNumber).toBe(person(0).idNumber);
});
