/** The tables as Kysely types. One interface a table of migrations/; column names are the database's. */
import type { ColumnType } from 'kysely';
import type { BusinessDate, Instant } from '../../../contract/kernel/dates.ts';
import type { Fen } from '../../../contract/kernel/money.ts';
import type {
  CareCategory,
  DocumentFormat,
  DocumentKind,
  EntryKind,
  InstitutionType,
  LivesBy,
  NetworkCheck,
  Role,
} from '../../../contract/kernel/vocabulary.ts';
import type { BatchTables } from './batch-tables.ts';
import type { DayTables } from './day-tables.ts';
import type { HolderTables } from './holder-tables.ts';
import type { LossTables } from './loss-tables.ts';

/** Set once, on insert. */
type SetOnce<T> = ColumnType<T, T, never>;

export interface OfficeTable {
  id: SetOnce<number>;
  office_id: SetOnce<string>;
  code: SetOnce<string>;
  name: SetOnce<string>;
  time_zone: SetOnce<string>;
  opening_date: SetOnce<BusinessDate>;
  business_date: BusinessDate;
  demo: SetOnce<number>;
  lives_by: SetOnce<LivesBy>;
  made_at: SetOnce<Instant>;
}

export interface LedgerTimeTable {
  id: SetOnce<number>;
  at: Instant;
  kept_after_seq: SetOnce<number>;
}

export interface AuditTable {
  seq: SetOnce<number>;
  at: SetOnce<Instant>;
  business_date: SetOnce<string>;
  actor: SetOnce<string>;
  second: SetOnce<string | null>;
  visit_id: SetOnce<string | null>;
  verb: SetOnce<string>;
  subject: SetOnce<string | null>;
  outcome: SetOnce<string>;
  details: SetOnce<string>;
  previous_hash: SetOnce<string>;
  hash: SetOnce<string>;
}

export interface AuditHeadTable {
  id: SetOnce<number>;
  seq: number;
  hash: string;
  /** The number and the time of the last commit; counted while the books are anchored (anchoring.ts). */
  commits: ColumnType<number, number | undefined, number>;
  committed_at: ColumnType<Instant, Instant | undefined, Instant>;
}

export interface ClerkTable {
  code: SetOnce<string>;
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
  clerk_code: SetOnce<string>;
  password_hash: SetOnce<string>;
  replaced_at: SetOnce<Instant>;
}

export interface PasswordTryTable {
  owner: SetOnce<string>;
  counter: SetOnce<string>;
  tries: number;
  next_at: Instant;
  locked_until: Instant | null;
}

export interface MismatchTable {
  id: ColumnType<number, number | undefined, never>;
  clerk_code: SetOnce<string>;
  at: Instant;
}

export interface SettingTable {
  name: SetOnce<string>;
  value: string;
  audit_seq: number;
}

export interface SessionTable {
  token_hash: SetOnce<string>;
  clerk_code: SetOnce<string>;
  counter: SetOnce<string>;
  opened_at: SetOnce<Instant>;
  last_used_at: Instant;
  locked_at: Instant | null;
  ended_at: Instant | null;
}

export interface OperationTable {
  id: SetOnce<string>;
  verb: SetOnce<string>;
  input_hash: SetOnce<string>;
  reply: SetOnce<Uint8Array>;
  /** Null for answers from before they had an owner: nobody is given them. */
  owner: SetOnce<string | null>;
  at: SetOnce<Instant>;
}

export interface ApprovalTable {
  id: ColumnType<number, number | undefined, never>;
  verb: SetOnce<string>;
  subject: SetOnce<string>;
  requested_by: SetOnce<string>;
  requested_at: SetOnce<Instant>;
  decided_by: SetOnce<string>;
  decided_at: SetOnce<Instant>;
  outcome: SetOnce<'approved' | 'refused'>;
  reason: SetOnce<string | null>;
}

export interface InstitutionTable {
  code: SetOnce<string>;
  name: string;
  type: InstitutionType;
  audit_seq: number;
}

export interface TerminalTable {
  institution_code: SetOnce<string>;
  number: SetOnce<string>;
}

export interface DesignationStopTable {
  institution_code: SetOnce<string>;
  terminal: SetOnce<string>;
  stopped_from: SetOnce<string>;
  stopped_until: string | null;
  audit_seq: number;
}

export interface AccountTable {
  id: SetOnce<number>;
  number: SetOnce<string>;
  holder_id: SetOnce<number>;
  opening_date: SetOnce<BusinessDate>;
  status: 'open' | 'closed';
  balance_fen: ColumnType<Fen, Fen | undefined, Fen>;
  last_seq: ColumnType<number, number | undefined, number>;
}

