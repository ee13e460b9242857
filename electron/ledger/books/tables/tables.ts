/** The tables as Kysely types. One interface a table of migrations/; column names are the database's. */
import type { ColumnType } from 'kysely';
import type { BusinessDate, Instant } from '../../../contract/kernel/dates.ts';
import type { Fen } from '../../../contract/kernel/money.ts';
import type {
  CareCategory,
  DocumentKind,
  EntryKind,
  InstitutionType,
  LivesBy,
  NetworkCheck,
  Role,
} from '../../../contract/kernel/vocabulary.ts';
import type { HolderTables } from './holder-tables.ts';
import type { LossTables } from './loss-tables.ts';

/** Set once, on insert. */
type Once<T> = ColumnType<T, T, never>;

export interface OfficeTable {
  id: Once<number>;
  office_id: Once<string>;
  code: Once<string>;
  name: Once<string>;
  time_zone: Once<string>;
  opening_date: Once<BusinessDate>;
  business_date: BusinessDate;
  demo: Once<number>;
  lives_by: Once<LivesBy>;
  made_at: Once<Instant>;
}

export interface LedgerTimeTable {
  id: Once<number>;
  at: Instant;
  kept_after_seq: Once<number>;
}

export interface AuditTable {
  seq: Once<number>;
  at: Once<Instant>;
  business_date: Once<string>;
  actor: Once<string>;
  second: Once<string | null>;
  visit_id: Once<string | null>;
  verb: Once<string>;
  subject: Once<string | null>;
  outcome: Once<string>;
  details: Once<string>;
  previous_hash: Once<string>;
  hash: Once<string>;
}

export interface AuditHeadTable {
  id: Once<number>;
  seq: number;
  hash: string;
  /** The number and the time of the last commit; counted while the books are anchored (anchoring.ts). */
  commits: ColumnType<number, number | undefined, number>;
  committed_at: ColumnType<Instant, Instant | undefined, Instant>;
}

export interface ClerkTable {
  code: Once<string>;
  name: string;
  role: Role;
  password_hash: string;
  locked_at: ColumnType<Instant | null, Instant | null | undefined, Instant | null>;
  disabled_at: ColumnType<Instant | null, Instant | null | undefined, Instant | null>;
  password_set_at: Instant;
  one_time: number;
  audit_seq: number;
}

export interface PasswordHistoryTable {
  id: ColumnType<number, number | undefined, never>;
  clerk_code: Once<string>;
  password_hash: Once<string>;
  replaced_at: Once<Instant>;
}

export interface PasswordTryTable {
  owner: Once<string>;
  counter: Once<string>;
  tries: number;
  next_at: Instant;
  locked_until: Instant | null;
}

export interface MismatchTable {
  id: ColumnType<number, number | undefined, never>;
  clerk_code: Once<string>;
  at: Instant;
}

export interface SettingTable {
  name: Once<string>;
  value: string;
  audit_seq: number;
}

export interface SessionTable {
  token_hash: Once<string>;
  clerk_code: Once<string>;
  counter: Once<string>;
  opened_at: Once<Instant>;
  last_used_at: Instant;
  locked_at: Instant | null;
  ended_at: Instant | null;
}

export interface OperationTable {
  id: Once<string>;
  verb: Once<string>;
  input_hash: Once<string>;
  reply: Once<Uint8Array>;
  /** Null for answers from before they had an owner: nobody is given them. */
  owner: Once<string | null>;
  at: Once<Instant>;
}

export interface ApprovalTable {
  id: ColumnType<number, number | undefined, never>;
  verb: Once<string>;
  subject: Once<string>;
  requested_by: Once<string>;
  requested_at: Once<Instant>;
  decided_by: Once<string>;
  decided_at: Once<Instant>;
  outcome: Once<'approved' | 'refused'>;
  reason: Once<string | null>;
}

export interface InstitutionTable {
  code: Once<string>;
  name: string;
  type: InstitutionType;
  audit_seq: number;
}

export interface TerminalTable {
  institution_code: Once<string>;
  number: Once<string>;
}

export interface AccountTable {
  id: Once<number>;
  number: Once<string>;
  holder_id: Once<number>;
  opening_date: Once<BusinessDate>;
  status: 'open' | 'closed';
  balance_fen: ColumnType<Fen, Fen | undefined, Fen>;
  last_seq: ColumnType<number, number | undefined, number>;
}

export interface CardTable {
  id: Once<number>;
  account_id: Once<number>;
  number_sealed: Once<Uint8Array>;
  number_index: Once<string>;
  payee_index: string;
  insurance_number_sealed: Uint8Array;
  status: 'active' | 'replaced';
  issued_on: Once<BusinessDate>;
  audit_seq: number;
}

