/** Loss reports at the counter: who may, what stops, what lapses, how they end (RULES.md 3). */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { businessDate } from '../../electron/contract/dates.ts';
import type { Input } from '../../electron/contract/verbs.ts';
import { advanceTo } from '../../electron/ledger/services/days.ts';
import { allocationCsv, cardNumber, person, settlementCsv } from './made-up-people.ts';
import {
  authorised,
  copyOf,
  lossOf,
  makeTemplate,
  Office,
  PIN,
  visitOf,
  type Counter,
  type Template,
} from './small-office.ts';

let template: Template;
let office: Office;
let clerk: Counter;
let visitId: string;
beforeAll(async () => {
  template = await makeTemplate();
});
beforeEach(async () => {
  office = new Office(copyOf(template));
  ({ clerk } = template);
  ({ visitId } = await office.openVisit(0, clerk));
});
afterEach(async () => {
  expect(await office.faults()).toEqual([]);
  office.close();
});

const report = (other: Partial<Input<'loss.report'>> = {}) => office.must('loss.report', lossOf(visitId, other), clerk);
const refusal = (other: Partial<Input<'loss.report'>> = {}) =>
  office.codeOf('loss.report', lossOf(visitId, other), clerk);
const toDay = (date: string) => advanceTo(office.door.ledger, businessDate(date), '1001');
const visitAgain = async (at: number, other: Partial<Input<'visit.open'>> = {}) => {
  await office.must('visit.finish', { visitId }, clerk);
  ({ visitId } = await office.must('visit.open', { ...visitOf(at), ...other }, clerk));
};
const AGENT = { idNumber: person(7).idNumber, name: '代办人', relation: '配偶', householdRegister: false };
const NEW_CARD = cardNumber(5000);
const reissueOf = (number: string, other: Partial<Input<'loss.reissue'>> = {}): Input<'loss.reissue'> => ({
  operationId: randomUUID(),
  visitId,
  number,
  newCard: NEW_CARD,
  newInsuranceNumber: 'YB90000001',
  feeClass: 'standard',
  second: authorised('2001'),
  ...other,
});
const cancelOf = (number: string, second: Input<'loss.cancel'>['second'] = authorised('2001')) => ({
  operationId: randomUUID(),
  visitId,
  number,
  second,
});

/** Results of one settlement file, line by line: `null` where it was posted. */
async function settled(name: string, sales: readonly { card: string; amount: string; time: string }[]) {
  const total = sales.reduce((sum, { amount }) => sum + Number(amount), 0).toFixed(2);
  const lines = sales.map((sale, at) => ({ reference: `${name}-${at}`, kind: '消费' as const, ...sale }));
  const run = await office.post.settlement(settlementCsv(name, total, lines));
  return sales.map((_, at) => run.refused.find(({ externalId }) => externalId === `${name}-${at}`)?.reason ?? null);
}

describe('an oral report', () => {
  test('stops debits at once, says until when, and carries a number of its own', async () => {
    const view = await report();
    expect(view).toMatchObject({
      status: 'reported',
      object: 'card',
      kind: 'oral',
      channel: 'counter',
      reportedAt: '2024-02-05 09:30:00',
      lostFrom: '2024-02-05 09:30:00',
      lapsesOn: '2024-02-10',
      reissueFrom: null,
      possible: ['confirm', 'cancel', 'add-reference'],
    });
    expect(view.number).toMatch(/^L0101202402050002[0-9A-Z]$/);
    expect(view.timeline).toEqual([
      { at: '2024-02-05 09:30:00', event: 'reported', clerk: '1001', second: null, note: '2024-02-05 09:30:00' },
    ]);
  });

  test('lapses with the day after its last, and not before', async () => {
    const { number } = await report();
    await toDay('2024-02-10');
    expect((await find(number)).status).toBe('reported');
    await toDay('2024-02-11');
    const lapsed = await find(number);
    expect(lapsed).toMatchObject({ status: 'lapsed', possible: ['add-reference'] });
    expect(lapsed.timeline.at(-1)).toMatchObject({ event: 'lapsed', at: '2024-02-11 00:00:00' });
  });

  test('repeated, supersedes the one before without a gap', async () => {
    const first = await report({ lostFrom: '2024-02-04 08:00' });
    office.at += 60_000;
    const second = await report();
    expect(second.number).not.toBe(first.number);
    expect(second.lostFrom).toBe('2024-02-04 08:00:00');
    expect((await find(first.number)).status).toBe('superseded');
  });

  test('confirmed in writing keeps its number, and waits for a new card from that day on', async () => {
    const { number } = await report();
    await toDay('2024-02-07');
    await visitAgain(0);
    const view = await report({ kind: 'formal' });
    expect(view).toMatchObject({
      number,
      status: 'waiting',
      kind: 'formal',
      lapsesOn: null,
      reissueFrom: '2024-02-14',
    });
    expect(view.timeline.map(({ event }) => event)).toEqual(['reported', 'confirmed']);
    await toDay('2024-03-01');
    expect((await find(number)).status).toBe('waiting');
  });
});

