/** What people do at their own doors without being known: counted by person, and by where it comes from (docs/rules.md 7 and 8). */
import type { Instant } from '../../../contract/kernel/dates.ts';
import type { Reading, Writing } from '../../books/books.ts';

interface DoorTryTable {
  /** An address is that of a network, or the number that a call comes from. */
  what: 'person' | 'address';
  who: string;
  at: Instant;
}

declare module '../../books/tables/tables.ts' {
  interface Tables {
    door_try: DoorTryTable;
  }
}

export async function insertDoorTry({ query, at }: Writing, what: DoorTryTable['what'], who: string): Promise<void> {
  await query.insertInto('door_try').values({ what, who, at }).execute();
}

export async function countDoorTries(
  { query }: Reading,
  what: DoorTryTable['what'],
  { who, since }: { readonly who: string; readonly since: Instant },
): Promise<number> {
  const row = await query
    .selectFrom('door_try')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('what', '=', what)
    .where('who', '=', who)
    .where('at', '>', since)
    .executeTakeFirstOrThrow();
  return row.count;
}

export async function forgetFailures({ query }: Writing, personIndex: string): Promise<void> {
  await query.deleteFrom('door_try').where('what', '=', 'person').where('who', '=', personIndex).execute();
}

/** No limit looks further back. */
export async function clearDoorTries({ query }: Writing, before: Instant): Promise<void> {
  await query.deleteFrom('door_try').where('at', '<', before).execute();
}
