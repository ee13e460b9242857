/** Settings that somebody changed: the present value, and the record of who changed it when. */
import type { Instant } from '../../contract/kernel/dates.ts';
import { z } from 'zod';
import type { Reading, Writing } from '../books/books.ts';
import { storedJson } from '../books/stored-json.ts';

export interface SettingChange {
  readonly name: string;
  readonly at: Instant;
  readonly by: string;
  readonly authorisedBy: string | null;
}

/** The newest change of each setting that has one. */
export async function readSettingChanges({ query }: Reading): Promise<SettingChange[]> {
  return query
    .selectFrom('setting')
    .innerJoin('audit', 'audit.seq', 'setting.audit_seq')
    .select(['setting.name as name', 'audit.at as at', 'audit.actor as by', 'audit.second as authorisedBy'])
    .execute();
}

const detailsSchema = z.object({
  value: z.union([z.number(), z.string()]),
  before: z.union([z.number(), z.string()]),
  reason: z.string().nullable().optional(),
});

export interface RecordedChange extends Omit<SettingChange, 'name'> {
  readonly before: number | string;
  readonly value: number | string;
  readonly reason: string | null;
}

/** From the audit record, the last change first. Throws RefusalError DATABASE_DAMAGED for a record that is none of a change. */
export async function readChangesOf({ query }: Reading, name: string, most: number): Promise<RecordedChange[]> {
  const rows = await query
    .selectFrom('audit')
    .select(['at', 'actor as by', 'second as authorisedBy', 'details'])
    .where('subject', '=', name)
    .where('verb', '=', 'setting.change')
    .where('outcome', '=', 'done')
    .orderBy('seq', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ details, ...change }) => {
    const { value, before, reason = null } = storedJson(detailsSchema, details, `change of ${name}`);
    return { ...change, value, before, reason };
  });
}

export async function saveSetting(
  { query }: Writing,
  name: string,
  value: number | string,
  auditSeq: number,
): Promise<void> {
  const values = { value: String(value), audit_seq: auditSeq };
  await query
    .insertInto('setting')
    .values({ name, ...values })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(values))
    .execute();
}
