/**
 * Months of an office by the calendar against an independent auditor: clerks come and go, settings change, files, corrections, losses,
 * tills and day ends, holidays, quarter ends, a year's end, weeks off, and full disks on the way. `MONTHS_SEED=s` replays one,
 * `MONTHS_SEEDS=n` plays n.
 */
import { rmSync } from 'node:fs';
import { beforeAll, expect, inject, test } from 'vitest';
import { businessDate } from '../../electron/contract/kernel/dates.ts';
import { actInWords } from '../../renderer/teller/administration/audit/record-names.ts';
import { INSTITUTIONS, person, registerCsv } from '../offices/made-up-people.ts';
import { behindTheBack, copyOffice, NEW_OFFICE, Office, PASSWORDS } from '../offices/small-office.ts';
import { freshFolder } from '../offices/test-folders.ts';
import { MonthsBooks } from './months/books.ts';
import { daysFrom, instantOf, nextBusinessDay } from './months/calendar.ts';
import { closeByCommand, closeTill, endDay, viewDay } from './months/day-acts.ts';
import { addAccount, loadRegister, postAllocation, postSettlement } from './months/file-acts.ts';
import { Months } from './months/history.ts';
import * as holders from './months/holder-acts.ts';
import {
  addClerk,
  changeClerk,
  changeSetting,
  disableClerk,
  firstSettings,
  givePassword,
} from './months/staff-acts.ts';
import { Chance } from './seeded-chance.ts';

/** A leap day, five quarter ends and a year's end. */
const OPENED = '2023-12-11';
const UNTIL = '2025-01-16';
const PEOPLE = 8;
const MADE_AT = instantOf(OPENED, 9);

let template = '';
beforeAll(async () => {
  const office = new Office(freshFolder(), MADE_AT);
  const openingDate = businessDate(OPENED);
  await office.must('office.create', { ...NEW_OFFICE, openingDate, livesBy: 'calendar', demoFolder: null }, null);
  await office.post.institutions(INSTITUTIONS);
  await office.post.register(registerCsv(Array.from({ length: PEOPLE }, (_, at) => person(at))));
  office.close();
  template = office.folder;
});

type Act = (months: Months) => Promise<void>;
const served =
  (work: Parameters<typeof holders.serve>[1]): Act =>
  (months) =>
    holders.serve(months, work);

const WEIGHTS: readonly (readonly [name: string, act: Act, weight: number])[] = [
  ['allocation', postAllocation, 12],
  ['settlement', postSettlement, 16],
  ['register', loadRegister, 2],
  ['correction', served(holders.correct), 14],
  ['closing', served(holders.closeAccount), 2],
  ['name', served(holders.rename), 3],
  ['loss', served(holders.reportLoss), 6],
  ['end of a loss', served(holders.endLoss), 7],
  ['statement', served(holders.statement), 3],
  ['clerk added', addClerk, 2],
  ['clerk changed', changeClerk, 4],
  ['clerk disabled', disableClerk, 4],
  ['password', givePassword, 5],
  ['setting', changeSetting, 12],
  ['the office', viewDay, 5],
  ['day by command', closeByCommand, 2],
];
const ACTS = WEIGHTS.flatMap(([name, act, weight]) => Array.from({ length: weight }, () => [name, act] as const));

async function acts(months: Months, most: number): Promise<void> {
  for (let left = months.chance.below(most + 1); left > 0; left -= 1) {
    const [name, act] = months.chance.pick(ACTS);
    months.place = `${months.place.split(',')[0]}, ${name}`;
    await act(months);
  }
}

/** Tills first, mostly; then the office, by one press or after what stands in its way is out of it. */
async function evening(months: Months): Promise<void> {
  const { chance, staff, tills, books } = months;
  const worked = [...staff.members.keys()].filter((code) => tills.of(books.day, code).isOpen);
  for (const code of worked) if (chance.happens(85)) await closeTill(months, code);
  if (worked.length > 0 && chance.happens(8)) await closeTill(months, chance.pick(worked));
  // Somebody who comes when the counters close.
  if (chance.happens(6)) await holders.serve(months, holders.rename, 60);
  for (let left = 4; left > 0; left -= 1) {
    if (books.day > months.today || (await endDay(months, breaksOff(months)))) return;
  }
}

/** Around quarter ends most of all. */
function breaksOff({ chance, books, holidays }: Months): boolean {
  const next = nextBusinessDay(holidays, books.day);
  return chance.happens(/-(03|06|09|12)-(1[6-9]|20)$/.test(books.day) && next > `${books.day.slice(0, 7)}-20` ? 80 : 2);
}

