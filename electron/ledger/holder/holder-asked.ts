/** What a second person reads before a name or number is corrected, or an account closed (docs/rules.md 5). */
import type { ChangedField } from '../../contract/holder/holder-verbs.ts';
import type { Input } from '../../contract/verbs.ts';
import type { HolderAccount } from '../account/holder-rows.ts';
import type { Reading } from '../books/books.ts';
import { maskIdNumber, maskName } from '../numbers/masking.ts';
import type { Scope } from '../request/scope.ts';
import type { AskedOfSecond } from '../request/second-of-command.ts';
import type { VisitRow } from '../request/visit/visit-rows.ts';
import { askedOf } from '../second-person/asked-of-second.ts';

type Command<V extends 'holder.correct' | 'holder.close'> = Omit<Input<V>, 'operationId' | 'second'>;

interface Correcting {
  readonly visit: VisitRow;
  readonly holder: HolderAccount;
  readonly after: Readonly<Partial<Record<ChangedField, string>>>;
}

/** What will stand is whole: the second person compares it with the document that was seen. */
export async function identityAsked(
  reading: Reading,
  scope: Scope,
  { visit, holder, after }: Correcting,
  input: Command<'holder.correct'>,
): Promise<AskedOfSecond> {
  const { name = null, idNumber = null, sex = null } = after;
  return askedOf(reading, scope, 'holder.correct', input, {
    ...{ holder, visit, lossNumber: null, subject: holder.accountNumber },
    // The number under a name of its own: one by which somebody is only found is not part of a command.
    settled: { name, newIdNumber: idNumber, sex },
    was: {
      ...(name === null ? {} : { name: maskName(holder.name) }),
      ...(idNumber === null ? {} : { newIdNumber: maskIdNumber(holder.idNumber) }),
    },
  });
}

export async function payOutAsked(
  reading: Reading,
  scope: Scope,
  { visit, holder }: Omit<Correcting, 'after'>,
  input: Command<'holder.close'>,
): Promise<AskedOfSecond> {
  return askedOf(reading, scope, 'holder.close', input, {
    ...{ holder, visit, lossNumber: null, subject: holder.accountNumber },
    known: { account: holder.accountNumber, paidOutFen: holder.balanceFen },
  });
}
