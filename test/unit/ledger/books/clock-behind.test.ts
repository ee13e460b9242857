/**
 * The computer's clock lies behind the ledger's last commit: work waits, and a supervisor decides (docs/rules.md 3).
 */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Input } from '../../../../electron/contract/verbs.ts';
import { LossCounter } from '../../../offices/loss-counter.ts';
import { person } from '../../../offices/made-up-people.ts';
import {
  authorised,
  behindTheBack,
  copyOf,
  lossOf,
  makeTemplate,
  MINUTE,
  Office,
  PASSWORDS,
  visitOf,
  type Counter,
  type Template,
} from '../../../offices/small-office.ts';

const DAY = 24 * 60 * MINUTE;

let template: Template;
let office: Office;
let counter: LossCounter;
let clerk: Counter;
beforeAll(async () => {
  template = await makeTemplate();
});
beforeEach(async () => {
  office = new Office(copyOf(template));
  counter = await LossCounter.at(office, template.clerk);
  ({ clerk } = counter);
});
afterEach(async () => {
  expect(await office.faults()).toEqual([]);
  office.close();
});

const accept = (other: Partial<Input<'clock.accept'>> = {}) =>
  office.codeOf('clock.accept', { authorisation: authorised('2001'), reason: '时钟曾快一天', ...other }, null);
/** Asks the queue for the cancellation of a formal report. */
async function askCancel() {
  const { number } = await counter.report({ kind: 'formal' });
  const input = { visitId: counter.visitId, number };
  return office.must('approval.ask', { operationId: randomUUID(), verb: 'loss.cancel', input }, clerk);
}
const report = () => office.codeOf('loss.report', lossOf(counter.visitId), clerk);
const lastRecord = () =>
  behindTheBack(office.folder, (connection) =>
    connection.prepare('SELECT at FROM audit ORDER BY seq DESC LIMIT 1').pluck().get(),
  );

test('a clock corrected by two minutes goes on, with the time of the last commit', async () => {
  const before = lastRecord();
  office.at -= 2 * MINUTE;
  office.reopen();
  expect(await report()).toBeNull();
  expect(lastRecord()).toBe(before);
});

describe('further behind', () => {
  beforeEach(async () => {
    office.at += 3 * DAY;
    await office.must('session.touch', {}, clerk);
    await counter.visitAgain(0);
    office.at -= DAY;
    office.signsInAgain = false;
    office.reopen();
  });

  test('commands wait and say both times, questions are answered', async () => {
    const reply = await office.ask('loss.report', lossOf(counter.visitId), clerk);
    const details = { last: '2024-02-08 09:30:00', clock: '2024-02-07 09:30:00' };
    expect(reply).toMatchObject({ ok: false, error: { code: 'CLOCK_BEHIND', details } });
    expect(await office.must('office.status', {}, null)).toMatchObject({ clockBehind: details });
    expect(await office.must('visit.current', {}, clerk)).toMatchObject({ visitId: counter.visitId });
    expect(lastRecord()).toBeGreaterThanOrEqual(office.at + DAY);
  });

  test('nobody signs in to work, and who may decide does', async () => {
    expect(await office.codeOf('session.signIn', authorised('1002'), null)).toBe('CLOCK_BEHIND');
    expect(await office.codeOf('session.signIn', authorised('2001'), null)).toBeNull();
  });

  test('a clock set right needs no decision', async () => {
    office.at += DAY;
    expect(await office.must('office.status', {}, null)).toMatchObject({ clockBehind: null });
    expect(await report()).toBeNull();
    expect(await accept()).toBe('CLOCK_NOT_BEHIND');
  });

  test('a clerk does not decide, nor anybody without a reason or with a wrong password', async () => {
    expect(await accept({ authorisation: authorised('1002') })).toBe('SECOND_PERSON_ROLE');
    expect(await accept({ reason: '' })).toBe('REASON_REQUIRED');
    expect(await accept({ authorisation: authorised('2001', 'wrong') })).toBe('SIGN_IN_FAILED');
    expect(await report()).toBe('CLOCK_BEHIND');
  });

  test('once decided, on record, the days run again from the clock, also after a restart', async () => {
    expect(await accept()).toBeNull();
    const decided = behindTheBack(office.folder, (connection) =>
      connection.prepare("SELECT actor, at, details FROM audit WHERE verb = 'clock.accept'").raw().get(),
    );
    const details = { from: '2024-02-05 09:30:00', to: '2024-02-05 09:30:00', reason: '时钟曾快一天' };
    expect(decided).toEqual(['2001', office.at, JSON.stringify(details)]);
    office.reopen();
    const again = await office.signIn('1001');
    const { visitId } = await office.must('visit.open', visitOf(1), again);
    await office.must('loss.report', lossOf(visitId), again);
    expect(lastRecord()).toBe(office.at);
  });

  test('no visit and no session goes on into the time that begins', async () => {
    await accept();
    expect(await report()).toBe('SIGN_IN_REQUIRED');
    const open = behindTheBack(office.folder, (connection) =>
      connection
        .prepare(
          'SELECT (SELECT count(*) FROM visit WHERE ended_at IS NULL), (SELECT count(*) FROM session WHERE ended_at IS NULL)',
        )
        .raw()
        .get(),
    );
    expect(open).toEqual([0, 0]);
  });

  test('a clock from before the office was opened is not accepted', async () => {
    office.at = Date.UTC(2023, 0, 1);
    expect(await accept()).toBe('DATE_INVALID');
  });
});

