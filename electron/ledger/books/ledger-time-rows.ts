/** The row that keeps the time of the last commit. */
import type { Writing } from './books.ts';

/** A write that changes nothing but the time. */
export async function rememberNow({ query, at }: Writing): Promise<void> {
  await query.updateTable('ledger_time').set({ at }).execute();
}
