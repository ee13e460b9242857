/** A report entered by mistake is taken back: all is as it was before it, and both stand on record (docs/rules.md 3). */
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LossView } from '../../../../../electron/contract/loss/loss-views.ts';
import type { Input } from '../../../../../electron/contract/verbs.ts';
import { AGENT, LossCounter } from '../../../../offices/loss-counter.ts';
import { allocationCsv, person } from '../../../../offices/made-up-people.ts';
import {
  authorised,
  behindTheBack,
  makeTemplate,
  PIN,
  Office,
  type Counter,
  type Template,
} from '../../../../offices/small-office.ts';

const MINUTE = 60_000;
const lostPin = { object: 'password', kind: 'formal', second: authorised('2001') } as const;

let template: Template;
let counter: LossCounter;
let office: Office;
let clerk: Counter;
beforeAll(async () => {
  template = await makeTemplate();
});
beforeEach(async () => {
  counter = await LossCounter.open(template);
  ({ office, clerk } = counter);
});
afterEach(async () => {
  expect(await office.faults()).toEqual([]);
  office.close();
});

const takeBack = (number: string, other: Partial<Input<'loss.takeBack'>> = {}): Promise<LossView> =>
  office.must('loss.takeBack', counter.takeBackOf(number, other), clerk);
const refusal = (number: string, other: Partial<Input<'loss.takeBack'>> = {}): Promise<string | null> =>
  office.codeOf('loss.takeBack', counter.takeBackOf(number, other), clerk);
const stepsOf = ({ timeline }: LossView): string[] => timeline.map(({ event }) => event);

describe('a card', () => {
  test.each(['oral', 'formal'] as const)(
    'reported %s pays again, and what was refused meanwhile stays refused',
    async (kind) => {
      const before = await office.must('visit.current', {}, clerk);
      const { number, possible } = await counter.report({ kind });
      expect(possible).toContain('take-back');
      office.at += 3 * MINUTE;
      const view = await takeBack(number);
      expect(view).toMatchObject({ status: 'taken-back', cardState: 'taken-back', possible: ['add-reference'] });
      expect(view.timeline).toMatchObject([
        { event: 'reported', clerk: '1001', second: null },
        { event: 'taken-back', at: '2024-02-05 09:33:00', clerk: '1001', second: '2001', note: '录错持卡人' },
      ]);
      const now = await office.must('visit.current', {}, clerk);
      expect(now).toEqual({ ...before, endsAt: now?.endsAt });
      const sale = (time: string) => ({ card: person(0).card, amount: '1.00', time });
      expect(
        await counter.settled('QS41', [sale('20240205093000'), sale('20240205093259'), sale('20240205093300')]),
      ).toEqual(['CARD_ON_HOLD', 'CARD_ON_HOLD', null]);
      expect((await office.must('loss.worklist', {}, clerk)).items.filter((item) => item.number === number)).toEqual(
        [],
      );
    },
  );

  test('can be reported again, by another number', async () => {
    const { number } = await counter.report({ kind: 'formal' });
    await takeBack(number);
    const again = await counter.report({ kind: 'formal' });
    expect(again.number).not.toBe(number);
    expect(again.timeline.map(({ event }) => event)).toEqual(['reported']);
  });

  test('is credited by an allocation that came in between, and keeps it', async () => {
    const { number } = await counter.report();
    const credit = allocationCsv('YB9', '5.00', [{ id: '1', to: person(0), amount: '5.00' }]);
    expect((await office.post.allocation(credit)).accepted).toBe(1);
    const { balanceFen } = (await office.must('visit.current', {}, clerk)) ?? {};
    await takeBack(number);
    expect((await office.must('visit.current', {}, clerk))?.balanceFen).toBe(balanceFen);
  });
});

describe('the oral report that it superseded', () => {
  test('runs on by its own clock, as if the other had never been', async () => {
    const first = await counter.report();
    office.at += 5 * MINUTE;
    const second = await counter.report();
    office.at += 5 * MINUTE;
    await takeBack(second.number);
    const again = await counter.find(first.number);
    expect(again).toMatchObject({ status: 'reported', lostFrom: first.lostFrom, lapsesOn: first.lapsesOn });
    expect(stepsOf(again)).toEqual(['reported', 'superseded', 'reinstated']);
    expect(again.timeline.at(-1)).toMatchObject({ second: '2001', note: second.number });
    const sale = (time: string) => ({ card: person(0).card, amount: '1.00', time });
    expect(await counter.settled('QS41', [sale('20240205092959'), sale('20240205120000')])).toEqual([
      null,
      'CARD_ON_HOLD',
    ]);
    await counter.toDay('2024-02-11');
    expect((await counter.find(first.number)).status).toBe('lapsed');
    expect(await counter.settled('QS42', [sale('20240211000000')])).toEqual([null]);
  });

  test('can be taken back itself within its own minutes', async () => {
    const first = await counter.report();
    const second = await counter.report();
    await takeBack(second.number);
    expect(stepsOf(await takeBack(first.number))).toEqual(['reported', 'superseded', 'reinstated', 'taken-back']);
    expect((await office.must('visit.current', {}, clerk))?.cardLoss).toBeNull();
  });

  test('cannot while it is superseded', async () => {
    const first = await counter.report();
    await counter.report();
    expect(await refusal(first.number)).toBe('LOSS_STATE');
  });
});

