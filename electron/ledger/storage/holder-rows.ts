/** Holders, their accounts and cards, found through blind indexes and shown by opening the seals. */
import type { BusinessDate } from '../../contract/dates.ts';
import type { Fen } from '../../contract/money.ts';
import type { Reading } from './books.ts';

/** Everything about the account behind a card, personal values whole: for services alone. */
export interface HolderAccount {
  readonly accountId: number;
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
  readonly phone: string;
  readonly employer: string;
}

function select({ query }: Reading) {
  return query
    .selectFrom('card')
    .innerJoin('account', 'account.id', 'card.account_id')
    .innerJoin('holder', 'holder.id', 'account.holder_id')
    .select([
      'account.id as accountId',
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
      'holder.employer as employer',
    ]);
}

type SealedRow = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>;

function open({ keys }: Reading, row: SealedRow): HolderAccount {
  const { cardSealed, idNumberSealed, nameSealed, phoneSealed, ...plain } = row;
  return {
    ...plain,
    card: keys.open('card', cardSealed),
    idNumber: keys.open('id-number', idNumberSealed),
    name: keys.open('name', nameSealed),
    phone: keys.open('phone', phoneSealed),
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
