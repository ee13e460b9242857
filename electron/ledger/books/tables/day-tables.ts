/** The tables of tills and of the ends of business days as Kysely types. */
import type { ColumnType } from 'kysely';
import type { BusinessDate, Instant } from '../../../contract/kernel/dates.ts';
import type { Fen } from '../../../contract/kernel/money.ts';

/** Set once, on insert. */
type SetOnce<T> = ColumnType<T, T, never>;

interface TillClosingTable {
  id: ColumnType<number, number | undefined, never>;
  clerk_code: SetOnce<string>;
  business_date: SetOnce<BusinessDate>;
  number: SetOnce<number>;
  expected_fen: SetOnce<Fen>;
  counted_fen: SetOnce<Fen>;
  reason: SetOnce<string | null>;
  closed_by: SetOnce<string>;
  counter: SetOnce<string>;
  closed_at: SetOnce<Instant>;
  audit_seq: SetOnce<number>;
}

interface TillCountTable {
  closing_id: SetOnce<number>;
  name: SetOnce<string>;
  outcome: SetOnce<'done' | 'refused'>;
  counted: SetOnce<number>;
}

interface TillFeeTable {
  closing_id: SetOnce<number>;
  fee_class: SetOnce<string>;
  counted: SetOnce<number>;
  amount_fen: SetOnce<Fen>;
}

interface DayEndTable {
  business_date: SetOnce<BusinessDate>;
  next_date: SetOnce<BusinessDate>;
  number: SetOnce<string>;
  content_sealed: SetOnce<Uint8Array>;
  digest: SetOnce<string>;
  closed_by: SetOnce<string>;
  second: SetOnce<string | null>;
  closed_at: SetOnce<Instant>;
  audit_seq: SetOnce<number>;
}

export interface DayTables {
  till_closing: TillClosingTable;
  till_count: TillCountTable;
  till_fee: TillFeeTable;
  day_end: DayEndTable;
}