describe('a PIN', () => {
  test('proves its holder again, and the report of the card stays', async () => {
    await counter.visitAgain(4);
    const card = await counter.report();
    const { number } = await counter.report(lostPin);
    const view = await takeBack(number);
    expect(view).toMatchObject({ status: 'taken-back', cardState: null, passwordState: 'taken-back' });
    expect(stepsOf(view)).toEqual(['reported', 'password-void', 'taken-back']);
    expect(await office.must('visit.current', {}, clerk)).toMatchObject({
      pinState: 'set',
      cardLoss: { number: card.number, kind: 'oral' },
    });
    expect(await office.typePins(counter.visitId, 'prove', [PIN], clerk)).toMatchObject({ ended: 'done' });
  });

  test('that was locked is locked again', async () => {
    await counter.visitAgain(4);
    await office.typePins(counter.visitId, 'prove', ['806153', '806153', '806153'], clerk);
    expect((await office.must('visit.current', {}, clerk))?.pinState).toBe('locked');
    await takeBack((await counter.report(lostPin)).number);
    expect((await office.must('visit.current', {}, clerk))?.pinState).toBe('locked');
  });

  test('lost with the card comes back with it', async () => {
    await counter.visitAgain(4);
    const { number } = await counter.report({ ...lostPin, object: 'both' });
    expect(await takeBack(number)).toMatchObject({ cardState: 'taken-back', passwordState: 'taken-back' });
    expect(await office.must('visit.current', {}, clerk)).toMatchObject({ pinState: 'set', cardLoss: null });
  });

  test('that has been renewed is not called back', async () => {
    await counter.visitAgain(4);
    const { number } = await counter.report({ ...lostPin, object: 'both' });
    await office.typePins(counter.visitId, 'reset', ['806153', '806153'], clerk);
    expect(await refusal(number)).toBe('TAKE_BACK_FOLLOWED');
  });

  test('whose state nobody kept, as in books of an earlier version, is not guessed', async () => {
    await counter.visitAgain(4);
    const { number } = await counter.report(lostPin);
    office.close();
    behindTheBack(office.folder, (connection) => connection.exec('UPDATE loss_report SET pin_before = NULL'));
    office = new Office(office.folder, office.at);
    expect(await refusal(number)).toBe('TAKE_BACK_LATE');
  });
});

describe('it takes', () => {
  test('a second person and a reason', async () => {
    const { number } = await counter.report();
    expect(await refusal(number, { second: null })).toBe('SECOND_PERSON_REQUIRED');
    expect(await refusal(number, { second: authorised('1001') })).toBe('SECOND_PERSON_SAME');
    expect(await refusal(number, { reason: ' ' })).toBe('INPUT_INVALID');
    expect((await counter.find(number)).status).toBe('reported');
  });

  test('no holder and no PIN, but number and ID number together', async () => {
    const { number } = await counter.report({ kind: 'formal' });
    await office.must('visit.finish', { visitId: counter.visitId }, clerk);
    const without = { visitId: null, idNumber: person(1).idNumber };
    expect(await refusal(number, without)).toBe('LOSS_UNKNOWN');
    expect((await takeBack(number, { ...without, idNumber: person(0).idNumber })).status).toBe('taken-back');
    await counter.visitAgain(0, { agent: AGENT });
    const entered = await counter.report();
    await counter.visitAgain(1);
    expect(await refusal(entered.number)).toBe('LOSS_UNKNOWN');
  });

  test('place within minutes, on the day of the report', async () => {
    const { number } = await counter.report();
    // A visit does not last that long.
    const withoutVisit = { visitId: null, idNumber: person(0).idNumber };
    office.at += 30 * MINUTE - 1;
    expect((await counter.find(number)).possible).toContain('take-back');
    office.at += 1;
    expect((await counter.find(number)).possible).not.toContain('take-back');
    const reply = await office.ask('loss.takeBack', counter.takeBackOf(number, withoutVisit), clerk);
    expect(reply).toMatchObject({ ok: false, error: { code: 'TAKE_BACK_LATE', details: { minutes: 30 } } });
  });

  test('place before anything has followed', async () => {
    const { number } = await counter.report();
    await counter.report({ kind: 'formal' });
    expect((await counter.find(number)).possible).not.toContain('take-back');
    expect(await refusal(number)).toBe('TAKE_BACK_FOLLOWED');
    await counter.visitAgain(1);
    const { number: cancelled } = await counter.report();
    await office.must('loss.cancel', counter.cancelOf(cancelled, null), clerk);
    expect(await refusal(cancelled)).toBe('LOSS_STATE');
  });

  test('place once: the same command answers the same, another meets what it left', async () => {
    const { number } = await counter.report();
    const command = counter.takeBackOf(number);
    const first = await office.must('loss.takeBack', command, clerk);
    expect(await office.must('loss.takeBack', command, clerk)).toEqual(first);
    expect(await refusal(number)).toBe('LOSS_STATE');
    expect(stepsOf(await counter.find(number))).toEqual(['reported', 'taken-back']);
  });
});

test('its receipt names the report, the second person and what became of it', async () => {
  const { number } = await counter.report({ kind: 'formal' });
  const wanted = { visitId: counter.visitId, lossNumber: number, paper: 'a5', language: 'zh-CN' } as const;
  expect(await office.codeOf('paper.prepare', { ...wanted, kind: 'take-back-receipt' }, clerk)).toBe('PAPER_UNFIT');
  await takeBack(number);
  const paper = await office.must('paper.prepare', { ...wanted, kind: 'take-back-receipt' }, clerk);
  expect(paper.documentNumber).toMatch(/^T0101/);
  expect(await office.codeOf('paper.prepare', { ...wanted, kind: 'cancellation-receipt' }, clerk)).toBe('PAPER_UNFIT');
});
