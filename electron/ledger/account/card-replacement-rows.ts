/** A new card for an account whose card was lost (docs/rules.md 3). */
import type { BusinessDate } from '../../contract/kernel/dates.ts';
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { Writing } from '../books/books.ts';
import type { HolderAccount } from './holder-rows.ts';
import { payeeIndex } from '../books/sealing/payee-text.ts';

/**
 * The old card is replaced for good, its number still finds the history; the new one gets the account. Answers the new
 * card's row. Throws RefusalError CARD_TAKEN when the number was ever given out here.
 */
export async function replaceCard(
  { query, keys }: Writing,
  next: { readonly holder: HolderAccount; readonly card: string; readonly insuranceNumber: string },
  { issuedOn, auditSeq }: { readonly issuedOn: BusinessDate; readonly auditSeq: number },
): Promise<number> {
  const { holder, card, insuranceNumber } = next;
  const numberIndex = keys.blindIndex('card', card);
  const taken = await query.selectFrom('card').select('id').where('number_index', '=', numberIndex).executeTakeFirst();
  if (taken !== undefined) throw new RefusalError('CARD_TAKEN');
  await query
    .updateTable('card')
    .set({ status: 'replaced', audit_seq: auditSeq })
    .where('id', '=', holder.cardId)
    .execute();
  const highest = await query
    .selectFrom('card')
    .select((of) => of.fn.max('id').as('id'))
    .executeTakeFirstOrThrow();
  const id = highest.id + 1;
  await query
    .insertInto('card')
    .values({
      id,
      account_id: holder.accountId,
      number_sealed: keys.seal('card', card),
      number_index: numberIndex,
      payee_index: payeeIndex(keys, { card, idNumber: holder.idNumber, name: holder.name }),
      insurance_number_sealed: keys.seal('insurance', insuranceNumber),
      status: 'active',
      issued_on: issuedOn,
      audit_seq: auditSeq,
    })
    .execute();
  return id;
}
