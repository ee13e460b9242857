/** A holder whose card is not here: found by ID number, name and phone on file together (RULES.md 3, SCREENS.md). */
import type { BusinessDate } from '../../contract/dates.ts';
import { RefusalError } from '../../contract/errors.ts';
import { isSameName } from '../domain/name-folding.ts';
import { isSamePhone } from '../domain/phone-number.ts';
import { judgeResidentId } from '../domain/resident-id.ts';
import type { Reading } from '../storage/books.ts';
import { findByIdNumber, type HolderAccount } from '../storage/holder-rows.ts';
import { typedName } from './typed-name.ts';

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
