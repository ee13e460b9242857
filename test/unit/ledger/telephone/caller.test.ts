/** Callers at the telephone's menu, on real books: proof, what is told, a loss, the PIN, the end of a call (docs/rules.md 8). */
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { Caller, setTelephonePassword, TELEPHONE_PASSWORD } from '../../../offices/caller.ts';
import { person } from '../../../offices/made-up-people.ts';
import { officeOfEachTest } from '../../../offices/office-of-each-test.ts';
import { authorised, behindTheBack, MINUTE, PIN, type Counter, type Office } from '../../../offices/small-office.ts';

let office: Office;
let clerk: Counter;
let caller: Caller;
officeOfEachTest((open) => ({ office, clerk } = open));
beforeEach(async () => {
  await setTelephonePassword(office, clerk);
  caller = new Caller(office);
});

interface Recorded {
  readonly verb: string;
  readonly actor: string;
  readonly subject: string | null;
  readonly outcome: string;
  readonly details: string | null;
}

function records(verb: string): Recorded[] {
  return behindTheBack(office.folder, (connection) =>
    connection
      .prepare<[string], Recorded>(
        'SELECT verb, actor, subject, outcome, details FROM audit WHERE verb = ? ORDER BY seq',
      )
      .all(verb),
  );
}

const { idNumber, phone } = person(4);
const unproven = (other: Partial<{ idNumber: string; phone: string }> = {}) => ({
  operationId: randomUUID(),
  ...{ idNumber, phone, ...other },
});

