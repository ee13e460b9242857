/** The business day is a row that only moves forward, by closing the day (docs/rules.md 6). */
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { businessDate } from '../../../../electron/contract/kernel/dates.ts';
import { RefusalError } from '../../../../electron/contract/kernel/errors.ts';
import { COMMAND_LINE } from '../../../../electron/ledger/request/scope.ts';
import { advanceTo, businessDay, closeDay, closeDays } from '../../../../electron/ledger/day/days.ts';
import { allocationCsv, person } from '../../../offices/made-up-people.ts';
import {
  authorised,
  behindTheBack,
  copyOf,
  makeTemplate,
  NEW_OFFICE,
  Office,
  PASSWORDS,
  type Counter,
  type Template,
} from '../../../offices/small-office.ts';
import { freshFolder } from '../../../offices/test-folders.ts';

let template: Template;
let office: Office;
beforeAll(async () => {
  template = await makeTemplate();
});
beforeEach(() => {
  office = new Office(copyOf(template));
});
afterEach(() => office.close());

const advance = (to: string) => advanceTo(office.door.ledger, businessDate(to), '2001');

test('closing a day begins the next one, leap days included', async () => {
  await advance('2024-02-28');
  expect(await closeDay(office.door.ledger, '2001')).toBe('2024-02-29');
  expect(await closeDay(office.door.ledger, '2001')).toBe('2024-03-01');
  expect(await businessDay(office.door.ledger)).toBe('2024-03-01');
});

test('going back is refused, and so is a mistyped year; nothing is closed, and staying is not going back', async () => {
  await expect(advance('2024-02-04')).rejects.toMatchObject({ refusal: { code: 'DATE_INVALID' } });
  await expect(advance('2204-02-06')).rejects.toMatchObject({ refusal: { code: 'DATE_INVALID' } });
  expect(await advance('2024-02-05')).toBe('2024-02-05');
});

test('every day on the way is closed, each with its record', async () => {
  await advance('2024-03-05');
  const closed = await office.door.ledger.books.read(async ({ sql }) =>
    sql.values<[], string>("SELECT subject FROM audit WHERE verb = 'day.close' AND actor = '2001' ORDER BY seq").all(),
  );
  expect(closed).toHaveLength(29);
  expect([closed[0], closed[24], closed.at(-1)]).toEqual(['2024-02-05', '2024-02-29', '2024-03-04']);
  expect(await office.faults()).toEqual([]);
});

test('days closed at once are closed one after the other', async () => {
  const days = await Promise.all([1, 2, 3, 4].map(() => closeDay(office.door.ledger, '2001')));
  expect(days.toSorted()).toEqual(['2024-02-06', '2024-02-07', '2024-02-08', '2024-02-09']);
});

test('a file is posted on the business day, whatever the clock on the wall says', async () => {
  office.at = Date.UTC(2024, 3, 1);
  await office.post.allocation(allocationCsv('YB9', '7.00', [{ id: '1', to: person(0), amount: '7.00' }]));
  const [batch] = (await office.must('batch.list', {}, template.clerk)).items;
  expect(batch).toMatchObject({ businessDate: '2024-02-05', postedAt: office.at });
});

test('an office begins on its opening day', async () => {
  const { office: made } = await office.must('office.status', {}, null);
  expect(made?.openingDate).toBe('2024-01-01');
});

