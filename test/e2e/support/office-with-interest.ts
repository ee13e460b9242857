/** A small office by its books, a day after a quarter's interest was booked, with payments at two institutions. */
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { businessDate } from '../../../electron/contract/kernel/dates.ts';
import { demoOffice } from '../../../electron/contract/office/demo-office.ts';
import type { Dispatcher } from '../../../electron/ledger/dispatch/dispatcher.ts';
import { advanceTo } from '../../../electron/ledger/day/days.ts';
import { runAllocation } from '../../../electron/ledger/month-end/allocation/allocations.ts';
import { runInstitutions, runRegister } from '../../../electron/ledger/month-end/registers/registers.ts';
import { runSettlement } from '../../../electron/ledger/month-end/settlement/settlements.ts';
import {
  allocationCsv,
  INSTITUTIONS,
  person,
  registerCsv,
  settlementCsv,
  type Sale,
} from '../../offices/made-up-people.ts';
import { changeSetting } from '../../offices/office-care.ts';
import { inMemory } from '../../offices/small-office.ts';
import { OPERATOR, throughDoor, type PreparedOffice } from './demo-office.ts';
import type { ProgramPlaces } from './program.ts';

export const OPENED = businessDate('2023-12-25');
export const SETTLED = businessDate('2024-03-20');
/** The open business day. */
export const TODAY = businessDate('2024-03-21');

/** The last of them was never given anything. */
export const SAVERS = [person(0), person(1), person(2)] as const;
const [first, second] = SAVERS;

const PAYMENTS: readonly Sale[] = [
  { reference: 'P1', card: first.card, kind: '消费', amount: '1250.50' },
  { reference: 'P2', card: first.card, kind: '退货', amount: '30.25', original: 'P1' },
  { reference: 'P3', card: second.card, kind: '消费', amount: '99.90', institution: 'P0001' },
  { reference: 'P4', card: second.card, kind: '消费', amount: '10.00', terminal: 'T2' },
];

const rates = {
  interestDemandRate: '2023-12-25 0.35; 2024-02-01 0.3',
  interestCarryOverRate: '2024-01-01 1.1',
} as const;

const order = { actor: '1001', clerk: '1001', second: '2001', answer: null };

async function isMade(door: Dispatcher): Promise<void> {
  const input = { ...demoOffice, openingDate: OPENED, livesBy: 'books' as const, demoFolder: null };
  const { reply } = await door.answer({ verb: 'office.create', input, sessionToken: null, ...OPERATOR });
  if (!reply.ok) throw new Error(`the office was not made: ${reply.error.code}`);
}

async function livesThrough(door: Dispatcher): Promise<void> {
  const { ledger } = door;
  for (const [name, value] of Object.entries(rates)) await changeSetting(door, name as keyof typeof rates, value);
  await runInstitutions(ledger, inMemory(INSTITUTIONS), order, null);
  await runRegister(ledger, inMemory(registerCsv(SAVERS)), order, null);
  const credits = (batch: string, total: string, amounts: readonly string[]): string =>
    allocationCsv(
      batch,
      total,
      amounts.map((amount, at) => ({ id: String(at + 1), to: SAVERS[at] ?? first, amount })),
    );
  const allocates = (text: string) => runAllocation(ledger, inMemory(text), order, randomUUID());
  await allocates(credits('YB0001', '4999.99', ['4000.00', '999.99']));
  await advanceTo(ledger, businessDate('2024-02-20'), '2001');
  await allocates(credits('YB0002', '2100.00', ['1800.00', '300.00']));
  await advanceTo(ledger, businessDate('2024-02-29'), '2001');
  await runSettlement(ledger, inMemory(settlementCsv('QS0001', '1330.15', PAYMENTS)), order, randomUUID());
  await advanceTo(ledger, TODAY, '2001');
}

/** @param places where the program will look for it. */
export async function officeWithInterest(places: ProgramPlaces): Promise<PreparedOffice> {
  const key = { officeId: randomUUID(), dataKey: randomBytes(32).toString('hex') };
  const office = { folder: places.data, keysFolder: places.keys, ...key };
  mkdirSync(places.keys, { recursive: true, mode: 0o700 });
  writeFileSync(join(places.keys, `${office.officeId}.key`), `${office.dataKey}\n`, { mode: 0o600 });
  await throughDoor(office, async (door) => {
    await isMade(door);
    await livesThrough(door);
  });
  return office;
}

/** A line of an account, as the books have it. */
export interface BookedEntry {
  readonly date: string;
  readonly kind: string;
  readonly amountFen: number;
  readonly institution: string | null;
  readonly reference: string;
  /** Of the holder, in the order of the register. */
  readonly account: number;
}

/** Of all accounts, while no program has the books open. */
export function bookedEntries(office: PreparedOffice): Promise<readonly BookedEntry[]> {
  return throughDoor(office, ({ ledger }) =>
    ledger.books.read(async ({ sql }) =>
      sql
        .rows<[], BookedEntry>(
          `SELECT business_date AS date, kind, amount_fen AS amountFen, institution_code AS institution, reference,
             account_id AS account
           FROM entry ORDER BY account_id, seq`,
        )
        .all(),
    ),
  );
}