async function find(number: string, idNumber = person(0).idNumber) {
  return office.must('loss.find', { number, idNumber }, clerk);
}

test('a formal report is made once', async () => {
  const { number } = await report({ kind: 'formal' });
  const reply = await office.ask('loss.report', lossOf(visitId, { kind: 'formal' }), clerk);
  expect(reply).toMatchObject({ ok: false, error: { code: 'LOSS_ALREADY_REPORTED', details: { number } } });
  expect(await refusal()).toBe('LOSS_ALREADY_REPORTED');
});

test('the same command sent twice is one report with one answer', async () => {
  const request = lossOf(visitId);
  const first = await office.must('loss.report', request, clerk);
  expect(await office.must('loss.report', request, clerk)).toEqual(first);
  expect(await office.must('loss.ofVisit', { visitId }, clerk)).toHaveLength(1);
});

test.each(['2024-02-05 09:31', '2024-02-30 08:00', '2025-01-01 00:00'])('a loss at %s is refused', async (lostFrom) => {
  expect(await refusal({ lostFrom })).toBe('LOSS_TIME_INVALID');
});

test('in a settlement file lines before the instant post, lines at or after it are on hold, an allocation still posts', async () => {
  await report({ lostFrom: '2024-02-03 12:00:00' });
  const { card } = person(0);
  const sale = (time: string) => ({ card, amount: '1.00', time });
  expect(await settled('QS2', [sale('20240203115959'), sale('20240203120000'), sale('20240205093000')])).toEqual([
    null,
    'CARD_ON_HOLD',
    'CARD_ON_HOLD',
  ]);
  const allocation = await office.post.allocation(
    allocationCsv('YB3', '5.00', [{ id: '1', to: person(0), amount: '5.00' }]),
  );
  expect([allocation.accepted, allocation.refused.length]).toEqual([1, 0]);
});

test('a void or refund arrives although the card is on hold', async () => {
  await report({ kind: 'formal' });
  const refund = { reference: 'R1', kind: '退货' as const, card: person(0).card, amount: '1.00', original: 'P1' };
  const run = await office.post.settlement(settlementCsv('QS3', '-1.00', [refund]));
  expect([run.accepted, run.refused.length]).toEqual([1, 0]);
});

test('a hold that was cancelled stops what fell into it, and nothing later', async () => {
  const { number } = await report({ lostFrom: '2024-02-03 12:00:00' });
  await office.must('loss.cancel', cancelOf(number, null), clerk);
  const { card } = person(0);
  const sale = (time: string) => ({ card, amount: '1.00', time });
  expect(await settled('QS4', [sale('20240204120000'), sale('20240205093000')])).toEqual(['CARD_ON_HOLD', null]);
});

describe('a password', () => {
  const lost = { object: 'password', kind: 'formal', second: authorised('2001') } as const;

  test('is lost in person and before a second pair of eyes, and void at once', async () => {
    await visitAgain(4);
    expect(await refusal({ ...lost, second: null })).toBe('SECOND_PERSON_REQUIRED');
    expect(await refusal({ ...lost, second: authorised('1001') })).toBe('SECOND_PERSON_SAME');
    const view = await report(lost);
    expect(view).toMatchObject({ object: 'password', status: 'waiting', lostFrom: null, renewFrom: '2024-02-05' });
    expect(view.timeline.map(({ event, second }) => [event, second])).toEqual([
      ['reported', '2001'],
      ['password-void', '2001'],
    ]);
    expect((await office.must('visit.current', {}, clerk))?.pinState).toBe('void');
    expect(await refusal(lost)).toBe('LOSS_ALREADY_REPORTED');
  });

  test('that was never set cannot be lost', async () => {
    expect(await refusal(lost)).toBe('PIN_STATE');
  });

  test('stops no debit of its own', async () => {
    await visitAgain(4);
    await report(lost);
    expect(await settled('QS5', [{ card: person(4).card, amount: '1.00', time: '20240205100000' }])).toEqual([null]);
  });

  test('of one holder is not reported by an agent', async () => {
    await visitAgain(4, { agent: AGENT });
    expect(await refusal(lost)).toBe('AGENT_MAY_NOT');
    expect(await refusal({ ...lost, object: 'both' })).toBe('AGENT_MAY_NOT');
    expect(await refusal()).toBeNull();
  });

  test('and a card at once are one report whose parts end on their own', async () => {
    await visitAgain(4);
    const { number } = await report({ object: 'both', kind: 'oral', second: authorised('2001') });
    expect(await find(number, person(4).idNumber)).toMatchObject({ cardState: 'oral', passwordState: 'void' });
    expect(await office.typePins(visitId, 'reset', ['806153', '806153'], clerk)).toMatchObject({ ended: 'done' });
    expect(await find(number, person(4).idNumber)).toMatchObject({ cardState: 'oral', passwordState: 'renewed' });
    await toDay('2024-02-12');
    expect(await find(number, person(4).idNumber)).toMatchObject({ status: 'lapsed', passwordState: 'renewed' });
  });
});

