/** A holder whose card is not here: found by ID number, name and phone on file together (docs/rules.md 2). */
import type { BusinessDate } from '../../contract/kernel/dates.ts';
import { RefusalError } from '../../contract/kernel/errors.ts';
import { isSameName } from '../names/name-folding.ts';
import { isSamePhone } from '../numbers/phone-number.ts';
import { judgeResidentId } from '../numbers/resident-id.ts';
import type { Reading } from '../books/books.ts';
import { findByIdNumber, type HolderAccount } from './holder-rows.ts';
import { typedName } from '../names/typed-name.ts';

interface Person {
  readonly idNumber: string;
  readonly name: string;
  readonly phone: string;
}

/** Someone whose card is not here. Throws RefusalError ID_NUMBER_INVALID, NAME_INVALID or PAIR_MISMATCH, also for several accounts. */
export async function holderByPerson(reading: Reading, person: Person, today: BusinessDate): Promise<HolderAccount> {
  const id = judgeResidentId(person.idNumber, today);
  if (!id.ok) throw new RefusalError('ID_NUMBER_INVALID', { fault: id.fault });
  const name = typedName(person.name);
  const accounts = await findByIdNumber(reading, id.id);
  const agreeing = accounts.filter(
    (holder) =>
      holder.accountStatus === 'open' && isSameName(holder.name, name) && isSamePhone(holder.phone, person.phone),
  );
  const [only] = agreeing;
  if (only === undefined || agreeing.length > 1) throw new RefusalError('PAIR_MISMATCH');
  return only;
}
