/** The lines behind a figure of the overview. */
import type { BusinessDate, Instant } from '../../contract/kernel/dates.ts';
import type { Fen } from '../../contract/kernel/money.ts';
import type { CardLossState, EntryKind, LossKind, LossObject, PinLossState } from '../../contract/kernel/vocabulary.ts';
import type { LossDoor, OverviewLine } from '../../contract/overview/overview-verbs.ts';
import { PAGE_ROWS, positionOfPage } from '../../contract/kernel/paging.ts';
import { ACT_NAME } from '../books/audit/act-name.ts';
import type { Reading } from '../books/books.ts';
import { lossStatus } from '../loss/loss-state-rules.ts';
import type { Period } from './overview-rules.ts';
import { COUNTED_WORK, LOSS_DOOR, walkAccounts, type Stretch } from './overview-rows.ts';
import { QUARTER_MS } from './overview-rules.ts';

export interface PostedEntries {
  readonly postingId: number;
  readonly institution: string | null;
  readonly entries: number;
  readonly amountFen: Fen;
}

/** What each posting of the period came to in entries of a kind, by institution; of accounts that were walked apart several. */
export async function sumPostings(reading: Reading, period: Period, kind: EntryKind): Promise<PostedEntries[]> {
  const sums = reading.sql.rows<[Stretch & { kind: EntryKind }], PostedEntries>(
    `SELECT posting_id AS postingId, institution_code AS institution, count(*) AS entries, sum(amount_fen) AS amountFen
     FROM entry
     WHERE account_id > $after AND account_id <= $upTo AND business_date BETWEEN $from AND $until AND kind = $kind
     GROUP BY 1, 2`,
  );
  return walkAccounts(reading, period, (stretch) => sums.all({ ...stretch, kind }));
}

export interface PostingNamed {
  readonly id: number;
  readonly date: BusinessDate;
  readonly reference: string;
}

export function postingsOf({ sql }: Reading, period: Period): Map<number, PostingNamed> {
  const rows = sql
    .rows<[Period], PostingNamed>(
      'SELECT id, business_date AS date, reference FROM posting WHERE business_date BETWEEN $from AND $until',
    )
    .all(period);
  return new Map(rows.map((row) => [row.id, row]));
}

interface ReportRow {
  readonly number: string;
  readonly at: string;
  readonly object: LossObject;
  readonly kind: LossKind;
  readonly cardState: CardLossState | null;
  readonly passwordState: PinLossState | null;
}

export function reportsOf({ sql }: Reading, period: Period, channel: LossDoor): OverviewLine[] {
  return sql
    .rows<[Period & { channel: LossDoor }], ReportRow>(
      `SELECT report.number, report.reported_at AS at, report.object, report.kind, report.card_state AS cardState,
         report.password_state AS passwordState
       FROM loss_report AS report
       WHERE report.reported_on BETWEEN $from AND $until AND ${LOSS_DOOR} = $channel
       ORDER BY report.reported_at, report.number`,
    )
    .all({ ...period, channel })
    .map(({ cardState, passwordState, ...row }) => ({
      ...{ line: 'loss' as const, status: lossStatus(cardState, passwordState) },
      ...row,
    }));
}

interface RecordRow {
  readonly seq: number;
  readonly at: Instant;
  readonly clerk: string | null;
  readonly act: string;
}

type RecordValues = Period & Readonly<Record<string, string | number>>;

/** A page of the records that a condition holds for, the newest first. */
function recordPage(
  { sql }: Reading,
  {
    where,
    join,
    values,
  }: { readonly where: string; readonly join: 'JOIN' | 'LEFT JOIN'; readonly values: RecordValues },
  asked: number | undefined,
) {
  const from = `FROM audit ${join} clerk ON clerk.code = audit.actor
    WHERE audit.business_date BETWEEN $from AND $until AND ${where}`;
  const total = sql.values<[RecordValues], number>(`SELECT count(*) ${from}`).get(values) ?? 0;
  const { offset, ...position } = positionOfPage(total, asked);
  const rows = sql
    .rows<[RecordValues], RecordRow>(
      `SELECT audit.seq, audit.at, clerk.code AS clerk, ${ACT_NAME} AS act ${from}
       ORDER BY +audit.seq DESC LIMIT ${PAGE_ROWS} OFFSET $offset`,
    )
    .all({ ...values, offset });
  return { items: rows.map((row) => ({ line: 'record' as const, ...row })), ...position };
}

export function refusalPage(reading: Reading, period: Period, code: string, asked: number | undefined) {
  const values = { ...period, code };
  return recordPage(
    reading,
    { where: `audit.outcome = $code AND audit.outcome <> 'done'`, join: 'LEFT JOIN', values },
    asked,
  );
}

/** Of the quarters of an hour that an hour of the office's wall clock has in the period. */
export function workPage(
  reading: Reading,
  period: Period,
  { what, quarters }: { readonly what: 'visits' | 'acts'; readonly quarters: readonly number[] },
  asked: number | undefined,
) {
  const where = `${COUNTED_WORK[what]} AND audit.at / ${QUARTER_MS} IN (SELECT value FROM json_each($quarters))`;
  return recordPage(reading, { where, join: 'JOIN', values: { ...period, quarters: JSON.stringify(quarters) } }, asked);
}
