/**
 * In an office by the calendar a loss is a matter of the calendar (docs/rules.md 3, 'Whose days'): the books lie days
 * behind, days are caught up late or never, the program is off over midnight.
 */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { businessDate } from '../../../../../electron/contract/kernel/dates.ts';
import { advanceTo } from '../../../../../electron/ledger/day/days.ts';
import { LossCounter } from '../../../../offices/loss-counter.ts';
import { allocationCsv, cardNumber, INSTITUTIONS, person, registerCsv } from '../../../../offices/made-up-people.ts';
import {
  authorised,
  behindTheBack,
  copyOffice,
  lossOf,
  NEW_OFFICE,
  Office,
  visitOf,
  type Template,
} from '../../../../offices/small-office.ts';
import { freshFolder } from '../../../../offices/test-folders.ts';

const SHANGHAI = '+08:00';
const at = (wallClock: string): number => Date.parse(`${wallClock.replace(' ', 'T')}${SHANGHAI}`);

let template: Template;
let counter: LossCounter;
let office: Office;

/** The books stay at 22 February 2024: a holiday week before the reports are made. */
beforeAll(async () => {
  const made = new Office(freshFolder(), at('2024-02-22 09:00:00'));
  await made.must('office.create', { ...NEW_OFFICE, livesBy: 'calendar', demoFolder: null }, null);
  const [clerk, supervisor] = [await made.signIn('1001'), await made.signIn('2001')];
  await made.keepPasswords();
  const people = [0, 1, 2].map(person);
  await made.post.institutions(INSTITUTIONS);
  await made.post.register(registerCsv(people));
  await advanceTo(made.door.ledger, businessDate('2024-02-22'), '2001');
  const credits = people.map((to, place) => ({ id: String(place + 1), to, amount: '300.00' }));
  await made.post.allocation(allocationCsv('YB1', '900.00', credits));
  made.close();
  template = { folder: made.folder, clerk, supervisor, documentNumber: '' };
});

async function openAt(wallClock: string): Promise<void> {
  const folder = freshFolder();
  copyOffice(template.folder, folder);
  office = new Office(folder, at(wallClock));
  counter = await LossCounter.at(office, template.clerk);
}

beforeEach(() => openAt('2024-03-01 09:00:00'));
afterEach(async () => {
  expect(await office.faults()).toEqual([]);
  office.close();
});

async function later(wallClock: string): Promise<void> {
  office.at = at(wallClock);
  office.reopen();
  await counter.visitAgain(0);
}

const sale = (time: string) => ({ card: person(0).card, amount: '1.00', time: time.replaceAll(/\D/g, '') });

test.each(['2024-02-22', '2024-02-24', '2024-02-29', '2024-03-01'])(
  'books at %s change no date and no hold',
  async (day) => {
    await counter.toDay(day);
    const view = await counter.report();
    expect(view).toMatchObject({
      reportedAt: '2024-03-01 09:00:00',
      lostFrom: '2024-03-01 09:00:00',
      lapsesOn: '2024-03-06',
    });
    expect(view.number).toMatch(/^L0101202403010001/);
    await counter.toDay('2024-03-01');
    expect(await counter.settled('QS1', [sale('2024-03-01 08:59:59'), sale('2024-03-01 18:00:00')])).toEqual([
      null,
      'CARD_ON_HOLD',
    ]);
    expect(await counter.settled('QS2', [sale('2024-03-06 23:59:59'), sale('2024-03-07 00:00:00')])).toEqual([
      'CARD_ON_HOLD',
      null,
    ]);
  },
);

describe('an oral report whose end has passed while no day was closed and the program was off', () => {
  let number = '';
  beforeEach(async () => {
    ({ number } = await counter.report());
  });

  test('runs to the last second of its last day', async () => {
    await later('2024-03-06 23:59:59');
    expect(await counter.find(number)).toMatchObject({ status: 'reported' });
    const { today, items } = await office.must('loss.worklist', {}, template.clerk);
    expect([today, items.map(({ clock, on }) => [clock, on])]).toEqual([
      '2024-03-06',
      [['lapses-today', '2024-03-06']],
    ]);
  });

  test('has lapsed for every reader before anything is written', async () => {
    office.at = at('2024-03-07 00:00:00');
    const view = await counter.find(number);
    expect(view).toMatchObject({ status: 'lapsed', cardState: 'lapsed', possible: ['add-reference'] });
    expect(view.timeline.at(-1)).toEqual({
      at: '2024-03-07 00:00:00',
      event: 'lapsed',
      clerk: 'system',
      second: null,
      note: null,
    });
    expect((await office.must('loss.worklist', {}, template.clerk)).items).toEqual([]);
    const steps = behindTheBackOf('SELECT count(*) FROM loss_event');
    expect(steps).toBe(1);
    expect(await office.faults()).toEqual([]);
  });

  test('is put into the timeline by the next report, with its own end, once', async () => {
    await later('2024-03-09 10:00:00');
    expect((await office.must('visit.current', {}, template.clerk))?.cardLoss).toBeNull();
    const again = await counter.report({ kind: 'formal' });
    expect(again.number).not.toBe(number);
    const { timeline, status } = await counter.find(number);
    expect(status).toBe('lapsed');
    expect(timeline.map(({ event, at: when }) => [event, when])).toEqual([
      ['reported', '2024-03-01 09:00:00'],
      ['lapsed', '2024-03-07 00:00:00'],
    ]);
  });

  test('cannot be cancelled any more', async () => {
    await later('2024-03-08 10:00:00');
    expect(await office.codeOf('loss.cancel', counter.cancelOf(number, null), template.clerk)).toBe('LOSS_STATE');
  });

  test('is written down at the close of a day as well', async () => {
    office.at = at('2024-03-08 10:00:00');
    await counter.toDay('2024-03-08');
    expect(behindTheBackOf("SELECT at FROM loss_event WHERE event = 'lapsed'")).toBe('2024-03-07 00:00:00');
  });
});