describe('in an office by the calendar', () => {
  let counters: Readonly<Record<'clerk' | 'supervisor', Counter>>;

  /** Its books stand at 1 January, its clock at nine of the 5th. */
  beforeEach(async () => {
    office.close();
    office = new Office(freshFolder(), Date.UTC(2024, 0, 5, 1));
    await office.must('office.create', { ...NEW_OFFICE, livesBy: 'calendar', demoFolder: null }, null);
    const signIn = (code: string) => office.signIn(code, PASSWORDS[code], COMMAND_LINE);
    counters = { clerk: await signIn('1001'), supervisor: await signIn('2001') };
  });

  const close = async (from: Counter | null, second: string | null, to: string | null = null) => {
    const sessionToken = from === null ? null : (await office.present(from)).token;
    return office.door.perform('day.close', { sessionToken, operator: 'operator:t' }, (scope) =>
      closeDays(scope, to === null ? null : businessDate(to), second === null ? null : authorised(second)),
    );
  };
  const code = async (closing: Promise<unknown>): Promise<string | null> => {
    try {
      await closing;
      return null;
    } catch (error) {
      if (error instanceof RefusalError) return error.refusal.code;
      throw error;
    }
  };
  const records = () =>
    behindTheBack(office.folder, (connection) =>
      connection
        .prepare("SELECT actor, second, subject, outcome FROM audit WHERE verb = 'day.close' ORDER BY seq")
        .raw()
        .all(),
    );

  test('a supervisor closes a day that is over, alone or beside a clerk, and nobody else does', async () => {
    expect(await code(close(null, null))).toBe('SIGN_IN_REQUIRED');
    expect(await code(close(counters.clerk, null))).toBe('SECOND_PERSON_REQUIRED');
    expect(await code(close(counters.clerk, '1002'))).toBe('SECOND_PERSON_ROLE');
    expect(await code(close(counters.clerk, '1001'))).toBe('SECOND_PERSON_SAME');
    expect(await businessDay(office.door.ledger)).toBe('2024-01-01');
    expect(await close(counters.clerk, '2001')).toBe('2024-01-02');
    expect(await close(counters.supervisor, null)).toBe('2024-01-03');
    expect(await close(null, '2001')).toBe('2024-01-04');
    expect(records()).toEqual([
      ['operator:t', null, null, 'SIGN_IN_REQUIRED'],
      ['1001', null, null, 'SECOND_PERSON_REQUIRED'],
      ['1001', null, null, 'SECOND_PERSON_ROLE'],
      ['1001', null, null, 'SECOND_PERSON_SAME'],
      ['1001', '2001', '2024-01-01', 'done'],
      ['2001', null, '2024-01-02', 'done'],
      ['operator:t', '2001', '2024-01-03', 'done'],
    ]);
    expect(await office.faults()).toEqual([]);
  });

  test('a day is closed once it is over, and not before', async () => {
    expect(await code(close(counters.supervisor, null, '2024-01-06'))).toBe('DAY_AHEAD');
    expect(await businessDay(office.door.ledger)).toBe('2024-01-01');
    expect(await close(counters.supervisor, null, '2024-01-05')).toBe('2024-01-05');
    office.at = Date.UTC(2024, 0, 5, 15, 59, 59);
    expect(await code(close(counters.supervisor, null))).toBe('DAY_AHEAD');
    office.at += 1_000;
    expect(await close(counters.supervisor, null)).toBe('2024-01-06');
  });

  test('a past day that is open is told to every window, and to nobody once it is closed', async () => {
    const pastDayOpen = { day: '2024-01-01', today: '2024-01-05' };
    expect(await office.must('office.status', {}, null)).toMatchObject({ pastDayOpen });
    expect(await office.must('session.current', {}, counters.clerk)).toMatchObject({ pastDayOpen });
    await close(counters.supervisor, null, '2024-01-05');
    expect(await office.must('office.status', {}, null)).toMatchObject({ pastDayOpen: null });
    office.at = Date.UTC(2024, 0, 5, 16);
    expect(await office.must('office.status', {}, null)).toMatchObject({
      pastDayOpen: { day: '2024-01-05', today: '2024-01-06' },
    });
  });
});

test('an office by its books goes where anybody tells it, and calls no day past', async () => {
  const asked = { sessionToken: null, operator: 'operator:t' };
  const far = businessDate('2031-05-01');
  expect(await office.door.perform('day.close', asked, (scope) => closeDays(scope, far, null))).toBe('2031-05-01');
  office.at = Date.UTC(2040, 0, 1);
  expect(await office.must('office.status', {}, null)).toMatchObject({ pastDayOpen: null });
});
