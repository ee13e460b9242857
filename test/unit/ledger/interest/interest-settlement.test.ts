/** The quarter's interest in the books: booked with its last day, in steps, once (docs/rules.md 1). */
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addDays, businessDate, type BusinessDate } from '../../../../electron/contract/kernel/dates.ts';
import { advanceTo, closeDay } from '../../../../electron/ledger/day/days.ts';
import type { Books } from '../../../../electron/ledger/books/books.ts';
import { settleInterest, type Closing } from '../../../../electron/ledger/interest/interest-settlement.ts';
import type { Pace } from '../../../../electron/ledger/request/step-pace.ts';
import { failNextCommit } from '../../../offices/failing-commit.ts';
import { allocationCsv, person, settlementCsv } from '../../../offices/made-up-people.ts';
import { changeSetting } from '../../../offices/office-care.ts';
import { settledTo as settledToOf } from '../../../../renderer/teller/statement/interest-line.ts';
import { authorised, copyOf, makeTemplate, Office, statementOf, type Template } from '../../../offices/small-office.ts';
import { daysOf, reckonByPots, type RateOn, type Reckoned } from './pots.ts';

const demand = '2024-02-05 0.35; 2024-11-11 0.1';
const threeMonths = '2024-02-05 1.1';
const rateOn = [
  (day: string) => (day < '2024-02-05' ? 0 : day < '2024-11-11' ? 3_500 : 1_000),
  (day: string) => (day < '2024-02-05' ? 0 : 11_000),
] as const;
type Rates = readonly [RateOn, RateOn];
const day = businessDate;

let template: Template;
let office: Office;
beforeAll(async () => {
  template = await makeTemplate();
});
beforeEach(async () => {
  office = await withRates();
});

async function withRates(): Promise<Office> {
  const made = new Office(copyOf(template));
  await changeSetting(made.door, 'interestDemandRate', demand);
  await changeSetting(made.door, 'interestCarryOverRate', threeMonths);
  return made;
}

async function atQuartersEnd(): Promise<Office> {
  const made = await withRates();
  await advanceTo(made.door.ledger, day('2024-03-20'), '2001');
  return made;
}

afterEach(() => office.close());

const closes = (): Promise<BusinessDate> => closeDay(office.door.ledger, '2001');
const goesTo = (to: string): Promise<BusinessDate> => advanceTo(office.door.ledger, day(to), '2001');

interface Booked {
  readonly account: number;
  readonly date: string;
  readonly kind: string;
  readonly amount: number;
  readonly reference: string;
}

function entries(): Promise<Booked[]> {
  return office.door.ledger.books.read(async ({ sql }) =>
    sql
      .rows<[], Booked>(
        `SELECT account_id AS account, business_date AS date, kind, amount_fen AS amount, reference
         FROM entry ORDER BY account_id, seq`,
      )
      .all(),
  );
}

/** Of each account, by two pots of money, from the entries that are no interest. */
function reckoned(booked: readonly Booked[], until: string, rates: Rates): Map<number, Reckoned[]> {
  const of = Map.groupBy(
    booked.filter(({ kind }) => kind !== 'interest'),
    ({ account }) => account,
  );
  return new Map(
    [...of].map(([account, lines]) => {
      const moved = new Map<string, number>();
      for (const { date, amount } of lines) moved.set(date, (moved.get(date) ?? 0) + amount);
      return [account, reckonByPots(daysOf('2024-01-01', until), moved, rates)];
    }),
  );
}

async function expectAsReckoned(until: string, rates: Rates = rateOn): Promise<void> {
  const booked = await entries();
  const found = booked.flatMap(({ account, date, kind, amount }) =>
    kind === 'interest' ? [{ account, date, amount }] : [],
  );
  const expected = [...reckoned(booked, until, rates)].flatMap(([account, quarters]) =>
    quarters.flatMap(({ settledTo, interestFen }) =>
      interestFen === 0 ? [] : [{ account, date: settledTo, amount: interestFen }],
    ),
  );
  expect(found).toEqual(expected);
  expect(found.length).toBeGreaterThan(0);
  expect(await office.faults()).toEqual([]);
}

