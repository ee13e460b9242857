/** What came of the last proof of the books, out of its record. */
import { z } from 'zod';
import type { ProvenBooks } from '../../../contract/administration/health-verbs.ts';
import { storedJson } from '../../books/stored-json.ts';
import type { Reading } from '../../books/books.ts';

const detailsSchema = z.object({ ok: z.boolean(), failed: z.string() });

/** Null while nobody has asked for one. */
export async function lastProven({ query }: Reading): Promise<ProvenBooks | null> {
  const row = await query
    .selectFrom('audit')
    .select(['at', 'actor', 'details'])
    .where('verb', '=', 'books.verify')
    .where('outcome', '=', 'done')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { ok, failed } = storedJson(detailsSchema, row.details, 'audit record of books.verify');
  return { at: row.at, by: row.actor, ok, failed: failed === '' ? [] : failed.split(' ') };
}
