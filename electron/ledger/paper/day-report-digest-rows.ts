/** What the paper of a day's end is proven by; its content is the wing's that closes days. */
import type { BusinessDate } from '../../contract/kernel/dates.ts';
import type { Reading } from '../books/books.ts';

/** Null for a number that no report of a day has. */
export async function findDayReportDigest(
  { query }: Reading,
  number: string,
): Promise<{ readonly businessDate: BusinessDate; readonly digest: string } | null> {
  const row = await query
    .selectFrom('day_end')
    .select(['business_date as businessDate', 'digest'])
    .where('number', '=', number)
    .executeTakeFirst();
  return row ?? null;
}
