/** Holders, their accounts and cards, found through blind indexes and shown by opening the seals. */
import { sql } from 'kysely';
import { z } from 'zod';
import type { BusinessDate } from '../../contract/kernel/dates.ts';
import type { Fen } from '../../contract/kernel/money.ts';
import type { Reading } from '../books/books.ts';
import { stored } from '../books/stored-json.ts';

const sexSchema = z.enum(['male', 'female']);

/** Everything about the account behind a card, personal values whole: for use cases alone. */
export interface HolderAccount {
  readonly accountId: number;
  readonly holderId: number;
  readonly accountNumber: string;
  readonly accountStatus: 'open' | 'closed';
  readonly openedOn: BusinessDate;
  readonly balanceFen: Fen;
  readonly lastSeq: number;
  readonly cardId: number;
  readonly card: string;
  readonly cardStatus: 'active' | 'replaced';
  readonly idNumber: string;
  readonly name: string;
  /** Empty where none is on file. */
  readonly phone: string;
  /** Empty where none is on file. */
  readonly address: string;
  /** Null where it is the one the ID number says. */
  readonly sex: 'male' | 'female' | null;
  readonly employer: string;
}

/** Written out: the index of current cards serves a question that says so itself, and not one that binds it. */
const CURRENT = sql.lit<'active'>('active');

function select({ query }: Reading) {
  return query
    .selectFrom('card')
    .innerJoin('account', 'account.id', 'card.account_id')
    .innerJoin('holder', 'holder.id', 'account.holder_id')
    .select([
      'account.id as accountId',
      'account.holder_id as holderId',
      'account.number as accountNumber',
      'account.status as accountStatus',
      'account.opening_date as openedOn',
      'account.balance_fen as balanceFen',
      'account.last_seq as lastSeq',
      'card.id as cardId',
      'card.status as cardStatus',
      'card.number_sealed as cardSealed',
      'holder.id_number_sealed as idNumberSealed',
      'holder.name_sealed as nameSealed',
      'holder.phone_sealed as phoneSealed',
      'holder.address_sealed as addressSealed',
      'holder.sex_sealed as sexSealed',
      'holder.employer_sealed as employerSealed',
    ]);
}

type SealedRow = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>;

function open({ keys }: Reading, row: SealedRow): HolderAccount {
  const { cardSealed, idNumberSealed, nameSealed, phoneSealed, employerSealed, addressSealed, sexSealed, ...plain } =
    row;
  return {
    ...plain,
    card: keys.open('card', cardSealed),
    idNumber: keys.open('id-number', idNumberSealed),
    name: keys.open('name', nameSealed),
    phone: keys.open('phone', phoneSealed),
    employer: keys.open('employer', employerSealed),
    address: addressSealed === null ? '' : keys.open('address', addressSealed),
    sex: sexSealed === null ? null : stored(sexSchema, keys.open('sex', sexSealed), 'sex'),
  };
}

/** By card number, current or replaced; null when the number is unknown. */
export async function findByCard(reading: Reading, card: string): Promise<HolderAccount | null> {
  const index = reading.keys.blindIndex('card', card);
  const row = await select(reading).where('card.number_index', '=', index).executeTakeFirst();
  return row === undefined ? null : open(reading, row);
}

/** By the card row a visit or document names. Throws when it is gone: cards are never deleted. */
export async function requireByCardId(reading: Reading, cardId: number): Promise<HolderAccount> {
  return open(reading, await select(reading).where('card.id', '=', cardId).executeTakeFirstOrThrow());
}

const ofAccount = (reading: Reading, accountId: number) =>
  select(reading).where('account.id', '=', accountId).where('card.status', '=', CURRENT);

/** The account as it stands now, with its current card; null where there is no such account. */
export async function findByAccountId(reading: Reading, accountId: number): Promise<HolderAccount | null> {
  const row = await ofAccount(reading, accountId).executeTakeFirst();
  return row === undefined ? null : open(reading, row);
}

/** The same of an account that is known. Throws when there is none. */
export async function requireByAccountId(reading: Reading, accountId: number): Promise<HolderAccount> {
  return open(reading, await ofAccount(reading, accountId).executeTakeFirstOrThrow());
}

/** By ID number: each open account of that person with its current card. */
export async function findByIdNumber(reading: Reading, idNumber: string): Promise<HolderAccount[]> {
  const rows = await select(reading)
    .where('holder.id_number_index', '=', reading.keys.blindIndex('id-number', idNumber))
    .where('card.status', '=', CURRENT)
    .orderBy('account.id')
    .execute();
  return rows.map((row) => open(reading, row));
}

export async function requireInsuranceNumber({ query, keys }: Reading, cardId: number): Promise<string> {
  const row = await query
    .selectFrom('card')
    .select('insurance_number_sealed as sealed')
    .where('id', '=', cardId)
    .executeTakeFirstOrThrow();
  return keys.open('insurance', row.sealed);
}