export interface CardTable {
  id: SetOnce<number>;
  account_id: SetOnce<number>;
  number_sealed: SetOnce<Uint8Array>;
  number_index: SetOnce<string>;
  payee_index: string;
  insurance_number_sealed: Uint8Array;
  status: 'active' | 'replaced';
  issued_on: SetOnce<BusinessDate>;
  audit_seq: number;
}

export interface PostingTable {
  id: SetOnce<number>;
  kind: SetOnce<'allocation' | 'settlement' | 'interest' | 'correction'>;
  business_date: SetOnce<BusinessDate>;
  reference: SetOnce<string>;
  posted_at: SetOnce<Instant>;
  clerk: SetOnce<string>;
  authorised_by: SetOnce<string | null>;
  reverses: ColumnType<number | null, number | null | undefined, never>;
}

export type ControlCode = 'fund-clearing' | 'institution-settlement' | 'interest' | 'corrections';

export interface ControlAccountTable {
  code: SetOnce<ControlCode>;
  balance_fen: ColumnType<Fen, Fen | undefined, Fen>;
}

export interface ControlLineTable {
  posting_id: SetOnce<number>;
  control: SetOnce<ControlCode>;
  step: SetOnce<number>;
  amount_fen: SetOnce<Fen>;
}

export interface EntryTable {
  account_id: SetOnce<number>;
  seq: SetOnce<number>;
  posting_id: SetOnce<number>;
  business_date: SetOnce<BusinessDate>;
  kind: SetOnce<EntryKind>;
  amount_fen: SetOnce<Fen>;
  balance_fen: SetOnce<Fen>;
  reference: SetOnce<string>;
  institution_code: SetOnce<string | null>;
  terminal: SetOnce<string | null>;
  category: SetOnce<CareCategory | null>;
  occurred_at: SetOnce<string | null>;
  narrative: SetOnce<string | null>;
}

export interface VisitTable {
  id: SetOnce<string>;
  clerk_code: SetOnce<string>;
  session_hash: SetOnce<string>;
  account_id: SetOnce<number>;
  card_id: SetOnce<number>;
  opened_at: SetOnce<Instant>;
  last_active_at: Instant;
  ended_at: Instant | null;
  end_reason: 'finished' | 'idle' | 'signed-out' | 'replaced' | null;
  network_check: SetOnce<NetworkCheck>;
  secondary_document_sealed: SetOnce<Uint8Array | null>;
  agent_sealed: SetOnce<Uint8Array | null>;
  card_shown: SetOnce<number>;
}

export interface DocumentTable {
  number: SetOnce<string>;
  kind: SetOnce<DocumentKind>;
  visit_id: SetOnce<string>;
  account_id: SetOnce<number>;
  card_id: SetOnce<number>;
  clerk_code: SetOnce<string>;
  business_date: SetOnce<BusinessDate>;
  prepared_at: Instant;
  issued_at: Instant | null;
  content_sealed: Uint8Array;
  digest: string;
  about: SetOnce<string | null>;
  journal: number | null;
}

export interface DocumentFileTable {
  id: ColumnType<number, number | undefined, never>;
  document_number: SetOnce<string>;
  format: SetOnce<DocumentFormat>;
  saved_at: SetOnce<Instant>;
  clerk_code: SetOnce<string>;
}

export interface DocumentNumberTable {
  business_date: SetOnce<BusinessDate>;
  last: number;
}

export interface PrintJobTable {
  id: SetOnce<string>;
  document_number: SetOnce<string>;
  copy: SetOnce<number>;
  state: 'queued' | 'printed' | 'cancelled';
  queued_at: SetOnce<Instant>;
  settled_at: Instant | null;
  clerk_code: SetOnce<string>;
  printer: string | null;
  failure: string | null;
  pdf_sealed: Uint8Array | null;
  pages: SetOnce<number | null>;
  counter: SetOnce<string>;
}

export interface PrintedRangeTable {
  account_id: SetOnce<number>;
  from_seq: SetOnce<number>;
  to_seq: SetOnce<number>;
  document_number: SetOnce<string>;
}

export interface Tables extends LossTables, HolderTables, BatchTables, DayTables {
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
  designation_stop: DesignationStopTable;
  account: AccountTable;
  card: CardTable;
  posting: PostingTable;
  control_account: ControlAccountTable;
  control_line: ControlLineTable;
  entry: EntryTable;
  visit: VisitTable;
  document: DocumentTable;
  document_number: DocumentNumberTable;
  document_file: DocumentFileTable;
  print_job: PrintJobTable;
  printed_range: PrintedRangeTable;
}
