/** Loss reports at the counter: who may, what stops, what lapses, who finds them again (docs/rules.md 3). */
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { businessDate } from '../../../../electron/contract/kernel/dates.ts';
import { AGENT, type LossCounter } from '../../../offices/loss-counter.ts';
import { allocationCsv, person, settlementCsv } from '../../../offices/made-up-people.ts';
import { lossCounterOfEachTest } from '../../../offices/office-of-each-test.ts';
import { authorised, lossOf, type Counter, type Office } from '../../../offices/small-office.ts';

let counter: LossCounter;
let office: Office;
let clerk: Counter;
lossCounterOfEachTest((opened) => ({ counter, office, clerk } = opened));

describe('an oral report', () => {
  test('stops debits at once, says until when, and carries a number of its own', async () => {
    const view = await counter.report();
    expect(view).toMatchObject({
      status: 'reported',
      object: 'card',
      kind: 'oral',
      channel: 'counter',
      reportedAt: '2024-02-05 09:30:00',
      lostFrom: '2024-02-05 09:30:00',
      lapsesOn: '2024-02-10',
      reissueFrom: null,
      possible: ['confirm', 'cancel', 'take-back', 'add-reference'],
    });
    expect(view.number).toMatch(/^L0101202402050002[0-9A-Z]$/);
    expect(view.timeline).toEqual([
      { at: '2024-02-05 09:30:00', event: 'reported', clerk: '1001', second: null, note: null },
    ]);
  });

  test('lapses with the day after its last, and not before', async () => {
    const { number } = await counter.report();
    await counter.toDay('2024-02-10');
    expect((await counter.find(number)).status).toBe('reported');
    await counter.toDay('2024-02-11');
    const lapsed = await counter.find(number);
    expect(lapsed).toMatchObject({ status: 'lapsed', possible: ['add-reference'] });
    expect(lapsed.timeline.at(-1)).toMatchObject({ event: 'lapsed', at: '2024-02-11 00:00:00', clerk: 'system' });
  });

  test('repeated, supersedes the one before without a gap', async () => {
    const first = await counter.report();
    office.at += 60_000;
    const second = await counter.report({ missedSince: '2024-02-04 08:00' });
    expect(second.number).not.toBe(first.number);
    expect(second).toMatchObject({ lostFrom: '2024-02-05 09:30:00', missedSince: '2024-02-04 08:00:00' });
    expect((await counter.find(first.number)).status).toBe('superseded');
  });

  test('confirmed in writing keeps its number, and waits for a new card from that day on', async () => {
    const { number } = await counter.report();
    await counter.toDay('2024-02-07');
    await counter.visitAgain(0);
    const view = await counter.report({ kind: 'formal' });
    expect(view).toMatchObject({
      number,
      status: 'waiting',
      kind: 'formal',
      lapsesOn: null,
      reissueFrom: '2024-02-14',
    });
    expect(view.timeline.map(({ event }) => event)).toEqual(['reported', 'confirmed']);
    await counter.toDay('2024-03-01');
    expect((await counter.find(number)).status).toBe('waiting');
  });
});

test('a formal report is made once', async () => {
  const { number } = await counter.report({ kind: 'formal' });
  const reply = await office.ask('loss.report', lossOf(counter.visitId, { kind: 'formal' }), clerk);
  expect(reply).toMatchObject({ ok: false, error: { code: 'LOSS_ALREADY_REPORTED', details: { number } } });
  expect(await counter.refusal()).toBe('LOSS_ALREADY_REPORTED');
});

test('the same command sent twice is one report with one answer', async () => {
  const request = lossOf(counter.visitId);
  const first = await office.must('loss.report', request, clerk);
  expect(await office.must('loss.report', request, clerk)).toEqual(first);
  expect(await office.must('loss.ofVisit', { visitId: counter.visitId }, clerk)).toHaveLength(1);
});

test.each(['2024-02-05 09:31', '2024-02-30 08:00', '2025-01-01 00:00'])(
  'a loss at %s is refused',
  async (missedSince) => {
    expect(await counter.refusal({ missedSince })).toBe('LOSS_TIME_INVALID');
  },
);

test('in a settlement file lines before the instant post, lines at or after it are on hold, an allocation still posts', async () => {
  await counter.report({ missedSince: '2024-02-03 12:00:00' });
  const { card } = person(0);
  const sale = (time: string) => ({ card, amount: '1.00', time });
  expect(
    await counter.settled('QS2', [sale('20240204120000'), sale('20240205092959'), sale('20240205093000')]),
  ).toEqual([null, null, 'CARD_ON_HOLD']);
  const allocation = await office.post.allocation(
    allocationCsv('YB3', '5.00', [{ id: '1', to: person(0), amount: '5.00' }]),
  );
  expect([allocation.accepted, allocation.refused.length]).toEqual([1, 0]);
});

test('a void or refund arrives although the card is on hold', async () => {
  await counter.report({ kind: 'formal' });
  const refund = { reference: 'R1', kind: '退货' as const, card: person(0).card, amount: '1.00', original: 'P1' };
  const run = await office.post.settlement(settlementCsv('QS3', '-1.00', [refund]));
  expect([run.accepted, run.refused.length]).toEqual([1, 0]);
});