describe('a reissue', () => {
  test('waits its days, then the account has a new card and the old number finds the history', async () => {
    const { number } = await report({ kind: 'formal', lostFrom: '2024-02-04 12:00:00' });
    expect(await office.codeOf('loss.reissue', reissueOf(number), clerk)).toBe('REISSUE_TOO_EARLY');
    await toDay('2024-02-12');
    await visitAgain(0);
    const view = await office.must('loss.reissue', reissueOf(number), clerk);
    expect(view).toMatchObject({
      status: 'reissued',
      feeFen: 2_000,
      newCardMasked: `${NEW_CARD.slice(0, 6)}*********${NEW_CARD.slice(-4)}`,
    });
    expect(await office.must('visit.current', {}, clerk)).toMatchObject({
      cardLoss: null,
      cardMasked: view.newCardMasked,
    });
    await office.must('visit.finish', { visitId }, clerk);
    expect(await office.codeOf('visit.open', visitOf(0), clerk)).toBe('PAIR_MISMATCH');
    const opened = await office.must('visit.open', { ...visitOf(0), card: NEW_CARD }, clerk);
    expect(opened.balanceFen).toBe(47_950);
    const { card } = person(0);
    const sales = [
      { card, amount: '1.00', time: '20240204115959' },
      { card, amount: '1.00', time: '20240204120000' },
      { card: NEW_CARD, amount: '1.00', time: '20240212120000' },
    ];
    expect(await settled('QS6', sales)).toEqual([null, 'CARD_ON_HOLD', null]);
  });

  test('needs a second person, a sound new number that nobody has, and no agent', async () => {
    const { number } = await report({ kind: 'formal' });
    await toDay('2024-02-12');
    await visitAgain(0);
    const code = (other: Partial<Input<'loss.reissue'>>) =>
      office.codeOf('loss.reissue', reissueOf(number, other), clerk);
    expect(await code({ second: null })).toBe('SECOND_PERSON_REQUIRED');
    expect(await code({ newCard: '6213300000000000011' })).toBe('CARD_NUMBER_INVALID');
    expect(await code({ newCard: person(3).card })).toBe('CARD_TAKEN');
    expect(await code({ newCard: person(0).card })).toBe('CARD_TAKEN');
    await visitAgain(0, { agent: AGENT });
    expect(await code({})).toBe('AGENT_MAY_NOT');
    await visitAgain(1);
    expect(await code({})).toBe('LOSS_UNKNOWN');
  });

  test('ends the report for good, and an oral one has none', async () => {
    const { number } = await report();
    expect(await office.codeOf('loss.reissue', reissueOf(number), clerk)).toBe('LOSS_STATE');
    await report({ kind: 'formal' });
    await toDay('2024-02-12');
    await visitAgain(0);
    await office.must('loss.reissue', reissueOf(number), clerk);
    const again = reissueOf(number, { newCard: cardNumber(5001) });
    expect(await office.codeOf('loss.reissue', again, clerk)).toBe('LOSS_STATE');
    expect(await office.codeOf('loss.cancel', cancelOf(number), clerk)).toBe('LOSS_STATE');
  });
});

