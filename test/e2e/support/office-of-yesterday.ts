/** A small office by the calendar whose last business day was yesterday and is still open, with two clerks and some holders. */
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  addDays,
  businessDate,
  localTime,
  OFFICE_TIME_ZONE,
  type BusinessDate,
  type Instant,
} from '../../../electron/contract/kernel/dates.ts';
import { demoOffice } from '../../../electron/contract/office/demo-office.ts';
import type { NewOffice } from '../../../electron/contract/office/office-verbs.ts';
import type { Dispatcher } from '../../../electron/ledger/dispatch/dispatcher.ts';
import { runAllocation } from '../../../electron/ledger/month-end/allocation/allocations.ts';
import { runInstitutions, runRegister } from '../../../electron/ledger/month-end/registers/registers.ts';
import { allocationCsv, INSTITUTIONS, person, registerCsv } from '../../offices/made-up-people.ts';
import { OPERATOR, throughDoor, type PreparedOffice } from './demo-office.ts';
import type { ProgramPlaces } from './program.ts';

/** 1002, who works beside 1001 of the demo office. */
export const SECOND_CLERK = { code: '1002', name: '赵云飞', role: 'clerk', password: 'demo-clerk-1002' } as const;

export const PEOPLE = Array.from({ length: 12 }, (_, at) => person(at));

/** Of the program under test, which has no other clock than the system's. */
export function today(): BusinessDate {
  return businessDate(localTime(Date.now() as Instant, OFFICE_TIME_ZONE).slice(0, 10));
}

const yesterdayNow = (): Instant => (Date.now() - 24 * 3_600_000) as Instant;

async function isMade(door: Dispatcher, input: NewOffice & { readonly livesBy: 'calendar' }): Promise<void> {
  const request = {
    verb: 'office.create' as const,
    input: { ...input, demoFolder: null },
    sessionToken: null,
    ...OPERATOR,
  };
  const { reply } = await door.answer(request);
  if (!reply.ok) throw new Error(`the office was not made: ${reply.error.code}`);
}

const inMemory = (text: string) => ({
  name: 'in memory',
  async *open() {
    yield Buffer.from(text);
  },
});

/** Each holder was given 100.00 yuan yesterday. */
async function hasHolders({ ledger }: Dispatcher): Promise<void> {
  const order = { actor: '1001', answer: null };
  await runInstitutions(ledger, inMemory(INSTITUTIONS), order, null);
  await runRegister(ledger, inMemory(registerCsv(PEOPLE)), order, null);
  const credits = PEOPLE.map((to, at) => ({ id: String(at + 1), to, amount: '100.00' }));
  const file = allocationCsv('YB0001', `${PEOPLE.length}00.00`, credits);
  await runAllocation(ledger, inMemory(file), { clerk: '1001', second: '2001', answer: null }, randomUUID());
}

/** Nobody has been at it since yesterday. @param places where the program will look for it. */
export async function officeOfYesterday(places: ProgramPlaces): Promise<PreparedOffice> {
  const key = { officeId: randomUUID(), dataKey: randomBytes(32).toString('hex') };
  const office = { folder: places.data, keysFolder: places.keys, ...key };
  mkdirSync(places.keys, { recursive: true, mode: 0o700 });
  writeFileSync(join(places.keys, `${office.officeId}.key`), `${office.dataKey}\n`, { mode: 0o600 });
  const clerks = [...demoOffice.clerks, SECOND_CLERK];
  const input = { ...demoOffice, clerks, openingDate: addDays(today(), -1), livesBy: 'calendar' } as const;
  const made = async (door: Dispatcher): Promise<void> => {
    await isMade(door, input);
    await hasHolders(door);
  };
  await throughDoor(office, made, yesterdayNow);
  return office;
}
