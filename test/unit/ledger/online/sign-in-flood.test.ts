/** A flood of sign-ins: what is judged of it, what it leaves, and that a counter is served in its middle (docs/rules.md 7). */
import crypto from 'node:crypto';
import { afterEach, expect, test, vi } from 'vitest';
import { HolderDoor } from '../../../offices/holder-door.ts';
import { person } from '../../../offices/made-up-people.ts';
import { officeOfEachTest } from '../../../offices/office-of-each-test.ts';
import { behindTheBack, lossOf, type Counter, type Office } from '../../../offices/small-office.ts';

let office: Office;
let clerk: Counter;
officeOfEachTest((open) => ({ office, clerk } = open));
afterEach(() => {
  vi.restoreAllMocks();
});

const ADDRESSES = 5;
const EACH = 200;
const WAVE = 100;
/** The usual setting: requests of an address in an hour. */
const AN_HOUR = 60;

const count = (sql: string): number =>
  behindTheBack(office.folder, (connection) => connection.prepare<[], number>(sql).pluck().get() ?? 0);

test('no address is judged more often than its limit, no door more often than its lock, and counters work on', async () => {
  const holder = new HolderDoor(office, '192.0.2.200');
  await holder.registered(person(0));
  const doors = Array.from({ length: ADDRESSES }, (_, at) => new HolderDoor(office, `192.0.2.${at}`));
  const hashing = vi.spyOn(crypto, 'argon2');
  const before = count('SELECT count(*) FROM audit');
  const codes: string[] = [];
  for (let asked = 0; asked < ADDRESSES * EACH; asked += WAVE) {
    const wave = Array.from({ length: WAVE }, (_, at) => {
      const { idNumber } = person(at % 3 === 0 ? 0 : 5000 + ((asked + at) % 40));
      const proof = { kind: 'password', idNumber, password: `guess ${asked + at}` } as const;
      return doors[at % ADDRESSES]?.codeOf('online.signIn', { proof }) ?? Promise.resolve('nobody');
    });
    const visit = office.openVisit((asked / WAVE) % 3, clerk);
    codes.push(...(await Promise.all(wave)));
    const { visitId } = await visit;
    // Somebody at the counter is served in the middle of it.
    if (asked === 0) await office.must('loss.report', lossOf(visitId), clerk);
    await office.must('visit.finish', { visitId }, clerk);
  }
  const judged = codes.filter((code) => code === 'ONLINE_REFUSED').length;
  expect(judged).toBe(ADDRESSES * AN_HOUR);
  expect(codes.filter((code) => code === 'ONLINE_TOO_MANY')).toHaveLength(ADDRESSES * (EACH - AN_HOUR));
  // The first decoy is made with the first judging.
  expect(hashing.mock.calls.length).toBeLessThanOrEqual(judged + 1);
  expect(count('SELECT count(*) FROM door_lock')).toBeGreaterThan(0);
  expect(count("SELECT count(*) FROM message WHERE kind = 'door locked' AND state <> 'unaddressed'")).toBe(1);
  // A record for what was judged and for the counter's own acts, none for what came too often.
  expect(count('SELECT count(*) FROM audit') - before).toBeLessThan(judged + 60);

  const again = { proof: { kind: 'password', idNumber: person(0).idNumber, password: 'a long phrase 41' } } as const;
  expect(await holder.codeOf('online.signIn', again), 'the door is locked for its holder as well').toBe(
    'ONLINE_REFUSED',
  );
});

test('from however many addresses, one password is hashed at a time and few wait', async () => {
  const real = crypto.argon2.bind(crypto);
  let [running, most] = [0, 0];
  vi.spyOn(crypto, 'argon2').mockImplementation((algorithm, work, done) => {
    running += 1;
    most = Math.max(most, running);
    real(algorithm, work, (error, hash) => {
      running -= 1;
      done(error, hash);
    });
  });
  const codes = await Promise.all(
    Array.from({ length: 100 }, (_, at) => {
      const proof = { kind: 'password', idNumber: person(5000 + at).idNumber, password: 'a guess' } as const;
      return new HolderDoor(office, `198.51.100.${at}`).codeOf('online.signIn', { proof });
    }),
  );
  expect(most).toBe(1);
  expect(codes.filter((code) => code === 'ONLINE_REFUSED')).toHaveLength(40);
  expect(codes.filter((code) => code === 'ONLINE_TOO_MANY')).toHaveLength(60);
  // Who was sent away was counted nowhere.
  expect(count("SELECT count(*) FROM door_try WHERE what = 'address'")).toBe(40);
});
