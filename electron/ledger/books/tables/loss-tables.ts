/** The tables of losses, PINs and requests as Kysely types. */
import type { ColumnType } from 'kysely';
import type { BusinessDate, Instant } from '../../../contract/kernel/dates.ts';
import type { Fen } from '../../../contract/kernel/money.ts';
import type {
  ApprovalVerb,
  CardLossState,
  LossChannel,
  LossEventName,
  LossKind,
  LossObject,
  PinLossState,
  PinState,
  ReissueFeeClass,
} from '../../../contract/kernel/vocabulary.ts';

/** Set once, on insert. */
type Once<T> = ColumnType<T, T, never>;
/** Null on insert, set by a later step. */
type Later<T> = ColumnType<T | null, null | undefined, T | null>;

export interface LossReportTable {
  number: Once<string>;
  account_id: Once<number>;
  card_id: Once<number>;
  object: Once<LossObject>;
  kind: LossKind;
  channel: Once<LossChannel>;
  reported_on: Once<BusinessDate>;
  reported_at: Once<string>;
  missed_since: string | null;
  card_state: CardLossState | null;
  password_state: PinLossState | null;
  lapses_on: BusinessDate | null;
  reissue_from: BusinessDate | null;
  renew_from: BusinessDate | null;
  renewal_authorised_on: BusinessDate | null;
  renewal_authorised_by: string | null;
  new_card_id: Later<number>;
  fee_class: Later<ReissueFeeClass>;
  fee_fen: Later<Fen>;
  second_reference: Later<string>;
  contact_sealed: Uint8Array;
  audit_seq: number;
}

export interface LossEventTable {
  number: Once<string>;
  seq: Once<number>;
  at: Once<string>;
  event: Once<LossEventName>;
  clerk: Once<string>;
  second: Once<string | null>;
  note: Once<string | null>;
}

export interface DebitHoldTable {
  number: Once<string>;
  card_id: Once<number>;
  held_from: string;
  held_until: string | null;
}

export interface LossNumberTable {
  business_date: Once<BusinessDate>;
  last: number;
}

export interface PinTable {
  account_id: Once<number>;
  state: Exclude<PinState, 'none'>;
  salt: Uint8Array;
  hash: Uint8Array;
  wrong_tries: number;
  audit_seq: number;
}

export interface TelephonePasswordTable {
  account_id: Once<number>;
  salt: Uint8Array;
  hash: Uint8Array;
  wrong_tries: number;
  audit_seq: number;
}

export interface PinKeyTable {
  id: Once<number>;
  fingerprint: string;
}

export interface ApprovalRequestTable {
  id: Once<string>;
  verb: ColumnType<ApprovalVerb | 'pin.begin', ApprovalVerb, never>;
  account_id: Once<number | null>;
  card_id: Once<number | null>;
  loss_number: Once<string | null>;
  essence: Once<string>;
  content_sealed: Once<Uint8Array>;
  asked_by: Once<string>;
  asked_at: Once<Instant>;
  expires_at: Instant;
  decided_by: Later<string>;
  decided_at: Later<Instant>;
  outcome: Later<'approved' | 'refused'>;
  reason: Later<string>;
  used_at: Later<Instant>;
}

export interface LossTables {
  loss_report: LossReportTable;
  loss_event: LossEventTable;
  debit_hold: DebitHoldTable;
  loss_number: LossNumberTable;
  pin: PinTable;
  telephone_password: TelephonePasswordTable;
  pin_key: PinKeyTable;
  approval_request: ApprovalRequestTable;
}
