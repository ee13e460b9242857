/** The tables of holders as Kysely types: who they are, what was changed about them, the accounts they closed, and corrections. */
import type { ColumnType } from 'kysely';
import type { BusinessDate, Instant } from '../../../contract/kernel/dates.ts';
import type { Fen } from '../../../contract/kernel/money.ts';

/** Set once, on insert. */
type SetOnce<T> = ColumnType<T, T, never>;

interface HolderTable {
  id: SetOnce<number>;
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
  holder_id: SetOnce<number>;
  kind: SetOnce<'register' | 'contact' | 'correction'>;
  changed_at: SetOnce<Instant>;
  changed_on: SetOnce<BusinessDate>;
  values_sealed: SetOnce<Uint8Array>;
  document_sealed: SetOnce<Uint8Array | null>;
  old_id_number_index: SetOnce<string | null>;
  second: SetOnce<string | null>;
  audit_seq: SetOnce<number>;
}

interface AccountClosingTable {
  account_id: SetOnce<number>;
  closed_at: SetOnce<Instant>;
  closed_on: SetOnce<BusinessDate>;
  reference: SetOnce<string | null>;
  paid_out_fen: SetOnce<Fen>;
  last_seq: SetOnce<number>;
  posting_id: SetOnce<number | null>;
  clerk: SetOnce<string>;
  second: SetOnce<string>;
  audit_seq: SetOnce<number>;
}

interface CorrectionTable {
  account_id: SetOnce<number>;
  seq: SetOnce<number>;
  original_seq: SetOnce<number>;
  posting_id: SetOnce<number>;
  reason: SetOnce<string>;
  clerk: SetOnce<string>;
  second: SetOnce<string>;
  audit_seq: SetOnce<number>;
}

export interface HolderTables {
  correction: CorrectionTable;
  holder: HolderTable;
  holder_change: HolderChangeTable;
  account_closing: AccountClosingTable;
}