test('an approval that had run out, or still ran, is none in the time that begins', async () => {
  office.at += DAY;
  await office.must('session.touch', {}, clerk);
  await counter.visitAgain(0);
  const { requestId } = await askCancel();
  office.at -= DAY;
  await accept();
  const supervisor = await office.signIn('2001');
  const decide = {
    operationId: randomUUID(),
    requestId,
    decision: 'approve',
    reason: null,
    password: PASSWORDS['2001']!,
  } as const;
  expect(await office.codeOf('approval.decide', decide, supervisor)).toBe('APPROVAL_EXPIRED');
});

test('a card reported lost while the clock was fast is stopped from the decision on, and not a day later', async () => {
  office.close();
  office = new Office(copyOf(template));
  behindTheBack(office.folder, (connection) =>
    connection.exec("DROP TRIGGER office_keeps_its_clock; UPDATE office SET lives_by = 'calendar'"),
  );
  counter = await LossCounter.at(office, template.clerk);
  office.at += 60 * DAY;
  await counter.visitAgain(0);
  const { number, lostFrom } = await counter.report({ kind: 'formal' });
  expect(lostFrom).toBe('2024-04-05 09:30:00');
  office.at -= 60 * DAY;
  office.signsInAgain = false;
  await accept();
  clerk = await office.signIn('1001');
  expect(await office.must('loss.find', { number, idNumber: person(0).idNumber }, clerk)).toMatchObject({
    lostFrom: '2024-02-05 09:30:00',
  });
  const sale = (time: string) => ({ card: person(0).card, amount: '1.00', time });
  expect(await counter.settled('QS9', [sale('20240205092959'), sale('20240205093000')])).toEqual([
    null,
    'CARD_ON_HOLD',
  ]);
});

describe('what has ended stays ended when the clock goes back', () => {
  test('a visit seen to have idled away', async () => {
    office.at += 15 * MINUTE;
    expect(await office.must('visit.current', {}, clerk)).toBeNull();
    office.at -= 2 * MINUTE;
    office.reopen();
    expect(await office.must('visit.current', {}, clerk)).toBeNull();
    expect(await report()).toBe('VISIT_ENDED');
    const end = behindTheBack(office.folder, (connection) =>
      connection
        .prepare('SELECT end_reason, ended_at - last_active_at FROM visit WHERE id = ?')
        .raw()
        .get(counter.visitId),
    );
    expect(end).toEqual(['idle', 15 * MINUTE]);
  });

  test('a visit whose end a refused command has seen', async () => {
    office.at += 15 * MINUTE;
    expect(await report()).toBe('VISIT_ENDED');
    const end = behindTheBack(office.folder, (connection) =>
      connection.prepare('SELECT end_reason FROM visit WHERE id = ?').pluck().get(counter.visitId),
    );
    expect(end).toBe('idle');
  });

  test('an approval seen to have expired', async () => {
    const { requestId } = await askCancel();
    office.at += 120 * MINUTE;
    const { supervisor } = template;
    await office.must('approval.list', {}, supervisor);
    office.at -= 2 * MINUTE;
    office.reopen();
    const decide = {
      operationId: randomUUID(),
      requestId,
      decision: 'approve',
      reason: null,
      password: PASSWORDS['2001']!,
    } as const;
    expect(await office.codeOf('approval.decide', decide, supervisor)).toBe('APPROVAL_EXPIRED');
  });
});