/** One account a step. */
const slowly = (): Pace & { steps: number } => ({
  steps: 0,
  lines: 1,
  took() {
    this.steps += 1;
  },
  letOthers: () => Promise.resolve(),
});

const closing = { day: day('2024-03-20'), next: day('2024-03-21'), clerk: '2001', second: null };

/** @param full the commit at which the disk is full, counted from 1; none while it is 0. */
async function settles(pace: Pace, full = 0, of: Closing = closing): Promise<void> {
  const { books } = office.door.ledger.postings;
  let left = full;
  const failing: Books = {
    ...books,
    write: (work, behind) => {
      left -= 1;
      if (left === 0) failNextCommit();
      return books.write(work, behind);
    },
  };
  await settleInterest(failing, of, pace);
}

test('two years of quarters are booked on their days, whether days are closed one by one or many at once', async () => {
  await goesTo('2024-03-20');
  expect(await closes()).toBe('2024-03-21');
  await expectAsReckoned('2024-03-20');
  await goesTo('2024-12-30');
  const more = [0, 1, 2].map((at) => ({ id: String(at + 1), to: person(at), amount: '1234.56' }));
  await office.post.allocation(allocationCsv('YB3', '3703.68', more));
  await goesTo('2025-02-10');
  // More than this year's money: it comes out of what the year before left.
  const sale = { reference: 'R-9', card: person(3).card, kind: '消费', amount: '250.00' } as const;
  await office.post.settlement(settlementCsv('QS2', '250.00', [sale]));
  await goesTo('2026-01-05');
  await expectAsReckoned('2025-12-31');
});

test('an office without rates settles nothing', async () => {
  office.close();
  office = new Office(copyOf(template));
  await goesTo('2025-01-05');
  expect((await entries()).filter(({ kind }) => kind === 'interest')).toEqual([]);
});

test('interrupted at any commit it goes on with the next closing, and books each account once', async () => {
  await goesTo('2024-03-20');
  const whole = slowly();
  await settles(whole);
  const expected = await entries();
  expect(whole.steps).toBeGreaterThan(5);
  // What begins it, a step for each account and one that finds none, what ends it.
  const commits = whole.steps + 2;
  for (let full = 1; full <= commits; full += 1) {
    office.close();
    office = await atQuartersEnd();
    await expect(settles(slowly(), full)).rejects.toMatchObject({ refusal: { code: 'DISK_FULL' } });
    office.reopen();
    expect(await closes()).toBe('2024-03-21');
    expect(await entries()).toEqual(expected);
    expect(await office.faults()).toEqual([]);
  }
});

test('from its first step on nothing else is posted on that day, and on the next one it is', async () => {
  await goesTo('2024-03-20');
  const file = allocationCsv('YB3', '1.00', [{ id: '1', to: person(0), amount: '1.00' }]);
  await expect(settles(slowly(), 3)).rejects.toMatchObject({ refusal: { code: 'DISK_FULL' } });
  await expect(office.post.allocation(file)).rejects.toMatchObject({
    refusal: { code: 'DAY_BEING_CLOSED', details: { date: '2024-03-20' } },
  });
  await closes();
  await office.post.allocation(file);
  await expectAsReckoned('2024-03-21');
});

