/** The tables of holders as Kysely types: who they are, what was changed about them, and the accounts they closed. */
import type { ColumnType } from 'kysely';
import type { BusinessDate, Instant } from '../../../contract/kernel/dates.ts';
import type { Fen } from '../../../contract/kernel/money.ts';

/** Set once, on insert. */
type Once<T> = ColumnType<T, T, never>;

interface HolderTable {
  id: Once<number>;
  id_number_sealed: Uint8Array;
  id_number_index: string;
  name_sealed: Uint8Array;
  phone_sealed: Uint8Array;
  employer_sealed: Uint8Array;
  address_sealed: Uint8Array | null;
  sex_sealed: Uint8Array | null;
  audit_seq: number;
}

interface HolderChangeTable {
  id: ColumnType<number, number | undefined, never>;
  holder_id: Once<number>;
  kind: Once<'register' | 'contact' | 'correction'>;
  changed_at: Once<Instant>;
  changed_on: Once<BusinessDate>;
  values_sealed: Once<Uint8Array>;
  document_sealed: Once<Uint8Array | null>;
  old_id_number_index: Once<string | null>;
  second: Once<string | null>;
  audit_seq: Once<number>;
}

interface AccountClosingTable {
  account_id: Once<number>;
  closed_at: Once<Instant>;
  closed_on: Once<BusinessDate>;
  reference: Once<string | null>;
  paid_out_fen: Once<Fen>;
  last_seq: Once<number>;
  posting_id: Once<number | null>;
  clerk: Once<string>;
  second: Once<string>;
  audit_seq: Once<number>;
}

export interface HolderTables {
  holder: HolderTable;
  holder_change: HolderChangeTable;
  account_closing: AccountClosingTable;
}
