/** Sessions of holders at their own doors: each is known at its own door alone, and ends by itself (docs/rules.md 7 and 8). */
import { expect, test } from 'vitest';
import type { Instant } from '../../../../../electron/contract/kernel/dates.ts';
import type { Door } from '../../../../../electron/contract/kernel/verb-policy.ts';
import { holderSessionOf, refuseHolder } from '../../../../../electron/ledger/request/session/holder-session.ts';
import {
  countHolderSessions,
  endHolderSession,
  endHolderSessionsOf,
  insertHolderSession,
  type HolderSessionKind,
} from '../../../../../electron/ledger/request/session/holder-session-rows.ts';
import { officeOfEachTest } from '../../../../offices/office-of-each-test.ts';
import { MINUTE, type Counter, type Office } from '../../../../offices/small-office.ts';

let office: Office;
let clerk: Counter;
officeOfEachTest((open) => ({ office, clerk } = open));

const TOKEN = 'a-token-of-a-holder';

async function begin(kind: HolderSessionKind, token = TOKEN): Promise<void> {
  const session = { token, kind, accountId: 1, lossNumber: null, endsAt: (office.at + 120 * MINUTE) as Instant };
  await office.door.ledger.books.write((writing) => insertHolderSession(writing, session));
}

const at = (door: Door, token: string | null = TOKEN) => holderSessionOf(office.door.ledger.books, token, door);

test.each<[HolderSessionKind, Door]>([
  ['login', 'web'],
  ['report', 'web'],
  ['follow-up', 'web'],
  ['call', 'telephone'],
])('a session of kind %s is known at the door %s and at no other', async (kind, own) => {
  await begin(kind);
  for (const door of ['web', 'telephone', 'teller', 'customer', 'program', 'command-line', 'pos'] as const) {
    const found = await at(door);
    if (door === own) expect(found).toMatchObject({ kind, accountId: 1, lossNumber: null });
    else expect(found).toBeNull();
  }
  expect(await at(own, 'another token')).toBeNull();
  expect(await at(own, null)).toBeNull();
});

test('a holder is nobody at a counter, and a clerk nobody at the web', async () => {
  await begin('login');
  const asking = { verb: 'loss.fees', input: {}, counter: 'T1', operator: 'window' } as const;
  const holder = await office.door.answer({ ...asking, door: 'teller', sessionToken: TOKEN });
  expect(holder.reply).toMatchObject({ ok: false, error: { code: 'SIGN_IN_REQUIRED' } });
  expect(await at('web', clerk.token)).toBeNull();
});

test('it ends when it is not used, at its end, and when it is ended', async () => {
  await begin('login');
  office.at += 14 * MINUTE;
  expect(await at('web')).not.toBeNull();
  office.at += 14 * MINUTE;
  expect(await at('web')).not.toBeNull();
  office.at += 15 * MINUTE;
  expect(await at('web')).toBeNull();

  await begin('login', 'second');
  for (let used = 0; used < 12; used += 1) {
    expect(await at('web', 'second')).not.toBeNull();
    office.at += 10 * MINUTE;
  }
  expect(await at('web', 'second')).toBeNull();

  await begin('login', 'third');
  const { books } = office.door.ledger;
  const { hash } = (await at('web', 'third')) ?? { hash: '' };
  await books.write((writing) => endHolderSession(writing, hash));
  expect(await at('web', 'third')).toBeNull();
});

test('all of an account are ended by kind', async () => {
  await begin('login', 'one');
  await begin('login', 'two');
  await begin('report', 'three');
  const { books } = office.door.ledger;
  const count = () =>
    books.read((reading) => countHolderSessions(reading, 1, { kind: 'login', at: office.at as Instant }));
  expect(await count()).toBe(2);
  expect(await books.write((writing) => endHolderSessionsOf(writing, 1, 'login'))).toBe(2);
  expect(await count()).toBe(0);
  expect(await at('web', 'three')).not.toBeNull();
});

test('what is asked of a login is not given to a code, and nothing to nobody', async () => {
  await begin('report');
  const session = await at('web');
  expect(() => refuseHolder('holder known', session)).not.toThrow();
  expect(() => refuseHolder('holder signed in', session)).toThrow('SIGN_IN_REQUIRED');
  expect(() => refuseHolder('caller proven', session)).toThrow('SIGN_IN_REQUIRED');
  expect(() => refuseHolder('holder known', null)).toThrow('SIGN_IN_REQUIRED');
});