describe('a cancellation', () => {
  test('of a formal report needs the password typed just before, once, and a second person', async () => {
    await visitAgain(4);
    const { number } = await report({ kind: 'formal' });
    expect(await office.codeOf('loss.cancel', cancelOf(number), clerk)).toBe('PIN_REQUIRED');
    await office.typePins(visitId, 'prove', [PIN], clerk);
    expect(await office.codeOf('loss.cancel', cancelOf(number, null), clerk)).toBe('SECOND_PERSON_REQUIRED');
    expect(await office.must('loss.cancel', cancelOf(number), clerk)).toMatchObject({ status: 'cancelled' });
    const another = await report({ kind: 'formal' });
    expect(await office.codeOf('loss.cancel', cancelOf(another.number), clerk)).toBe('PIN_REQUIRED');
  });

  test('is the holder’s alone', async () => {
    const { number } = await report({ kind: 'formal' });
    await visitAgain(0, { agent: AGENT });
    expect(await office.codeOf('loss.cancel', cancelOf(number), clerk)).toBe('AGENT_MAY_NOT');
    await visitAgain(1);
    expect(await office.codeOf('loss.cancel', cancelOf(number), clerk)).toBe('LOSS_UNKNOWN');
  });

  test('by a proof that is old is none', async () => {
    await visitAgain(4);
    const { number } = await report({ kind: 'formal' });
    await office.typePins(visitId, 'prove', [PIN], clerk);
    office.at += 5 * 60_000;
    expect(await office.codeOf('loss.cancel', cancelOf(number), clerk)).toBe('PIN_REQUIRED');
  });
});

test('without the card a holder is found by ID number, name and phone, and by nothing less', async () => {
  await office.must('visit.finish', { visitId }, clerk);
  const { idNumber, name, phone } = person(0);
  const nobodyElse = { networkCheck: 'match-photo', secondaryDocument: null, agent: null } as const;
  const open = (who: { idNumber: string; name: string; phone: string }) =>
    office.ask('visit.openWithoutCard', { operationId: randomUUID(), ...who, ...nobodyElse }, clerk);
  for (const wrong of [{ name: '张四' }, { phone: '13900000000' }, { idNumber: person(1).idNumber }])
    expect(await open({ idNumber, name, phone, ...wrong })).toMatchObject({
      ok: false,
      error: { code: 'PAIR_MISMATCH' },
    });
  const opened = await open({ idNumber, name, phone });
  if (!opened.ok) throw new Error(opened.error.code);
  expect(opened.value).toMatchObject({ cardShown: false, holderName: name });
  const period = { from: businessDate('2024-01-01'), to: businessDate('2024-02-05') };
  const statement = {
    visitId: opened.value.visitId,
    period,
    kinds: null,
    largeType: false,
    language: 'zh-CN',
  } as const;
  expect(await office.codeOf('statement.prepare', statement, clerk)).toBe('CARD_REQUIRED');
  expect(await office.codeOf('loss.report', lossOf(opened.value.visitId), clerk)).toBeNull();
});

test('number and ID number belong together, and guessing locks the clerk', async () => {
  const { number } = await report();
  expect((await find(number.toLowerCase())).number).toBe(number);
  const guess = { number, idNumber: person(1).idNumber };
  for (let time = 0; time < 5; time += 1) expect(await office.codeOf('loss.find', guess, clerk)).toBe('LOSS_UNKNOWN');
  expect(await office.codeOf('loss.find', { number, idNumber: person(0).idNumber }, clerk)).toBe('CLERK_LOCKED');
});

test('the department’s own number is added once', async () => {
  const { number } = await report();
  const add = (reference: string) => ({ operationId: randomUUID(), number, reference });
  expect(await office.must('loss.addReference', add('SB-77'), clerk)).toMatchObject({ secondReference: 'SB-77' });
  expect(await office.codeOf('loss.addReference', add('SB-78'), clerk)).toBe('REFERENCE_TAKEN');
});

test('the worklist shows what lapses today and tomorrow, what is due and what waits', async () => {
  await report();
  await visitAgain(1);
  await report({ kind: 'formal' });
  const clocks = async () =>
    (await office.must('loss.worklist', {}, clerk)).items.map(({ cardMasked, clock, on }) => [
      cardMasked.slice(-4),
      clock,
      on,
    ]);
  const end = (at: number) => person(at).card.slice(-4);
  expect(await clocks()).toEqual([[end(1), 'reissue-waiting', '2024-02-12']]);
  await toDay('2024-02-09');
  expect(await clocks()).toEqual([
    [end(5), 'lapses-tomorrow', '2024-02-10'],
    [end(0), 'lapses-tomorrow', '2024-02-10'],
    [end(1), 'reissue-waiting', '2024-02-12'],
  ]);
  await toDay('2024-02-10');
  expect((await clocks()).map(([, clock]) => clock)).toEqual(['lapses-today', 'lapses-today', 'reissue-waiting']);
  await toDay('2024-02-12');
  expect(await clocks()).toEqual([[end(1), 'reissue-due', '2024-02-12']]);
});
