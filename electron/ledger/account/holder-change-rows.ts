/**
 * What was on file of a holder before it was changed, sealed and for good (docs/rules.md 2): contact by the register or
 * at the counter, name, ID number and sex at the counter.
 */
import { z } from 'zod';
import type { BusinessDate } from '../../contract/kernel/dates.ts';
import type { Reading, Writing } from '../books/books.ts';
import { storedJson } from '../books/stored-json.ts';

/** Values by field; a field that did not change is not there. */
export type HolderValues = Readonly<
  Partial<Record<'name' | 'idNumber' | 'sex' | 'phone' | 'address' | 'employer', string>>
>;

export interface HolderChange {
  readonly holderId: number;
  readonly kind: 'register' | 'contact' | 'correction';
  readonly before: HolderValues;
  readonly after: HolderValues;
  /** Of a correction: the document that was seen. */
  readonly document?: string;
  readonly second?: string | null;
  readonly auditSeq: number;
}

const valuesSchema = z.object({ before: z.record(z.string(), z.string()), after: z.record(z.string(), z.string()) });

export class HolderChanges {
  readonly #writing: Writing;
  readonly #insert;
  readonly #lastCorrection;
  readonly #fromNumber;

  constructor(writing: Writing) {
    const { sql } = writing;
    this.#writing = writing;
    this.#insert = sql.change(
      `INSERT INTO holder_change (holder_id, kind, changed_at, changed_on, values_sealed, document_sealed,
         old_id_number_index, second, audit_seq)
       SELECT ?, ?, ?, business_date, ?, ?, ?, ?, ? FROM office`,
    );
    this.#lastCorrection = sql.values<[number], BusinessDate>(
      "SELECT changed_on FROM holder_change WHERE holder_id = ? AND kind = 'correction' ORDER BY id DESC LIMIT 1",
    );
    this.#fromNumber = sql.rows<[string], { holderId: number; name: Uint8Array; values: Uint8Array }>(
      `SELECT holder_id AS holderId, holder.name_sealed AS name, values_sealed AS "values" FROM holder_change
       JOIN holder ON holder.id = holder_id WHERE old_id_number_index = ? ORDER BY holder_change.id DESC LIMIT 1`,
    );
  }

  keep({ holderId, kind, before, after, document, second, auditSeq }: HolderChange): void {
    const { keys, at } = this.#writing;
    const oldNumber = before.idNumber;
    this.#insert.run(
      holderId,
      kind,
      at,
      keys.seal('holder-change', JSON.stringify({ before, after })),
      document === undefined ? null : keys.seal('holder-change', document),
      oldNumber === undefined ? null : keys.blindIndex('id-number', oldNumber),
      second ?? null,
      auditSeq,
    );
  }

  /** The business day of a holder's last correction; null when there was none. */
  correctedOn(holderId: number): BusinessDate | null {
    return this.#lastCorrection.get(holderId) ?? null;
  }

  /** Who had this ID number on file until it was corrected, and under which name then; null when nobody had. */
  correctedFrom(idNumberIndex: string): { readonly holderId: number; readonly name: string } | null {
    const row = this.#fromNumber.get(idNumberIndex);
    if (row === undefined) return null;
    const { keys } = this.#writing;
    const { before } = storedJson(valuesSchema, keys.open('holder-change', row.values), 'holder-change');
    return { holderId: row.holderId, name: before['name'] ?? keys.open('name', row.name) };
  }
}

/** What one audit record changed of a holder; null where it changed nothing. */
export async function holderChangeOfRecord(
  { query, keys }: Reading,
  auditSeq: number,
): Promise<(Pick<HolderChange, 'before' | 'after'> & { readonly document: string | null }) | null> {
  const row = await query
    .selectFrom('holder_change')
    .select(['values_sealed as values', 'document_sealed as document'])
    .where('audit_seq', '=', auditSeq)
    .executeTakeFirst();
  if (row === undefined) return null;
  const values = storedJson(valuesSchema, keys.open('holder-change', row.values), 'holder-change');
  return { ...values, document: row.document === null ? null : keys.open('holder-change', row.document) };
}
