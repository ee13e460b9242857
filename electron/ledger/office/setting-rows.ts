/** Settings that somebody changed: the present value, and the record of who changed it when. */
import type { Instant } from '../../contract/kernel/dates.ts';
import type { Reading, Writing } from '../books/books.ts';

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
