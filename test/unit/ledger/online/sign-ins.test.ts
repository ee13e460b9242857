/** Two sign-ins of one holder at once: each sees the other, and ends it (docs/rules.md 7). */
import { beforeEach, expect, test } from 'vitest';
import { HolderDoor } from '../../../offices/holder-door.ts';
import { person } from '../../../offices/made-up-people.ts';
import { officeOfEachTest } from '../../../offices/office-of-each-test.ts';
import { behindTheBack, MINUTE, type Office } from '../../../offices/small-office.ts';

const PASSWORD = 'a long phrase 41';
let office: Office;
let one: HolderDoor;
let other: HolderDoor;
officeOfEachTest((open) => ({ office } = open));

async function signedIn(at: number): Promise<HolderDoor> {
  const door = new HolderDoor(office, `192.0.2.${at + 50}`);
  const proof = { kind: 'password', idNumber: person(at).idNumber, password: PASSWORD } as const;
  await door.must('online.signIn', { proof });
  return door;
}

const othersOf = async (door: HolderDoor) => (await door.must('online.standing', {})).login.others;

beforeEach(async () => {
  one = new HolderDoor(office);
  await one.registered(person(0), PASSWORD);
  office.at += MINUTE;
  other = await signedIn(0);
});

test('each is shown the other, since when and when it was used, and no one else’s', async () => {
  const stranger = new HolderDoor(office, '192.0.2.60');
  await stranger.registered(person(1), PASSWORD);
  expect(await othersOf(stranger)).toEqual([]);
  const [seen, ...more] = await othersOf(one);
  expect(more).toEqual([]);
  expect(seen).toEqual({
    since: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
    lastUsed: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
  });
  expect(await othersOf(other)).toHaveLength(1);
});

test('one ends the other and goes on itself; another holder’s goes on too, and it is on record', async () => {
  const stranger = new HolderDoor(office, '192.0.2.60');
  await stranger.registered(person(1), PASSWORD);
  await one.must('online.endOthers', {});
  expect(await other.codeOf('online.standing', {})).toBe('SIGN_IN_REQUIRED');
  expect(await othersOf(one)).toEqual([]);
  expect(await stranger.codeOf('online.standing', {})).toBe('done');
  const records = behindTheBack(office.folder, (connection) =>
    connection
      .prepare<[], { actor: string; details: string }>(
        "SELECT actor, details FROM audit WHERE verb = 'online.endOthers'",
      )
      .all(),
  );
  expect(records).toEqual([
    { actor: expect.stringMatching(/^holder:/), details: expect.stringContaining('"ended":1') },
  ]);
});

test('one that was idle too long is over, and not shown; nobody ends any without being signed in', async () => {
  office.at += 13 * MINUTE;
  expect(await othersOf(one)).toHaveLength(1);
  office.at += 2 * MINUTE;
  expect(await othersOf(one)).toEqual([]);
  expect(await new HolderDoor(office).codeOf('online.endOthers', {})).toBe('SIGN_IN_REQUIRED');
});