describe('broken off on the last business day before the 20th, with the 20th a holiday then', () => {
  const file = allocationCsv('YB3', '1.00', [{ id: '1', to: person(0), amount: '1.00' }]);
  const onTheWay = { ...closing, day: day('2024-03-19') };

  test.each([
    ['within its steps', 4],
    ['after its last one', 0],
  ])('%s it is gone on with by a closing to the 20th, on which nothing is posted', async (_, full) => {
    await goesTo('2024-03-19');
    const settling = settles(slowly(), full, onTheWay);
    if (full === 0) await settling;
    else await expect(settling).rejects.toMatchObject({ refusal: { code: 'DISK_FULL' } });
    // The operator's way out, or a list of holidays that was changed meanwhile.
    expect(await closes()).toBe('2024-03-20');
    await expect(office.post.allocation(file)).rejects.toMatchObject({
      refusal: { code: 'DAY_BEING_CLOSED', details: { date: '2024-03-20' } },
    });
    expect(await closes()).toBe('2024-03-21');
    await office.post.allocation(file);
    expect(await office.faults()).toEqual([]);
    expect((await entries()).filter(({ kind, date }) => kind === 'interest' && date > '2024-03-19')).toEqual([]);
  });

  test('it is gone on with before many days are closed at once', async () => {
    await goesTo('2024-03-19');
    await expect(settles(slowly(), 4, onTheWay)).rejects.toMatchObject({ refusal: { code: 'DISK_FULL' } });
    await goesTo('2024-03-25');
    expect(await office.faults()).toEqual([]);
    expect((await entries()).filter(({ kind, date }) => kind === 'interest' && date > '2024-03-19')).toEqual([]);
  });
});

describe('a payment on the quarter day that takes more than the year has brought', () => {
  const pays = async (): Promise<void> => {
    const sale = { reference: 'R-9', card: person(3).card, kind: '消费', amount: '250.00' } as const;
    await office.post.settlement(settlementCsv('QS2', '250.00', [sale]));
  };

  test('leaves what was there before the interest of that day', async () => {
    await goesTo('2025-03-20');
    await pays();
    await goesTo('2025-10-01');
    await expectAsReckoned('2025-09-30');
  });

  test('leaves the same where the quarter after it is not settled', async () => {
    office.close();
    office = new Office(copyOf(template));
    await changeSetting(office.door, 'interestCarryOverRate', '2024-02-05 10; 2025-03-21 0; 2025-07-01 19.9');
    await goesTo('2025-03-20');
    await pays();
    await goesTo('2025-10-01');
    const rate = (on: string): number =>
      on < '2024-02-05' ? 0 : on < '2025-03-21' ? 100_000 : on < '2025-07-01' ? 0 : 199_000;
    await expectAsReckoned('2025-09-30', [() => 0, rate]);
  });
});

test('settled twice it is booked once', async () => {
  await goesTo('2024-03-20');
  await settles(slowly());
  const once = await entries();
  await settles(slowly());
  expect(await entries()).toEqual(once);
});

test('a card replaced and a year begun: what was left over is worked out again where no settlement knows it', async () => {
  // Rates that begin within the second year: no settlement before it knows of any account.
  office.close();
  office = new Office(copyOf(template));
  await changeSetting(office.door, 'interestCarryOverRate', '2025-05-01 1.5');
  await goesTo('2025-02-10');
  const sale = { reference: 'R-9', card: person(3).card, kind: '消费', amount: '100.00' } as const;
  await office.post.settlement(settlementCsv('QS2', '100.00', [sale]));
  await goesTo('2025-04-10');
  await office.post.allocation(allocationCsv('YB3', '80.00', [{ id: '1', to: person(3), amount: '80.00' }]));
  await goesTo('2025-06-21');
  const booked = (await entries()).filter(({ kind }) => kind === 'interest');
  const of = (account: number): number => booked.find((entry) => entry.account === account)?.amount ?? 0;
  // 200 yuan were left of 300, and what came in April is this year's: 51 days at 1.5 per cent.
  expect(of(4)).toBe(Math.round((20_000 * 51 * 1.5) / 100 / 360));
  expect(booked.every(({ date, reference }) => date === '2025-06-20' && reference.startsWith('JX20250620-'))).toBe(
    true,
  );
});

