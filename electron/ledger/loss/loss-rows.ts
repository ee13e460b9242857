/** Loss reports and their timelines. */
import { z } from 'zod';
import type { BusinessDate } from '../../contract/kernel/dates.ts';
import type { Fen } from '../../contract/kernel/money.ts';
import type {
  CardLossState,
  LossChannel,
  LossEventName,
  LossKind,
  LossObject,
  PinLossState,
  ReissueFeeClass,
} from '../../contract/kernel/vocabulary.ts';
import { hasLapsed } from './clocks/loss-clock-rules.ts';
import { stopsDebits } from './loss-state-rules.ts';
import type { Reading, Writing } from '../books/books.ts';
import { officeNow, officeToday } from '../office/office-rows.ts';
import { storedJson } from '../books/stored-json.ts';

const contactSchema = z.object({ phone: z.string(), address: z.string() });
/** As stated for this report. */
export type LossContact = z.infer<typeof contactSchema>;

export interface LossReport {
  readonly number: string;
  readonly accountId: number;
  readonly cardId: number;
  readonly object: LossObject;
  readonly kind: LossKind;
  readonly channel: LossChannel;
  readonly reportedOn: BusinessDate;
  /** Wall clock, `YYYY-MM-DD HH:MM:SS`. */
  readonly reportedAt: string;
  /** Since when the holder misses it, as stated on the form; used in no calculation. */
  readonly missedSince: string | null;
  readonly cardState: CardLossState | null;
  readonly passwordState: PinLossState | null;
  readonly lapsesOn: BusinessDate | null;
  readonly reissueFrom: BusinessDate | null;
  readonly renewFrom: BusinessDate | null;
  readonly renewalAuthorisedOn: BusinessDate | null;
  readonly renewalAuthorisedBy: string | null;
  readonly newCardId: number | null;
  readonly feeClass: ReissueFeeClass | null;
  readonly feeFen: Fen | null;
  readonly secondReference: string | null;
  readonly contact: LossContact;
  /** The report whose card part this one superseded. */
  readonly supersedes: string | null;
  /** How the PIN stood that it made void; null for a card alone, and in reports from before this was kept. */
  readonly pinBefore: 'set' | 'locked' | null;
}

export interface LossStep {
  /** Wall clock, `YYYY-MM-DD HH:MM:SS`. */
  readonly at: string;
  readonly event: LossEventName;
  readonly clerk: string;
  readonly second: string | null;
  readonly note: string | null;
}

function select({ query }: Reading) {
  return query
    .selectFrom('loss_report')
    .select([
      'number',
      'account_id as accountId',
      'card_id as cardId',
      'object',
      'kind',
      'channel',
      'reported_on as reportedOn',
      'reported_at as reportedAt',
      'missed_since as missedSince',
      'card_state as cardState',
      'password_state as passwordState',
      'lapses_on as lapsesOn',
      'reissue_from as reissueFrom',
      'renew_from as renewFrom',
      'renewal_authorised_on as renewalAuthorisedOn',
      'renewal_authorised_by as renewalAuthorisedBy',
      'new_card_id as newCardId',
      'fee_class as feeClass',
      'fee_fen as feeFen',
      'second_reference as secondReference',
      'contact_sealed as contactSealed',
      'supersedes',
      'pin_before as pinBefore',
    ]);
}

type SealedRow = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>;

function open({ keys }: Reading, { contactSealed, ...plain }: SealedRow): LossReport {
  return { ...plain, contact: storedJson(contactSchema, keys.open('contact', contactSealed), 'contact') };
}

/**
 * Reports with every lapse that is due: an oral one has lapsed at its end, also before that is written (docs/rules.md 3).
 */
async function withLapses(reading: Reading, rows: readonly SealedRow[]): Promise<LossReport[]> {
  if (rows.length === 0) return [];
  const now = await officeNow(reading);
  return rows.map((row) => {
    const report = open(reading, row);
    return hasLapsed(report, now) ? { ...report, cardState: 'lapsed' } : report;
  });
}

async function first(reading: Reading, row: SealedRow | undefined): Promise<LossReport | null> {
  const [report = null] = row === undefined ? [] : await withLapses(reading, [row]);
  return report;
}

export async function findLossReport(reading: Reading, number: string): Promise<LossReport | null> {
  return first(reading, await select(reading).where('number', '=', number).executeTakeFirst());
}

/** The open report of an account's card: at most one, by an index of the database. */
export async function findOpenCardLoss(reading: Reading, accountId: number): Promise<LossReport | null> {
  const row = await select(reading)
    .where('account_id', '=', accountId)
    .where('card_state', 'in', ['oral', 'formal'])
    .executeTakeFirst();
  const report = await first(reading, row);
  return report !== null && stopsDebits(report.cardState) ? report : null;
}