export interface PostingTable {
  id: Once<number>;
  kind: Once<'allocation' | 'settlement' | 'interest' | 'correction'>;
  business_date: Once<BusinessDate>;
  reference: Once<string>;
  posted_at: Once<Instant>;
  clerk: Once<string>;
  authorised_by: Once<string | null>;
  reverses: ColumnType<number | null, number | null | undefined, never>;
}

export type ControlCode = 'fund-clearing' | 'institution-settlement' | 'interest' | 'corrections';

export interface ControlAccountTable {
  code: Once<ControlCode>;
  balance_fen: ColumnType<Fen, Fen | undefined, Fen>;
}

export interface ControlLineTable {
  posting_id: Once<number>;
  control: Once<ControlCode>;
  amount_fen: Once<Fen>;
}

export interface EntryTable {
  account_id: Once<number>;
  seq: Once<number>;
  posting_id: Once<number>;
  business_date: Once<BusinessDate>;
  kind: Once<EntryKind>;
  amount_fen: Once<Fen>;
  balance_fen: Once<Fen>;
  reference: Once<string>;
  institution_code: Once<string | null>;
  terminal: Once<string | null>;
  category: Once<CareCategory | null>;
  occurred_at: Once<string | null>;
  narrative: Once<string | null>;
}

export interface BatchTable {
  id: Once<number>;
  kind: Once<'allocation' | 'settlement'>;
  number: Once<string>;
  posting_id: Once<number>;
  file_sha256: Once<string>;
  accepted: Once<number>;
  rejected: Once<number>;
  amount_fen: Once<Fen>;
  audit_seq: Once<number>;
}

export interface RejectedLineTable {
  batch_id: Once<number>;
  ordinal: Once<number>;
  line: Once<number>;
  external_id: Once<string>;
  reason: Once<string>;
  amount_text: Once<string>;
  payee_sealed: Once<Uint8Array>;
}

export interface SettlementLineTable {
  reference: Once<string>;
  batch_id: Once<number>;
  line: Once<number>;
  kind: Once<'consumption' | 'void' | 'refund'>;
  reason: Once<string | null>;
  account_id: Once<number | null>;
  seq: Once<number | null>;
  amount_fen: Once<Fen | null>;
  original: Once<string | null>;
}

export interface VisitTable {
  id: Once<string>;
  clerk_code: Once<string>;
  session_hash: Once<string>;
  account_id: Once<number>;
  card_id: Once<number>;
  opened_at: Once<Instant>;
  last_active_at: Instant;
  ended_at: Instant | null;
  end_reason: 'finished' | 'idle' | 'signed-out' | 'replaced' | null;
  network_check: Once<NetworkCheck>;
  secondary_document_sealed: Once<Uint8Array | null>;
  agent_sealed: Once<Uint8Array | null>;
  card_shown: Once<number>;
}

export interface DocumentTable {
  number: Once<string>;
  kind: Once<DocumentKind>;
  visit_id: Once<string>;
  account_id: Once<number>;
  card_id: Once<number>;
  clerk_code: Once<string>;
  business_date: Once<BusinessDate>;
  prepared_at: Instant;
  issued_at: Instant | null;
  content_sealed: Uint8Array;
  digest: string;
}

export interface DocumentNumberTable {
  business_date: Once<BusinessDate>;
  last: number;
}

export interface PrintJobTable {
  id: Once<string>;
  document_number: Once<string>;
  copy: Once<number>;
  state: 'queued' | 'printed' | 'cancelled';
  queued_at: Once<Instant>;
  settled_at: Instant | null;
  clerk_code: Once<string>;
  printer: string | null;
  failure: string | null;
  pdf_sealed: Uint8Array | null;
  pages: Once<number | null>;
}

export interface PrintedRangeTable {
  account_id: Once<number>;
  from_seq: Once<number>;
  to_seq: Once<number>;
  document_number: Once<string>;
}

export interface Tables extends LossTables, HolderTables {
  office: OfficeTable;
  ledger_time: LedgerTimeTable;
  audit: AuditTable;
  audit_head: AuditHeadTable;
  clerk: ClerkTable;
  password_history: PasswordHistoryTable;
  password_try: PasswordTryTable;
  mismatch: MismatchTable;
  setting: SettingTable;
  session: SessionTable;
  operation: OperationTable;
  approval: ApprovalTable;
  institution: InstitutionTable;
  terminal: TerminalTable;
  account: AccountTable;
  card: CardTable;
  posting: PostingTable;
  control_account: ControlAccountTable;
  control_line: ControlLineTable;
  entry: EntryTable;
  batch: BatchTable;
  rejected_line: RejectedLineTable;
  settlement_line: SettlementLineTable;
  visit: VisitTable;
  document: DocumentTable;
  document_number: DocumentNumberTable;
  print_job: PrintJobTable;
  printed_range: PrintedRangeTable;
}