describe('the proof', () => {
  test('by ID number and telephone password opens the session of the call, and says whether the phone on file calls', async () => {
    expect(await caller.prove()).toEqual({ ok: true, value: { fromPhoneOnFile: true, mayChangePin: true } });
    expect(await caller.must('telephone.balance', {})).toMatchObject({ balanceFen: 30_000 });
    const stranger = new Caller(office, '13900000000');
    expect(await stranger.prove()).toMatchObject({ value: { fromPhoneOnFile: false } });
    expect(records('telephone.prove').map(({ details }) => details)).toEqual([
      expect.stringContaining('"fromPhoneOnFile":"yes"'),
      expect.stringContaining('"fromPhoneOnFile":"no"'),
    ]);
  });

  test('three wrong ones lock it, over calls, until a new one is set at the counter', async () => {
    for (const left of [2, 1, 0])
      expect(await new Caller(office).prove('111112')).toMatchObject({
        error: { code: 'TELEPHONE_PASSWORD_WRONG', details: { left } },
      });
    expect(await caller.prove()).toMatchObject({ error: { code: 'TELEPHONE_PASSWORD_LOCKED' } });
    await setTelephonePassword(office, clerk, '739201');
    expect(await caller.prove('739201')).toMatchObject({ ok: true });
  });

  test('of somebody unknown, or without a password, opens nothing', async () => {
    expect(await caller.prove(TELEPHONE_PASSWORD, person(9))).toMatchObject({ error: { code: 'PAIR_MISMATCH' } });
    expect(await caller.prove(TELEPHONE_PASSWORD, person(3))).toMatchObject({
      error: { code: 'TELEPHONE_PASSWORD_UNSET' },
    });
    expect(await caller.codeOf('telephone.prove', { idNumber: '110105195001010014', password: Buffer.from('1') })).toBe(
      'ID_NUMBER_INVALID',
    );
    expect(caller.token).toBeNull();
  });

  test('nothing is told or done before it, and nothing after the hang-up or a quarter of an hour', async () => {
    const everything = async (): Promise<(string | null)[]> => [
      await caller.codeOf('telephone.balance', {}),
      await caller.codeOf('telephone.entries', {}),
      await caller.codeOf('telephone.progress', {}),
      await caller.codeOf('telephone.report', { operationId: randomUUID() }),
      await caller.codeOf('telephone.changePin', {
        ...{ old: Buffer.from(PIN), new: Buffer.from('846203'), repeated: Buffer.from('846203') },
      }),
    ];
    const refused = Array.from({ length: 5 }, () => 'SIGN_IN_REQUIRED');
    expect(await everything()).toEqual(refused);
    await caller.prove();
    const { token } = caller;
    await caller.must('telephone.hangUp', {});
    expect(caller.token).toBeNull();
    caller.token = token;
    expect(await everything()).toEqual(refused);
    await caller.prove();
    office.at += 15 * MINUTE;
    expect(await everything()).toEqual(refused);
  });

  test('the digits are overwritten, whatever comes of them', async () => {
    const password = Buffer.from('111112');
    await caller.codeOf('telephone.prove', { idNumber, password });
    expect([...password]).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

describe('what is told', () => {
  beforeEach(async () => {
    await caller.prove();
  });

  test('the last five entries, newest first', async () => {
    const entries = await caller.must('telephone.entries', {});
    expect(entries).toEqual([{ date: '2024-01-31', kind: 'allocation', amountFen: 30_000, balanceFen: 30_000 }]);
    expect(records('telephone.entries')).toHaveLength(1);
  });

  test('the reports of the caller alone, and how they stand', async () => {
    expect(await caller.must('telephone.progress', {})).toEqual([]);
    const { number, lapsesOn } = await caller.report();
    const again = await caller.report();
    expect(await caller.must('telephone.progress', {})).toEqual([
      { number: again.number, status: 'reported', lapsesOn, reissueFrom: null },
      { number, status: 'superseded', lapsesOn, reissueFrom: null },
    ]);
  });

  test('not of an account that was closed in the middle of the call', async () => {
    const { visitId } = await office.openVisit(4, clerk);
    const closing = { operationId: randomUUID(), visitId, reference: 'SB-1', second: authorised('2001') };
    await office.must('holder.close', closing, clerk);
    expect(await caller.codeOf('telephone.balance', {})).toBe('SIGN_IN_REQUIRED');
  });
});

describe('a loss', () => {
  test('of a proven caller is an oral one by telephone, made once', async () => {
    await caller.prove();
    const request = { operationId: randomUUID() };
    const told = await caller.must('telephone.report', request);
    expect(await caller.must('telephone.report', request)).toEqual(told);
    const found = await office.must('loss.find', { number: told.number, idNumber }, clerk);
    expect(found).toMatchObject({ channel: 'telephone', kind: 'oral', object: 'card', status: 'reported' });
    expect(records('telephone.caller')).toMatchObject([
      { subject: told.number, details: expect.stringContaining('"proven":"yes"') },
    ]);
  });

  test('of somebody not proven takes ID number and phone on file, and tells the number and its last day', async () => {
    const told = await new Caller(office, null).must('telephone.reportUnproven', unproven());
    expect(Object.keys(told).sort()).toEqual(['lapsesOn', 'number']);
    expect(records('telephone.caller')).toMatchObject([
      { actor: 'telephone', details: expect.stringContaining('"proven":"no"') },
    ]);
    expect(await caller.codeOf('telephone.balance', {}), 'a report proves nobody').toBe('SIGN_IN_REQUIRED');
  });

  test('is refused alike for somebody unknown and for another phone', async () => {
    expect(await caller.codeOf('telephone.reportUnproven', unproven({ phone: '13900000000' }))).toBe('PAIR_MISMATCH');
    expect(await caller.codeOf('telephone.reportUnproven', unproven({ idNumber: person(9).idNumber }))).toBe(
      'PAIR_MISMATCH',
    );
    expect(records('loss.report').filter(({ outcome }) => outcome === 'done')).toHaveLength(1);
  });
});

describe('a report’s number by message', () => {
  const sent = () =>
    behindTheBack(office.folder, (connection) =>
      connection.prepare<[], string>("SELECT phone_masked FROM message WHERE kind = 'loss number'").pluck().all(),
    );

  test('goes to the phone on file, once a minute, of a report that the caller has just made', async () => {
    const stranger = new Caller(office, '13900000000');
    const { number } = await stranger.must('telephone.reportUnproven', unproven());
    await stranger.must('telephone.sendNumber', { number, language: 'zh-CN' });
    await stranger.must('telephone.sendNumber', { number, language: 'zh-CN' });
    expect(sent()).toEqual([`${phone.slice(0, 3)}****${phone.slice(-4)}`]);
    office.at += MINUTE;
    await stranger.must('telephone.sendNumber', { number, language: 'en' });
    expect(sent()).toHaveLength(2);
  });

  test('of a report of somebody else, of the counter or of another day goes nowhere', async () => {
    const [other] = await reportsAtCounter();
    for (const each of [caller, new Caller(office)]) {
      if (each === caller) await each.prove();
      expect(await each.codeOf('telephone.sendNumber', { number: other, language: 'zh-CN' })).toBe('LOSS_UNKNOWN');
      expect(await each.codeOf('telephone.sendNumber', { number: 'L1', language: 'zh-CN' })).toBe('LOSS_UNKNOWN');
    }
    expect(sent()).toEqual([]);
  });

  const reportsAtCounter = async (): Promise<[string]> => {
    const { visitId } = await office.openVisit(5, clerk);
    const [report] = await office.must('loss.ofVisit', { visitId }, clerk);
    if (!report) throw new Error('the sixth has lost the card');
    return [report.number];
  };
});

describe('the PIN', () => {
  beforeEach(async () => {
    await caller.prove();
  });

  test('is changed by the old one and the new one twice, and counts at the counter from then on', async () => {
    expect(await caller.changePin(PIN, '846203')).toEqual({ outcome: 'changed' });
    const { visitId } = await office.openVisit(4, clerk);
    expect(await office.typePins(visitId, 'prove', ['846203'], clerk)).toMatchObject({ ended: 'done' });
    expect(records('pin.change')).toMatchObject([{ details: expect.stringContaining('"channel":"telephone"') }]);
  });

  test('weak, known and different new ones are refused by the counter’s rules, and leave it as it is', async () => {
    expect(await caller.changePin(PIN, '888888')).toEqual({ outcome: 'weak', rule: 'ALL_EQUAL' });
    expect(await caller.changePin(PIN, PIN)).toEqual({ outcome: 'weak', rule: 'PREVIOUS' });
    expect(await caller.changePin(PIN, TELEPHONE_PASSWORD)).toEqual({ outcome: 'weak', rule: 'SAME_AS_OTHER' });
    expect(await caller.changePin(PIN, '846203', '846204')).toEqual({ outcome: 'different' });
    expect(await caller.changePin(PIN, '846203')).toEqual({ outcome: 'changed' });
  });

  test('three wrong tries lock it, counted together with those at the counter', async () => {
    const { visitId } = await office.openVisit(4, clerk);
    await office.typePins(visitId, 'prove', ['111112'], clerk);
    expect(await caller.changePin('111113', '846203')).toEqual({ outcome: 'wrong', triesLeft: 1 });
    expect(await caller.changePin('111114', '846203')).toEqual({ outcome: 'locked' });
    expect(await caller.codeOf('telephone.changePin', digits())).toBe('PIN_STATE');
    expect((await office.must('visit.current', {}, clerk))?.pinState).toBe('locked');
  });

  const digits = () => ({ old: Buffer.from(PIN), new: Buffer.from('846203'), repeated: Buffer.from('846203') });

  test('is not changed where the office does not want it, and its digits are overwritten all the same', async () => {
    await office.changeSetting('telephonePinChange', 0);
    const given = digits();
    expect(await caller.codeOf('telephone.changePin', given)).toBe('NOT_BY_TELEPHONE');
    for (const bytes of Object.values(given)) expect([...bytes]).toEqual([0, 0, 0, 0, 0, 0]);
    expect(await new Caller(office).prove()).toMatchObject({ value: { mayChangePin: false } });
  });

  test('many tries at once are judged no more often than one after another', async () => {
    const outcomes = await Promise.all(
      ['111112', '111113', '111114', '111115', PIN].map((old) =>
        caller.ask('telephone.changePin', { ...digits(), old: Buffer.from(old) }),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(3);
    expect(outcomes.at(-1)).toMatchObject({ error: { code: 'PIN_STATE' } });
  });
});

test('no digit of a password stands on record', async () => {
  await caller.prove('111112');
  await caller.prove();
  await caller.changePin(PIN, '846203');
  await caller.must('telephone.hangUp', {});
  const all = behindTheBack(office.folder, (connection) => connection.prepare('SELECT * FROM audit').all());
  for (const secret of ['111112', TELEPHONE_PASSWORD, PIN, '846203']) expect(JSON.stringify(all)).not.toContain(secret);
  expect(records('telephone.hangUp')).toMatchObject([{ actor: expect.stringMatching(/^holder:/) }]);
});
