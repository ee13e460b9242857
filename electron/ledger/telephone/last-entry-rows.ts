/** The newest entries of an account. */
import type { Reading } from '../books/books.ts';

export async function lastEntries({ query }: Reading, accountId: number, count: number) {
  return query
    .selectFrom('entry')
    .select(['business_date as date', 'kind', 'amount_fen as amountFen', 'balance_fen as balanceFen'])
    .where('account_id', '=', accountId)
    .orderBy('seq', 'desc')
    .limit(count)
    .execute();
}
