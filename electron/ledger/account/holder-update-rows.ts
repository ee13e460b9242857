/** What a counter changes about a holder, and what was on file before (docs/rules.md 2). Each value is sealed. */
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { Reading, Writing } from '../books/books.ts';
import { HolderChanges, type HolderValues } from './holder-change-rows.ts';
import type { HolderAccount } from './holder-rows.ts';
import { payeeIndex } from '../books/sealing/payee-text.ts';

export interface HolderUpdate {
  readonly after: HolderValues;
  /** Null where the holder confirmed it at their own window. */
  readonly second: string | null;
  readonly auditSeq: number;
}

/** Phone and address of the holder, and of all their accounts. */
export async function updateContact(writing: Writing, holder: HolderAccount, update: HolderUpdate): Promise<void> {
  const { keys, query } = writing;
  const { phone = holder.phone, address = holder.address } = update.after;
  await query
    .updateTable('holder')
    .set({
      phone_sealed: keys.seal('phone', phone),
      address_sealed: keys.seal('address', address),
      audit_seq: update.auditSeq,
    })
    .where('id', '=', holder.holderId)
    .execute();
  keep(writing, holder, update, 'contact');
}

/** Throws RefusalError ID_NUMBER_TAKEN where another holder has the number. */
export async function refuseTakenIdNumber(
  { query, keys }: Reading,
  { holderId }: HolderAccount,
  idNumber: string,
): Promise<void> {
  const other = await query
    .selectFrom('holder')
    .select('id')
    .where('id_number_index', '=', keys.blindIndex('id-number', idNumber))
    .where('id', '<>', holderId)
    .executeTakeFirst();
  if (other !== undefined) throw new RefusalError('ID_NUMBER_TAKEN');
}

/** Name, ID number and sex. `sex` is kept where it is another one than the number says. */
export async function correctHolder(
  writing: Writing,
  holder: HolderAccount,
  update: HolderUpdate & { readonly second: string; readonly document: string; readonly sex: HolderAccount['sex'] },
): Promise<void> {
  const { keys, query } = writing;
  const { name = holder.name, idNumber = holder.idNumber } = update.after;
  const index = keys.blindIndex('id-number', idNumber);
  await query
    .updateTable('holder')
    .set({
      name_sealed: keys.seal('name', name),
      id_number_sealed: keys.seal('id-number', idNumber),
      id_number_index: index,
      sex_sealed: update.sex === null ? null : keys.seal('sex', update.sex),
      audit_seq: update.auditSeq,
    })
    .where('id', '=', holder.holderId)
    .execute();
  await findPayeeBy(writing, holder.holderId, { name, idNumber });
  keep(writing, holder, update, 'correction', update.document);
}

/** Every card of the holder, replaced ones too, is found by the new name and number from now on. */
async function findPayeeBy(
  { query, keys }: Writing,
  holderId: number,
  payee: { readonly name: string; readonly idNumber: string },
): Promise<void> {
  const cards = await query
    .selectFrom('card')
    .innerJoin('account', 'account.id', 'card.account_id')
    .select(['card.id', 'card.number_sealed as sealed'])
    .where('account.holder_id', '=', holderId)
    .execute();
  for (const { id, sealed } of cards) {
    const payee_index = payeeIndex(keys, { ...payee, card: keys.open('card', sealed) });
    await query.updateTable('card').set({ payee_index }).where('id', '=', id).execute();
  }
}

function keep(
  writing: Writing,
  holder: HolderAccount,
  { after, second, auditSeq }: HolderUpdate,
  kind: 'contact' | 'correction',
  document?: string,
): void {
  const on = { name: holder.name, idNumber: holder.idNumber, sex: holder.sex ?? '' };
  const whole: HolderValues = { ...on, phone: holder.phone, address: holder.address };
  const before: HolderValues = Object.fromEntries(
    Object.entries(whole).filter(([field]) => Object.hasOwn(after, field)),
  );
  const seen = document === undefined ? {} : { document };
  new HolderChanges(writing).keep({ holderId: holder.holderId, kind, before, after, second, auditSeq, ...seen });
}
