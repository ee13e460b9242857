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
type SetOnce<T> = ColumnType<T, T, never>;
/** Null on insert, set by a later step. */
type Later<T> = ColumnType<T | null, null | undefined, T | null>;

export interface LossReportTable {
  number: SetOnce<string>;
  account_id: SetOnce<number>;
  card_id: SetOnce<number>;
  object: SetOnce<LossObject>;
  kind: LossKind;
  channel: SetOnce<LossChannel>;
  reported_on: SetOnce<BusinessDate>;
  reported_at: SetOnce<string>;
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
  /** The report whose card part this one superseded. */
  supersedes: SetOnce<string | null>;
  /** How the PIN stood that it made void. */
  pin_before: SetOnce<'set' | 'locked' | null>;
}

export interface LossEventTable {
  number: SetOnce<string>;
  seq: SetOnce<number>;
  at: SetOnce<string>;
  event: SetOnce<LossEventName>;
  clerk: SetOnce<string>;
  second: SetOnce<string | null>;
  note: SetOnce<string | null>;
}

export interface DebitHoldTable {
  number: SetOnce<string>;
  card_id: SetOnce<number>;
  held_from: string;
  held_until: string | null;
}

export interface LossNumberTable {
  business_date: SetOnce<BusinessDate>;
  last: number;
}

export interface PinTable {
  account_id: SetOnce<number>;
  state: Exclude<PinState, 'none'>;
  salt: Uint8Array;
  hash: Uint8Array;
  wrong_tries: number;
  audit_seq: number;
}

export interface TelephonePasswordTable {
  account_id: SetOnce<number>;
  salt: Uint8Array;
  hash: Uint8Array;
  wrong_tries: number;
  audit_seq: number;
}

export interface PinKeyTable {
  id: SetOnce<number>;
  fingerprint: string;
}

export interface ApprovalRequestTable {
  id: SetOnce<string>;
  verb: ColumnType<ApprovalVerb | 'pin.begin', ApprovalVerb, never>;
  account_id: SetOnce<number | null>;
  card_id: SetOnce<number | null>;
  loss_number: SetOnce<string | null>;
  essence: SetOnce<string>;
  content_sealed: SetOnce<Uint8Array>;
  asked_by: SetOnce<string>;
  asked_at: SetOnce<Instant>;
  expires_at: Instant;
  decided_by: Later<string>;
  decided_at: Later<Instant>;
  outcome: Later<'approved' | 'refused'>;
  reason: Later<string>;
  used_at: Later<Instant>;
}

export interface DecisionSeenTable {
  request_id: SetOnce<string>;
  seen_at: SetOnce<Instant>;
}

export interface LossTables {
  loss_report: LossReportTable;
  decision_seen: DecisionSeenTable;
  loss_event: LossEventTable;
  debit_hold: DebitHoldTable;
  loss_number: LossNumberTable;
  pin: PinTable;
  telephone_password: TelephonePasswordTable;
  pin_key: PinKeyTable;
  approval_request: ApprovalRequestTable;
}
