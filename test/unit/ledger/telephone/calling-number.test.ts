/** Somebody who tries ID numbers by telephone, call after call: stopped by the number that calls (docs/rules.md 8). */
import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { Caller, setTelephonePassword, TELEPHONE_PASSWORD } from '../../../offices/caller.ts';
import { person } from '../../../offices/made-up-people.ts';
import { officeOfEachTest } from '../../../offices/office-of-each-test.ts';
import { behindTheBack, MINUTE, type Counter, type Office } from '../../../offices/small-office.ts';

const HOUR = 60 * MINUTE;
/** The usual setting. */
const LIMIT = 10;
const THEIRS = '13900000000';
const { idNumber, phone } = person(4);

let office: Office;
let clerk: Counter;
officeOfEachTest((open) => ({ office, clerk } = open));
beforeEach(() => setTelephonePassword(office, clerk));

/** One try in a call of its own, of whoever is meant. */
async function tries(nth: number, from: string | null = THEIRS): Promise<string | null> {
  const caller = new Caller(office, from);
  const meant = person(nth % 3 === 0 ? 4 : 5_000 + nth).idNumber;
  if (nth % 2 === 0)
    return caller.codeOf('telephone.reportUnproven', { operationId: randomUUID(), idNumber: meant, phone: THEIRS });
  return caller.codeOf('telephone.prove', { idNumber: meant, password: Buffer.from('111112') });
}

async function usedUp(from: string | null = THEIRS): Promise<void> {
  for (let nth = 0; nth < LIMIT; nth += 1) expect(await tries(nth, from)).not.toBe('ONLINE_TOO_MANY');
}

test('after its tries nothing of that number is judged, whoever is meant and however right, for an hour and over a restart', async () => {
  await usedUp();
  office.reopen();
  const caller = new Caller(office, THEIRS);
  const password = Buffer.from(TELEPHONE_PASSWORD);
  expect(await caller.codeOf('telephone.prove', { idNumber, password })).toBe('ONLINE_TOO_MANY');
  expect([...password], 'overwritten unjudged').toEqual([0, 0, 0, 0, 0, 0]);
  expect(await caller.codeOf('telephone.reportUnproven', { operationId: randomUUID(), idNumber, phone })).toBe(
    'ONLINE_TOO_MANY',
  );
  expect(await new Caller(office, `+86${THEIRS}`).prove(), 'the same number, written otherwise').toMatchObject({
    ok: false,
  });
  expect(await new Caller(office).prove(), 'another number').toMatchObject({ ok: true });
  office.at += HOUR;
  expect(await caller.prove()).toMatchObject({ ok: true });
});

test('what is right counts for nothing, and what is no ID number neither', async () => {
  for (let nth = 0; nth < 2 * LIMIT; nth += 1) {
    expect(await new Caller(office, THEIRS).prove()).toMatchObject({ ok: true });
    const input = { idNumber: '110105195001010014', password: Buffer.from('1') };
    expect(await new Caller(office, THEIRS).codeOf('telephone.prove', input)).toBe('ID_NUMBER_INVALID');
  }
  const request = { operationId: randomUUID(), idNumber, phone };
  for (let nth = 0; nth < 2 * LIMIT; nth += 1)
    expect(await new Caller(office, THEIRS).codeOf('telephone.reportUnproven', request)).toBeNull();
  await usedUp();
  expect(await tries(1)).toBe('ONLINE_TOO_MANY');
});

test('many calls at once are judged no more often than one after another', async () => {
  const codes = await Promise.all(Array.from({ length: 3 * LIMIT }, (_, nth) => tries(6 * nth + 1)));
  expect(codes.filter((code) => code !== 'ONLINE_TOO_MANY')).toHaveLength(LIMIT);
});

test('callers who withhold their number are one; the numbers stand nowhere, and tries are forgotten after a day', async () => {
  await usedUp(null);
  expect(await tries(1, null)).toBe('ONLINE_TOO_MANY');
  expect(await tries(1)).toBe('PAIR_MISMATCH');
  const rows = (): unknown[] =>
    behindTheBack(office.folder, (connection) =>
      connection.prepare("SELECT * FROM door_try WHERE what = 'address'").all(),
    );
  expect(JSON.stringify(rows())).not.toContain(THEIRS);
  expect(rows()).toHaveLength(LIMIT + 1);
  office.at += 25 * HOUR;
  await tries(1);
  expect(rows()).toHaveLength(1);
});

test('an office whose exchange shows one number for everybody has no limit', async () => {
  await office.changeSetting('telephoneNumberTries', 0);
  for (let nth = 0; nth < 2 * LIMIT; nth += 1) expect(await tries(nth)).not.toBe('ONLINE_TOO_MANY');
});
