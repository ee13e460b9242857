/** The designated institutions with their terminals, and when payments at them are not taken (docs/rules.md 1). */
import { positionOfPage, PAGE_ROWS, type PagePosition } from '../../contract/kernel/paging.ts';
import type { InstitutionType } from '../../contract/kernel/vocabulary.ts';
import type { Reading, Writing } from '../books/books.ts';

export interface DesignatedInstitution {
  readonly code: string;
  readonly name: string;
  readonly type: InstitutionType;
  /** None twice. */
  readonly terminals: readonly string[];
}

export interface InstitutionRow {
  readonly code: string;
  readonly name: string;
  readonly type: InstitutionType;
}

/** Of an institution as a whole. */
export const ALL_TERMINALS = '';

export async function findInstitution({ query }: Reading, code: string): Promise<InstitutionRow | null> {
  const row = await query
    .selectFrom('institution')
    .select(['code', 'name', 'type'])
    .where('code', '=', code)
    .executeTakeFirst();
  return row ?? null;
}

/** By number; those whose number or name has `search` in it, all for an empty one. */
export function findInstitutions(
  { sql }: Reading,
  search: string,
  page = 1,
): { readonly rows: readonly InstitutionRow[] } & PagePosition {
  const like = `%${search.replaceAll(/[%_\\]/g, String.raw`\$&`)}%`;
  const where = String.raw`FROM institution WHERE code LIKE ? ESCAPE '\' OR name LIKE ? ESCAPE '\'`;
  const total = sql.values<[string, string], number>(`SELECT count(*) ${where}`).get(like, like) ?? 0;
  const { offset, ...position } = positionOfPage(total, page);
  const rows = sql
    .rows<[string, string, number, number], InstitutionRow>(
      `SELECT code, name, type ${where} ORDER BY code LIMIT ? OFFSET ?`,
    )
    .all(like, like, PAGE_ROWS, offset);
  return { rows, ...position };
}

export function terminalsOf({ sql }: Reading, code: string): string[] {
  return sql
    .values<[string], string>('SELECT number FROM terminal WHERE institution_code = ? ORDER BY number')
    .all(code);
}

export async function saveInstitution({ query }: Writing, { code, name, type }: InstitutionRow, auditSeq: number) {
  const values = { name, type, audit_seq: auditSeq };
  await query
    .insertInto('institution')
    .values({ code, ...values })
    .onConflict((conflict) => conflict.column('code').doUpdateSet(values))
    .execute();
}

export async function addTerminals({ query }: Writing, code: string, terminals: readonly string[]): Promise<void> {
  for (const number of terminals)
    await query.insertInto('terminal').values({ institution_code: code, number }).execute();
}

export async function removeTerminals({ query }: Writing, code: string): Promise<void> {
  await query.deleteFrom('terminal').where('institution_code', '=', code).execute();
}

export interface Stop {
  readonly institution: string;
  /** `ALL_TERMINALS` for the institution as a whole. */
  readonly terminal: string;
  /** On the office's clock. */
  readonly from: string;
  readonly until: string | null;
}

export function readStops({ sql }: Reading): readonly Stop[] {
  return sql
    .rows<[], Stop>(
      'SELECT institution_code AS institution, terminal, stopped_from AS "from", stopped_until AS until FROM designation_stop',
    )
    .all();
}

/** Of one institution and its terminals, those that go on. */
export function runningStops({ sql }: Reading, code: string): ReadonlyMap<string, string> {
  const rows = sql
    .rows<[string], { terminal: string; from: string }>(
      `SELECT terminal, stopped_from AS "from" FROM designation_stop
       WHERE institution_code = ? AND stopped_until IS NULL`,
    )
    .all(code);
  return new Map(rows.map(({ terminal, from }) => [terminal, from]));
}

export interface StopMoment {
  readonly code: string;
  readonly terminal: string;
  /** On the office's clock. */
  readonly at: string;
  readonly auditSeq: number;
}

export function beginStop({ sql }: Writing, { code, terminal, at, auditSeq }: StopMoment): void {
  sql
    .change(
      `INSERT INTO designation_stop (institution_code, terminal, stopped_from, stopped_until, audit_seq)
       VALUES (?, ?, ?, NULL, ?)`,
    )
    .run(code, terminal, at, auditSeq);
}

/** Where it began in the very same second it lasts no time at all. */
export function endStop({ sql }: Writing, { code, terminal, at, auditSeq }: StopMoment): void {
  sql
    .change(
      `UPDATE designation_stop SET stopped_until = max(stopped_from, ?), audit_seq = ?
       WHERE institution_code = ? AND terminal = ? AND stopped_until IS NULL`,
    )
    .run(at, auditSeq, code, terminal);
}
