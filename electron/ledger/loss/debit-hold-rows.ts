/** When debits of a card are stopped (docs/rules.md 3), by the transaction's own wall-clock time. */
import type { DebitHold } from './clocks/loss-clock-rules.ts';
import type { Reading, Writing } from '../books/books.ts';

export async function placeHold(
  { query }: Writing,
  report: { readonly number: string; readonly cardId: number },
  hold: DebitHold,
): Promise<void> {
  await query
    .insertInto('debit_hold')
    .values({ number: report.number, card_id: report.cardId, held_from: hold.from, held_until: hold.until })
    .execute();
}

/**
 * Changes a hold's end, null for none; its beginning never changes. The database refuses an end before the
 * beginning.
 */
export async function endHold({ query }: Writing, number: string, until: string | null): Promise<void> {
  await query.updateTable('debit_hold').set({ held_until: until }).where('number', '=', number).execute();
}

export async function findHold({ query }: Reading, number: string): Promise<DebitHold | null> {
  const row = await query
    .selectFrom('debit_hold')
    .select(['held_from as from', 'held_until as until'])
    .where('number', '=', number)
    .executeTakeFirst();
  return row ?? null;
}

/** A hold of an open report that would only begin later, by a clock that was fast, stops debits from the given time on. */
export async function beginHoldsBy({ query }: Writing, now: string): Promise<void> {
  await query
    .updateTable('debit_hold')
    .set({ held_from: now })
    .where('held_from', '>', now)
    .where('number', 'in', (select) =>
      select.selectFrom('loss_report').select('number').where('card_state', 'in', ['oral', 'formal']),
    )
    .execute();
}
