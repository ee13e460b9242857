/** Fills an empty office with plausible history, through the same files and the same posting as real ones. */
import { addDays, monthEnd, monthStart } from '../../contract/kernel/dates.ts';
import { RefusalError } from '../../contract/kernel/errors.ts';
import {
  simulatedAllocation,
  simulatedInstitutions,
  simulatedRegister,
  simulatedSettlement,
} from './simulated-office.ts';
import type { FileSource } from '../intake/file-source.ts';
import { requireOffice } from '../office/office-rows.ts';
import { bookTotals } from '../verify/book-checks.ts';
import { runAllocation } from '../month-end/allocation/allocations.ts';
import { advanceTo, refuseDayAhead } from '../day/days.ts';
import type { PostingOrder } from '../month-end/posting-order.ts';
import { runInstitutions, runRegister } from '../month-end/registers/registers.ts';
import type { Ledger } from '../request/scope.ts';
import { runSettlement } from '../month-end/settlement/settlements.ts';

export interface SimulationSize {
  readonly holders: number;
  readonly months: number;
  readonly seed: number;
}

const ORDER: PostingOrder = { clerk: 'simulation', second: 'simulation-2', answer: null };
const OPERATION = 'command-line';

/**
 * Throws RefusalError OFFICE_NOT_EMPTY where accounts exist, DAY_AHEAD where the months would end after today in an office by
 * the calendar. Answers what the books hold then.
 */
export async function simulateOffice(
  ledger: Ledger,
  { holders, months, seed }: SimulationSize,
  actor: string,
): Promise<{ accounts: number; entries: number }> {
  const office = await ledger.books.read(requireOffice);
  const before = await ledger.books.read((reading) => Promise.resolve(bookTotals(reading.sql)));
  if (before.accounts > 0) throw new RefusalError('OFFICE_NOT_EMPTY');
  const last = months === 0 ? office.businessDate : addDays(monthEnd(monthStart(office.businessDate, months - 1)), 1);
  refuseDayAhead(office, last, ledger.books.clock());
  const loading = { actor, answer: null };
  await runInstitutions(
    ledger,
    textFile('institutions', () => [simulatedInstitutions()]),
    loading,
    OPERATION,
  );
  const register = textFile('register', () => simulatedRegister(seed, holders, office.openingDate));
  await runRegister(ledger, register, loading, OPERATION);
  for (let month = 0; month < months; month += 1) {
    const day = monthEnd(monthStart(office.businessDate, month));
    await advanceTo(ledger, day, actor);
    const settlement = textFile('settlement', () => [simulatedSettlement(seed, holders, day)]);
    if (month > 0) await runSettlement(ledger, settlement, ORDER, OPERATION);
    const allocation = textFile('allocation', () => simulatedAllocation(seed, holders, day));
    await runAllocation(ledger, allocation, ORDER, OPERATION);
  }
  await advanceTo(ledger, last, actor);
  const { accounts, entries } = await ledger.books.read((reading) => Promise.resolve(bookTotals(reading.sql)));
  return { accounts, entries };
}

/** Text made as it is read, the same again each time it is opened. */
function textFile(name: string, pieces: () => Iterable<string>): FileSource {
  async function* open(): AsyncGenerator<Uint8Array> {
    for (const piece of pieces()) yield Buffer.from(piece);
  }
  return { name, open };
}
