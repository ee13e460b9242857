/** Customers of a prepared office, drawn once each: whoever was born by then needs no guardian. */
import { requireByCardId } from '../../electron/ledger/account/holder-rows.ts';
import { openBooks } from '../../electron/ledger/books/open-books.ts';
import { seededRandom } from '../../electron/ledger/demo/seeded-random.ts';
import type { Customer } from './busy-counter.ts';
import { clock, DATA_KEY, SEED } from './prepared-office.ts';

const GROWN_UP = '2005';

export async function grownUps(folder: string, accounts: number, count: number): Promise<Customer[]> {
  const books = openBooks({ folder, dataKey: DATA_KEY, clock, keysFolder: null });
  const random = seededRandom(SEED);
  const people = new Map<number, Customer>();
  try {
    while (people.size < count) {
      const at = 1 + random.below(accounts);
      const { idNumber, card } = await books.read((reading) => requireByCardId(reading, at));
      if (idNumber.slice(6, 10) <= GROWN_UP) people.set(at, { idNumber, card });
    }
  } finally {
    books.close();
  }
  return [...people.values()];
}