test.each([
  ['interestDemandRate', '2024-02-04 0.35; 2024-11-11 0.1', '2024-02-04'],
  ['interestDemandRate', '2024-02-05 0.36; 2024-11-11 0.1', '2024-02-05'],
  ['interestDemandRate', '', '2024-02-05'],
  ['interestCarryOverRate', '2024-02-05 1.1; 2024-03-01 1', '2024-03-01'],
])('%s cannot become %j: interest runs already', async (name, value, date) => {
  await goesTo('2024-03-20');
  const administrator = await office.signIn('9001');
  const change = { name, value, reason: '总行通知', authorisation: authorised('2001') };
  expect(await office.ask('setting.set', change, administrator)).toMatchObject({
    error: { code: 'RATE_ALREADY_RUNS', details: { date, open: '2024-03-20' } },
  });
});

test('a rate may begin today until its interest is settled, and then on the day after', async () => {
  await goesTo('2024-03-20');
  const administrator = await office.signIn('9001');
  const sets = (from: string) =>
    office.ask(
      'setting.set',
      {
        name: 'interestDemandRate',
        value: `2024-02-05 0.35; ${from} 0.2`,
        reason: '总行通知',
        authorisation: authorised('2001'),
      },
      administrator,
    );
  expect(await sets('2024-03-20')).toMatchObject({ ok: true });
  await settles(slowly());
  const after = addDays(closing.day, 1);
  expect(await sets('2024-03-20')).toMatchObject({ ok: true });
  expect(await sets(after)).toMatchObject({ error: { code: 'RATE_ALREADY_RUNS', details: { open: after } } });
});

test.each([
  '0.35',
  '2024-02-30 0.35',
  '2024-05-01 0.35; 2024-05-01 0.4',
  '2024-05-01 20',
  '2024-05-01 0.12345',
  '2024-05-01 -1',
])('%j is no list of rates', async (value) => {
  const administrator = await office.signIn('9001');
  const change = { name: 'interestDemandRate', value, reason: '总行通知', authorisation: authorised('2001') };
  expect(await office.ask('setting.set', change, administrator)).toMatchObject({
    error: { code: 'SETTING_LIST_INVALID', details: { form: 'list-of-rates', present: demand } },
  });
});

test('the paper that is given out is the one that was looked at, and stands on record', async () => {
  await goesTo('2024-03-21');
  const clerk = await office.signIn('1001');
  const { visitId } = await office.openVisit(0, clerk);
  const settledTo = day('2024-03-20');
  // The statement's line leads to it.
  const { entries } = await office.must('statement.prepare', statementOf(visitId), clerk);
  const lines = entries.filter(({ kind }) => kind === 'interest').map(({ reference }) => settledToOf(reference));
  expect(lines).toEqual([settledTo]);
  const looked = await office.must('interest.worksheet', { visitId, settledTo }, clerk);
  office.at += 60_000;
  const asked = { visitId, settledTo, madeAt: looked.madeAt };
  const given = await office.must('interest.drawWorksheet', asked, clerk);
  expect(Buffer.compare(Buffer.from(given.pdf), Buffer.from(looked.pdf))).toBe(0);
  expect(given.fileName).toBe('interest-JX20240320.pdf');
  const unknown = { ...asked, settledTo: day('2024-06-20') };
  expect(await office.codeOf('interest.drawWorksheet', unknown, clerk)).toBe('INTEREST_UNKNOWN');
  const records = await office.door.ledger.books.read(async ({ sql }) =>
    sql
      .rows<[], { actor: string; subject: string; outcome: string }>(
        "SELECT actor, subject, outcome FROM audit WHERE verb = 'interest.worksheet' OR verb = 'interest.drawWorksheet' ORDER BY seq",
      )
      .all(),
  );
  expect(records[0]).toEqual({ actor: '1001', subject: 'JX20240320', outcome: 'done' });
});