async function oneDay(months: Months): Promise<void> {
  const { chance, office, books, holidays } = months;
  const isOff = nextBusinessDay(holidays, daysFrom(months.today, -1)) !== months.today;
  if (books.day < months.today && chance.happens(60)) await evening(months);
  await acts(months, isOff ? 1 : 5);
  if (chance.happens(3)) months.reopen();
  if (isOff && chance.happens(90)) return;
  office.at = Math.max(office.at, instantOf(months.today, chance.pick([15, 16, 18, 19])));
  if (chance.happens(75)) await evening(months);
  if (chance.happens(10)) await acts(months, 2);
}

async function play(seed: number): Promise<Months> {
  const folder = freshFolder();
  copyOffice(template, folder);
  const months = new Months(new Chance(seed), new Office(folder, MADE_AT), new MonthsBooks(OPENED));
  months.office.signsInAgain = false;
  for (const { code, name, role } of NEW_OFFICE.clerks)
    months.staff.add({
      code,
      name,
      role,
      password: PASSWORDS[code] ?? '',
      setAt: MADE_AT,
      oneTime: false,
    });
  for (let at = 0; at < PEOPLE; at += 1) addAccount(months, at);
  // Register and institutions, when the office was made.
  for (let files = 2; files > 0; files -= 1) months.tills.did(OPENED, '1001', 'file');
  try {
    months.place = `MONTHS_SEED=${seed}`;
    await firstSettings(months);
    for (let day = OPENED; day < UNTIL;) {
      months.place = `MONTHS_SEED=${seed}`;
      months.office.at = Math.max(months.office.at, instantOf(day, 9));
      if (months.chance.happens(45)) await oneDay(months);
      if (months.chance.happens(4)) await months.compareBooks();
      const away = months.chance.happens(2) ? 5 + months.chance.below(6) : 1;
      if (away > 1) months.reopen();
      day = daysFrom(day, away);
    }
    await months.compareBooks();
    expect(wordlessRecords(months.office), 'records that have no words').toEqual([]);
    return months;
  } catch (error) {
    if (error instanceof Error && !error.message.includes('MONTHS_SEED'))
      error.message = `${months.place}, ${months.today}: ${error.message}`;
    throw error;
  } finally {
    months.office.close();
    rmSync(folder, { recursive: true });
  }
}

/** Of verbs, of the clock, and of what goes on by itself. */
function wordlessRecords({ folder }: Office): string[] {
  const names = behindTheBack(folder, (connection) =>
    connection.prepare<[], string>('SELECT DISTINCT verb FROM audit').pluck().all(),
  );
  if (names.length < 20) throw new Error('hardly anything is on record');
  return names.filter((name) => actInWords('zh-CN', name) === name);
}

/** Always played besides: in them all of this comes, and months in which it never comes prove nothing about it. */
const COVERING = [2, 4];
const MUST_COME = [
  ...['interest settled', 'a settlement broken off', 'a settlement broken off: closed by command'],
  ...['a file posted: DAY_BEING_CLOSED', 'a day end broken off', 'a week made up for', 'a day closed by command'],
  ...['the day end: DAY_NOT_YET', 'the day end: DAY_VISITS_OPEN', 'the day end: DAY_TILLS_OPEN'],
  ...['a till closed: TILL_DIFFERENCE', 'a till closed: TILL_CLOSED', 'a till closed for another'],
  ...['a clerk disabled: ADMINISTRATOR_LAST', 'after the disabling: SIGN_IN_REQUIRED'],
  ...['clerk.enable', 'clerk.giveOneTimePassword', 'sign-in: PASSWORD_EXPIRED', 'own password: PASSWORD_WEAK'],
  ...['setting holidays', 'setting holidays: SETTING_LIST_INVALID'],
  ...['a correction from the queue', 'a correction: ENTRY_CORRECTED', 'a correction: ENTRY_IS_CORRECTION'],
  ...['a correction: ENTRY_RETURNED', 'a correction: CORRECTION_BELOW_ZERO', 'a closing', 'a closing: ACCOUNT_BALANCE'],
  ...['a new card', 'a new card: REISSUE_TOO_EARLY', 'a loss cancelled: LOSS_STATE'],
];

function seeds(): number[] {
  const single = process.env['MONTHS_SEED'];
  if (single !== undefined) return [Number(single)];
  const first = inject('propertySeed');
  return Array.from({ length: Number(process.env['MONTHS_SEEDS'] ?? 1) }, (_, at) => first + at);
}

const chosen = seeds();

test(
  `${chosen.length} histories of fourteen months, MONTHS_SEED=${chosen[0]} and on, go as the auditor says`,
  async () => {
    for (const seed of chosen) {
      const { books } = await play(seed);
      expect(books.accounts.flatMap(({ entries }) => entries).length).toBeGreaterThan(50);
    }
  },
  chosen.length * 120_000,
);

test(
  'so do the histories that are always played, and what matters comes in them',
  async () => {
    const met = new Set<string>();
    for (const seed of COVERING) for (const each of (await play(seed)).met) met.add(each);
    expect(MUST_COME.filter((each) => !met.has(each))).toEqual([]);
  },
  COVERING.length * 120_000,
);
