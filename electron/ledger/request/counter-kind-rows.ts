/** What kind of counter a request comes from; an office of one computer has none on its books. */
import type { Reading } from '../books/books.ts';

export async function isSupervisorDesk({ query }: Reading, number: string): Promise<boolean> {
  const row = await query
    .selectFrom('office_counter')
    .select('kind')
    .where('number', '=', number)
    .where('state', '<>', 'revoked')
    .executeTakeFirst();
  return row?.kind === 'supervisor-desk';
}
