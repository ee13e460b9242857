/** The tables of the department's files, posted and being posted, as Kysely types. */
import type { ColumnType } from 'kysely';
import type { Fen } from '../../../contract/kernel/money.ts';

/** Set once, on insert. */
type SetOnce<T> = ColumnType<T, T, never>;

interface BatchTable {
  id: SetOnce<number>;
  kind: SetOnce<'allocation' | 'settlement'>;
  number: SetOnce<string>;
  posting_id: SetOnce<number>;
  file_sha256: SetOnce<string>;
  /** While it is being posted: so far. */
  accepted: number;
  rejected: number;
  amount_fen: Fen;
  audit_seq: SetOnce<number>;
  state: 'posting' | 'posted';
  ended_seq: ColumnType<number | null, number | null | undefined, number | null>;
}

interface BatchFileTable {
  batch_id: SetOnce<number>;
  piece: SetOnce<number>;
  content_sealed: SetOnce<Uint8Array>;
}

interface CheckedRefusalsTable {
  batch_id: SetOnce<number>;
  piece: SetOnce<number>;
  lines_sealed: SetOnce<Uint8Array>;
}

interface FilePostingTable {
  batch_id: SetOnce<number>;
  lines: SetOnce<number>;
  phase: 'refusals' | 'lines';
  steps: number;
  account_done: number;
  ordinal_done: number;
  ceiling_fen: SetOnce<Fen | null>;
  figures: SetOnce<string>;
  operation_id: SetOnce<string | null>;
  operation_verb: SetOnce<string | null>;
  operation_hash: SetOnce<string | null>;
  operation_owner: SetOnce<string | null>;
}

interface RejectedLineTable {
  batch_id: SetOnce<number>;
  ordinal: SetOnce<number>;
  line: SetOnce<number>;
  external_id: SetOnce<string>;
  reason: SetOnce<string>;
  amount_text: SetOnce<string>;
  payee_sealed: SetOnce<Uint8Array>;
}

interface SettlementLineTable {
  reference: SetOnce<string>;
  batch_id: SetOnce<number>;
  line: SetOnce<number>;
  kind: SetOnce<'consumption' | 'void' | 'refund'>;
  reason: SetOnce<string | null>;
  account_id: SetOnce<number | null>;
  seq: SetOnce<number | null>;
  amount_fen: SetOnce<Fen | null>;
  original: SetOnce<string | null>;
}

export interface BatchTables {
  batch: BatchTable;
  batch_file: BatchFileTable;
  checked_refusals: CheckedRefusalsTable;
  file_posting: FilePostingTable;
  rejected_line: RejectedLineTable;
  settlement_line: SettlementLineTable;
}