function behindTheBackOf(query: string): unknown {
  return behindTheBack(office.folder, (connection) => connection.prepare(query).pluck().get());
}

test.each([
  ['2024-03-01 09:00:00', '2024-03-08'],
  ['2024-02-22 12:00:00', '2024-02-29'],
  ['2024-12-27 23:59:00', '2025-01-03'],
])('a formal report of %s has no new card before %s, whatever day the books stand at', async (reported, from) => {
  office.close();
  await openAt(reported);
  const view = await counter.report({ kind: 'formal' });
  expect(view.reissueFrom).toBe(from);
  office.at = at(`${from} 00:00:00`) - 1_000;
  office.reopen();
  await counter.visitAgain(0);
  const code = () => office.codeOf('loss.reissue', counter.reissueOf(view.number), template.clerk);
  expect(await code()).toBe('REISSUE_TOO_EARLY');
  office.at += 1_000;
  await counter.visitAgain(0);
  expect(await code()).toBeNull();
  expect(await office.must('office.status', {}, null)).toMatchObject({ businessDate: '2024-02-22' });
});

test('the wait of a void PIN is one of the calendar too', async () => {
  await office.changeSetting('pinResetWaitDays', 2);
  await office.typePins(counter.visitId, 'first', ['750291', '750291'], template.clerk);
  const second = authorised('2001');
  const view = await counter.report({ object: 'password', kind: 'formal', second });
  expect(view.renewFrom).toBe('2024-03-03');
  await counter.toDay('2024-03-01');
  const begin = () =>
    office.codeOf('customer.beginTask', { visitId: counter.visitId, task: 'reset', second }, template.clerk);
  expect(await begin()).toBe('PIN_RESET_WAITS');
  await later('2024-03-03 08:00:00');
  expect(await begin()).toBeNull();
});

test('a birth date is judged by the calendar, however far behind the books are', async () => {
  office.close();
  await openAt('2024-02-24 23:59:59');
  const born25 = () => office.must('number.judge', { idNumber: '11010520240225001X', card: '' }, template.clerk);
  expect((await born25()).id).toEqual({ ok: false, fault: 'BIRTH_DATE' });
  office.at += 1_000;
  expect((await born25()).id).toMatchObject({ ok: true, birth: '2024-02-25', age: 0 });
});

test('the database itself refuses a hold that ends before it begins', async () => {
  await counter.report();
  expect(() =>
    behindTheBack(office.folder, (connection) => connection.exec("UPDATE debit_hold SET held_until = '2024-02-28'")),
  ).toThrow('a hold does not end before it begins');
});

test('an office never changes what it lives by', () => {
  expect(() =>
    behindTheBack(office.folder, (connection) => connection.exec("UPDATE office SET lives_by = 'books'")),
  ).toThrow('chosen when it is made');
});

test('by telephone and with a new card the days are the same', async () => {
  await office.typePins(counter.visitId, 'telephone', ['750291', '750291'], template.clerk);
  const { idNumber, name, phone } = person(0);
  const caller = { idNumber, name, phone, telephonePassword: '750291' };
  const report = { operationId: randomUUID(), caller };
  const view = await office.must('loss.reportByTelephone', report, template.clerk);
  expect(view).toMatchObject({ reportedAt: '2024-03-01 09:00:00', lapsesOn: '2024-03-06' });
  const formal = await office.must('loss.report', lossOf(counter.visitId, { kind: 'formal' }), template.clerk);
  await later('2024-03-08 09:00:00');
  const reissue = counter.reissueOf(formal.number, { newCard: cardNumber(5001) });
  await office.must('loss.reissue', reissue, template.clerk);
  expect(behindTheBackOf('SELECT max(issued_on) FROM card')).toBe('2024-03-08');
  await office.must('visit.finish', { visitId: counter.visitId }, template.clerk);
  expect(await office.codeOf('visit.open', visitOf(0), template.clerk)).toBe('CARD_REPLACED');
  ({ visitId: counter.visitId } = await office.openVisit(1, template.clerk));
});