test('a hold that was cancelled stops what fell into it, nothing later, and nothing before it', async () => {
  const { number } = await counter.report({ missedSince: '2023-02-03 12:00:00' });
  office.at += 3 * 60_000;
  await office.must('loss.cancel', counter.cancelOf(number, null), clerk);
  const { card } = person(0);
  const sale = (time: string) => ({ card, amount: '1.00', time });
  expect(
    await counter.settled('QS4', [
      sale('20240204120000'),
      sale('20240205093000'),
      sale('20240205093259'),
      sale('20240205093300'),
    ]),
  ).toEqual([null, 'CARD_ON_HOLD', 'CARD_ON_HOLD', null]);
});

test('a confirmation adds the statement to the form and moves no hold', async () => {
  const { number, lostFrom } = await counter.report();
  office.at += 3 * 60_000;
  const confirmed = await counter.report({ kind: 'formal', missedSince: '2023-12-24 18:00' });
  expect(confirmed).toMatchObject({ number, lostFrom, missedSince: '2023-12-24 18:00:00' });
  expect(confirmed.timeline.at(-1)).toMatchObject({ event: 'confirmed', note: '2023-12-24 18:00:00' });
});

describe('a password', () => {
  const lost = { object: 'password', kind: 'formal', second: authorised('2001') } as const;

  test('is lost in person and before a second pair of eyes, and void at once', async () => {
    await counter.visitAgain(4);
    expect(await counter.refusal({ ...lost, second: null })).toBe('SECOND_PERSON_REQUIRED');
    expect(await counter.refusal({ ...lost, second: authorised('1001') })).toBe('SECOND_PERSON_SAME');
    const view = await counter.report(lost);
    expect(view).toMatchObject({ object: 'password', status: 'waiting', lostFrom: null, renewFrom: '2024-02-05' });
    expect(view.timeline.map(({ event, second }) => [event, second])).toEqual([
      ['reported', '2001'],
      ['password-void', '2001'],
    ]);
    expect((await office.must('visit.current', {}, clerk))?.pinState).toBe('void');
    expect(await counter.refusal(lost)).toBe('LOSS_ALREADY_REPORTED');
  });

  test('that was never set cannot be lost', async () => {
    expect(await counter.refusal(lost)).toBe('PIN_STATE');
  });

  test('stops no debit of its own', async () => {
    await counter.visitAgain(4);
    await counter.report(lost);
    expect(await counter.settled('QS5', [{ card: person(4).card, amount: '1.00', time: '20240205100000' }])).toEqual([
      null,
    ]);
  });

  test('of one holder is not reported by an agent', async () => {
    await counter.visitAgain(4, { agent: AGENT });
    expect(await counter.refusal(lost)).toBe('AGENT_MAY_NOT');
    expect(await counter.refusal({ ...lost, object: 'both' })).toBe('AGENT_MAY_NOT');
    expect(await counter.refusal()).toBeNull();
  });

  test('and a card at once are one report whose parts end on their own', async () => {
    await counter.visitAgain(4);
    const { number } = await counter.report({ object: 'both', kind: 'oral', second: authorised('2001') });
    expect(await counter.find(number, person(4).idNumber)).toMatchObject({ cardState: 'oral', passwordState: 'void' });
    expect(await office.typePins(counter.visitId, 'reset', ['806153', '806153'], clerk)).toMatchObject({
      ended: 'done',
    });
    expect(await counter.find(number, person(4).idNumber)).toMatchObject({
      cardState: 'oral',
      passwordState: 'renewed',
    });
    await counter.toDay('2024-02-12');
    expect(await counter.find(number, person(4).idNumber)).toMatchObject({
      status: 'lapsed',
      passwordState: 'renewed',
    });
  });
});

test('without the card a holder is found by ID number, name and phone, and by nothing less', async () => {
  await office.must('visit.finish', { visitId: counter.visitId }, clerk);
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
  const { number } = await counter.report();
  expect((await counter.find(number.toLowerCase())).number).toBe(number);
  const guess = { number, idNumber: person(1).idNumber };
  for (let time = 0; time < 5; time += 1) expect(await office.codeOf('loss.find', guess, clerk)).toBe('LOSS_UNKNOWN');
  expect(await office.codeOf('loss.find', { number, idNumber: person(0).idNumber }, clerk)).toBe('CLERK_LOCKED');
});

test('the worklist shows every running clock, soonest first', async () => {
  await counter.report();
  await counter.visitAgain(1);
  await counter.report({ kind: 'formal' });
  const clocks = async () =>
    (await office.must('loss.worklist', {}, clerk)).items.map(({ cardMasked, clock, on }) => [
      cardMasked.slice(-4),
      clock,
      on,
    ]);
  const end = (at: number) => person(at).card.slice(-4);
  expect(await clocks()).toEqual([
    [end(5), 'lapses-later', '2024-02-10'],
    [end(0), 'lapses-later', '2024-02-10'],
    [end(1), 'reissue-waiting', '2024-02-12'],
  ]);
  await counter.toDay('2024-02-09');
  expect(await clocks()).toEqual([
    [end(5), 'lapses-tomorrow', '2024-02-10'],
    [end(0), 'lapses-tomorrow', '2024-02-10'],
    [end(1), 'reissue-waiting', '2024-02-12'],
  ]);
  await counter.toDay('2024-02-10');
  expect((await clocks()).map(([, clock]) => clock)).toEqual(['lapses-today', 'lapses-today', 'reissue-waiting']);
  await counter.toDay('2024-02-12');
  expect(await clocks()).toEqual([[end(1), 'reissue-due', '2024-02-12']]);
});