export async function findOpenPinLoss(reading: Reading, accountId: number): Promise<LossReport | null> {
  const row = await select(reading)
    .where('account_id', '=', accountId)
    .where('password_state', '=', 'void')
    .executeTakeFirst();
  return first(reading, row);
}

/** More than a holder ever has; it bounds the list. */
const REPORTS_LISTED = 100;

/** The last reports of an account, newest first. */
export async function lossReportsOf(reading: Reading, accountId: number): Promise<LossReport[]> {
  const rows = await select(reading)
    .where('account_id', '=', accountId)
    .orderBy('reported_at', 'desc')
    .orderBy('number', 'desc')
    .limit(REPORTS_LISTED)
    .execute();
  return withLapses(reading, rows);
}

/** Oral reports whose last day is over and whose lapse is not written yet; still open in the rows. */
export async function overdueOralReports(reading: Reading): Promise<LossReport[]> {
  const today = await officeToday(reading);
  const rows = await select(reading)
    .where('card_state', '=', 'oral')
    .where('lapses_on', '<', today)
    .orderBy('number')
    .execute();
  return rows.map((row) => open(reading, row));
}

/** The next sequence number of the day. */
export async function takeLossSequence({ query }: Writing, date: BusinessDate): Promise<number> {
  const row = await query
    .insertInto('loss_number')
    .values({ business_date: date, last: 1 })
    .onConflict((conflict) =>
      conflict.column('business_date').doUpdateSet((set) => ({ last: set('loss_number.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return row.last;
}

export type NewLossReport = Omit<LossReport, 'newCardId' | 'feeClass' | 'feeFen' | 'secondReference'>;

export async function insertLossReport(
  { query, keys }: Writing,
  report: NewLossReport,
  auditSeq: number,
): Promise<void> {
  await query
    .insertInto('loss_report')
    .values({
      number: report.number,
      account_id: report.accountId,
      card_id: report.cardId,
      object: report.object,
      kind: report.kind,
      channel: report.channel,
      reported_on: report.reportedOn,
      reported_at: report.reportedAt,
      missed_since: report.missedSince,
      card_state: report.cardState,
      password_state: report.passwordState,
      lapses_on: report.lapsesOn,
      reissue_from: report.reissueFrom,
      renew_from: report.renewFrom,
      renewal_authorised_on: report.renewalAuthorisedOn,
      renewal_authorised_by: report.renewalAuthorisedBy,
      contact_sealed: keys.seal('contact', JSON.stringify(report.contact)),
      audit_seq: auditSeq,
      supersedes: report.supersedes,
      pin_before: report.pinBefore,
    })
    .execute();
}

export interface LossChange {
  readonly kind?: LossKind;
  readonly cardState?: CardLossState;
  readonly passwordState?: PinLossState;
  readonly missedSince?: string | null;
  readonly reissueFrom?: BusinessDate;
  readonly renewalAuthorisedOn?: BusinessDate;
  readonly renewalAuthorisedBy?: string;
  readonly newCardId?: number;
  readonly feeClass?: ReissueFeeClass;
  readonly feeFen?: Fen;
  readonly secondReference?: string;
  readonly contact?: LossContact;
}

/** Changes a report's state; every change names its audit record. */
export async function changeLossReport(
  { query, keys }: Writing,
  number: string,
  change: LossChange,
  auditSeq: number,
): Promise<void> {
  const { contact } = change;
  const sealed = contact === undefined ? undefined : keys.seal('contact', JSON.stringify(contact));
  const columns = {
    kind: change.kind,
    card_state: change.cardState,
    password_state: change.passwordState,
    missed_since: change.missedSince,
    reissue_from: change.reissueFrom,
    renewal_authorised_on: change.renewalAuthorisedOn,
    renewal_authorised_by: change.renewalAuthorisedBy,
    new_card_id: change.newCardId,
    fee_class: change.feeClass,
    fee_fen: change.feeFen,
    second_reference: change.secondReference,
    contact_sealed: sealed,
  };
  // Kysely leaves out what is undefined.
  await query
    .updateTable('loss_report')
    .set({ ...columns, audit_seq: auditSeq })
    .where('number', '=', number)
    .execute();
}

export async function appendLossStep({ query }: Writing, number: string, step: LossStep): Promise<void> {
  const last = await query
    .selectFrom('loss_event')
    .select((of) => of.fn.max<number | null>('seq').as('seq'))
    .where('number', '=', number)
    .executeTakeFirst();
  await query
    .insertInto('loss_event')
    .values({ number, seq: (last?.seq ?? 0) + 1, ...step })
    .execute();
}

export async function readTimeline({ query }: Reading, number: string): Promise<LossStep[]> {
  return query
    .selectFrom('loss_event')
    .select(['at', 'event', 'clerk', 'second', 'note'])
    .where('number', '=', number)
    .orderBy('seq')
    .execute();
}
