/** Two requests of one holder that meet: what one of them ends, the other does not bring back (docs/rules.md 7). */
import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { HolderDoor } from '../../../offices/holder-door.ts';
import { person } from '../../../offices/made-up-people.ts';
import { officeOfEachTest } from '../../../offices/office-of-each-test.ts';
import type { Counter, Office } from '../../../offices/small-office.ts';

let office: Office;
let clerk: Counter;
let door: HolderDoor;
officeOfEachTest((open) => ({ office, clerk } = open));
beforeEach(async () => {
  door = new HolderDoor(office);
  // Codes as often as the tests below need them.
  for (const name of ['onlineCodesAPhone', 'onlineCodesAPerson'] as const) await office.changeSetting(name, 50);
  await office.changeSetting('onlineAddressTries', 10_000);
});

/** Every one of these moments lies somewhere else in the request that is met. */
const MOMENTS = Array.from({ length: 40 }, (_, at) => at);
const PASSWORD = 'a long phrase 41';

async function after(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
}

test('a code reports once, also in two tabs at once', async () => {
  await door.must('online.enter', await door.code('report', person(0)));
  const both = [randomUUID(), randomUUID()].map((operationId) => door.codeOf('online.report', { operationId }));
  expect((await Promise.all(both)).sort()).toEqual(['SIGN_IN_REQUIRED', 'done']);
});

test('a login that the counter ends stays ended, whenever its holder changes it', async () => {
  const { visitId } = await office.openVisit(0, clerk);
  for (const turns of MOMENTS) {
    await door.registered(person(0));
    const changing = door.codeOf('online.changeLogin', {
      proof: { kind: 'password', idNumber: person(0).idNumber, password: PASSWORD },
      login: { kind: 'password', password: 'another phrase 52' },
      language: 'zh-CN',
    });
    await after(turns);
    const ending = office.must('online.endLogin', { operationId: randomUUID(), visitId }, clerk);
    await Promise.all([changing, ending]);
    expect(await office.must('online.login', { visitId }, clerk), `after ${turns} turns`).toBeNull();
  }
});

test('whoever looks at the account while the counter ends the login is told of it, or signed out', async () => {
  const { visitId } = await office.openVisit(0, clerk);
  for (const turns of MOMENTS) {
    await door.registered(person(0));
    const ending = office.must('online.endLogin', { operationId: randomUUID(), visitId }, clerk);
    // The ending commits some 360 turns after it was asked for.
    await after(340 + turns);
    const looking = door.codeOf('online.standing', {});
    await ending;
    expect(['done', 'SIGN_IN_REQUIRED'], `after ${turns} turns`).toContain(await looking);
  }
});
