/**
 * Who is known is told by no answer, and by no work either: the same statements, the same rows written and the same runs of argon2id,
 * whoever asks (docs/rules.md 7). How long both take side by side is measured by the bench.
 */
import crypto from 'node:crypto';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { codeFor, HolderDoor } from '../../../offices/holder-door.ts';
import { person, type Person } from '../../../offices/made-up-people.ts';
import { officeOfEachTest } from '../../../offices/office-of-each-test.ts';
import { behindTheBack, MINUTE, type Counter, type Office } from '../../../offices/small-office.ts';

let office: Office;
let clerk: Counter;
let door: HolderDoor;
officeOfEachTest((open) => ({ office, clerk } = open));
beforeEach(() => {
  door = new HolderDoor(office);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const UNKNOWN: Person = { ...person(8000), phone: '13900008888' };

interface Work {
  readonly statements: readonly string[];
  readonly hashes: number;
  /** Rows there are more of afterwards, by table. */
  readonly rows: Readonly<Record<string, number>>;
  /** As the browser gets it, but for what is drawn for each. */
  readonly bytes: number;
}

const STATEMENT = Object.getPrototypeOf(new Database(':memory:').prepare('SELECT 1')) as Record<
  'run' | 'get' | 'all',
  (...values: unknown[]) => unknown
>;

/** What the ledger does for one request. */
async function workOf(ask: () => Promise<unknown>): Promise<Work> {
  const statements: string[] = [];
  for (const name of ['run', 'get', 'all'] as const) {
    const real = STATEMENT[name];
    vi.spyOn(STATEMENT, name).mockImplementation(function (this: Database.Statement, ...values: unknown[]) {
      statements.push(this.source.replaceAll(/\s+/g, ' '));
      return real.apply(this, values);
    });
  }
  const hashing = vi.spyOn(crypto, 'argon2');
  const before = counted();
  const asked = statements.length;
  const reply = await ask();
  const done = statements.slice(asked);
  const hashes = hashing.mock.calls.length;
  vi.restoreAllMocks();
  const rows = Object.fromEntries(
    Object.entries(counted()).map(([table, count]) => [table, count - (before[table] ?? 0)]),
  );
  return { statements: done, hashes, rows, bytes: JSON.stringify(reply).length };
}

function counted(): Record<string, number> {
  return behindTheBack(office.folder, (connection) =>
    Object.fromEntries(
      ['audit', 'message', 'one_time_code', 'door_try', 'door_lock', 'holder_session'].map((table) => [
        table,
        connection.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0,
      ]),
    ),
  );
}

const WHO: readonly (readonly [string, (at: number) => Person])[] = [
  ['an unknown person', () => UNKNOWN],
  ['a wrong name', (at) => ({ ...person(at), name: '别人' })],
  ['a wrong phone', (at) => ({ ...person(at), phone: UNKNOWN.phone })],
];

test.each(WHO)('%s asks for a code at the same cost as who is known', async (_, who) => {
  for (const purpose of ['register', 'report'] as const) {
    // The first of each kind prepares what it asks.
    await door.must('online.sendCode', codeFor(purpose, person(0)));
    await door.must('online.sendCode', codeFor(purpose, who(1)));
    const known = await workOf(() => door.ask('online.sendCode', codeFor(purpose, person(2))));
    const other = await workOf(() => door.ask('online.sendCode', codeFor(purpose, who(3))));
    expect(other).toEqual(known);
    expect(known.rows).toMatchObject({ message: 1, one_time_code: 1, door_try: 2 });
  }
});

const guess = (at: Person, password = 'not the phrase') =>
  ({ proof: { kind: 'password', idNumber: at.idNumber, password } }) as const;

test('a wrong password costs the same for who has a login, has none, and is unknown', async () => {
  await door.registered(person(0));
  await door.must('online.signOut', {});
  for (const who of [person(0), person(1), UNKNOWN]) await door.codeOf('online.signIn', guess(who));
  const [login, none, unknown] = [
    await workOf(() => door.ask('online.signIn', guess(person(0)))),
    await workOf(() => door.ask('online.signIn', guess(person(1)))),
    await workOf(() => door.ask('online.signIn', guess(UNKNOWN))),
  ];
  expect(login.hashes).toBe(1);
  expect(none).toEqual(login);
  expect(unknown).toEqual(login);
});

async function refusedCodes(known: Person): Promise<readonly [sent: EnteredCode, unsent: EnteredCode]> {
  const { codeId: sent } = await door.must('online.sendCode', codeFor('report', known));
  const { codeId: unsent } = await door.must('online.sendCode', codeFor('report', UNKNOWN));
  return [
    { codeId: sent, code: '000000' },
    { codeId: unsent, code: '000000' },
  ];
}
interface EnteredCode {
  readonly codeId: string;
  readonly code: string;
}

test('a wrong code costs the same whether it was sent or not', async () => {
  const [sent, unsent] = await refusedCodes(person(0));
  for (const code of [sent, unsent]) await door.codeOf('online.enter', code);
  const one = await workOf(() => door.ask('online.enter', sent));
  expect(await workOf(() => door.ask('online.enter', unsent))).toEqual(one);
});

test('so does the failure that locks a door, by a wrong password, a wrong code and a wrong name', async () => {
  await office.changeSetting('onlineFailures', 2);
  await office.changeSetting('onlineAddressTries', 1_000);
  const wrong = (who: Person): Person => ({ ...who, name: '别人' });
  const acts = async (who: Person): Promise<Work[]> => {
    const done: Work[] = [];
    for (const act of [
      () => door.ask('online.signIn', guess(who)),
      () => door.ask('online.sendCode', codeFor('report', wrong(who))),
    ]) {
      await act();
      done.push(await workOf(act));
      expect(done.at(-1)?.rows).toMatchObject({ door_lock: 1 });
      office.at += 31 * MINUTE;
      await door.ask('online.signIn', guess(person(9)));
    }
    return done;
  };
  await acts(person(0));
  await acts(UNKNOWN);
  expect(await acts(UNKNOWN)).toEqual(await acts(person(0)));
});

test('a report of somebody else is looked up for who is known and who is not', async () => {
  const number = await office.must('loss.ofVisit', { visitId: (await office.openVisit(5, clerk)).visitId }, clerk);
  const followUp = (who: Person) => door.ask('online.sendCode', codeFor('follow-up', who, number[0]?.number ?? ''));
  for (const who of [person(5), person(0), UNKNOWN]) await followUp(who);
  const theirs = await workOf(() => followUp(person(5)));
  expect(await workOf(() => followUp(person(0)))).toEqual(theirs);
  expect(await workOf(() => followUp(UNKNOWN))).toEqual(theirs);
});
