/** The sums of a period, grouped by the database, so that what is read into memory does not grow with the entries. */
import { setImmediate as letOthersRun } from 'node:timers/promises';
import { ATTEMPTS, JOURNAL_ACTS } from '../../contract/journal/journal-acts.ts';
import { ACT_NAME } from '../books/audit/act-name.ts';
import type { Reading } from '../books/books.ts';
import { lossStatus } from '../loss/loss-state-rules.ts';
import type { CardLossState, PinLossState } from '../../contract/kernel/vocabulary.ts';
import type { LossDoor } from '../../contract/overview/overview-verbs.ts';
import { QUARTER_MS, type CountedReports, type Period, type Quarter, type SummedEntries } from './overview-rules.ts';

/** So many are grouped in some ten milliseconds; in between the ledger answers others. */
const ACCOUNTS_AT_A_TIME = 10_000;

export interface Stretch extends Period {
  readonly after: number;
  readonly upTo: number;
}

/** Entries have no index by day, which posting a million of them would pay for: they are walked by account, in pieces. */
export async function walkAccounts<Row>(
  { sql }: Reading,
  period: Period,
  read: (stretch: Stretch) => readonly Row[],
): Promise<Row[]> {
  const last = sql.values<[], number | null>('SELECT max(id) FROM account').get() ?? 0;
  const rows: Row[] = [];
  for (let after = 0; after < last; after += ACCOUNTS_AT_A_TIME) {
    for (const row of read({ ...period, after, upTo: after + ACCOUNTS_AT_A_TIME })) rows.push(row);
    await letOthersRun();
  }
  return rows;
}

const SUMS = `
  SELECT substr(business_date, 1, 7) AS month, kind, institution_code AS institution,
    count(*) AS entries, sum(amount_fen) AS amountFen
  FROM entry
  WHERE account_id > $after AND account_id <= $upTo AND business_date BETWEEN $from AND $until
  GROUP BY 1, 2, 3`;

export async function sumEntries(reading: Reading, period: Period): Promise<SummedEntries[]> {
  const sums = reading.sql.rows<[Stretch], SummedEntries>(SUMS);
  return walkAccounts(reading, period, (stretch) => sums.all(stretch));
}

export function institutionNames({ sql }: Reading): Map<string, string> {
  const rows = sql.rows<[], { code: string; name: string }>('SELECT code, name FROM institution').all();
  return new Map(rows.map(({ code, name }) => [code, name]));
}

/** Where a report came in: who reported it by telephone is no clerk where the menu took it. */
export const LOSS_DOOR = `CASE WHEN report.channel = 'telephone' AND NOT EXISTS (
    SELECT 1 FROM loss_event AS event JOIN clerk ON clerk.code = event.clerk
    WHERE event.number = report.number AND event.event = 'reported')
  THEN 'ivr' ELSE report.channel END`;

interface ReportedRow {
  readonly month: string;
  readonly channel: LossDoor;
  readonly cardState: CardLossState | null;
  readonly passwordState: PinLossState | null;
  readonly reports: number;
}

export function countReports({ sql }: Reading, period: Period): CountedReports[] {
  return sql
    .rows<[Period], ReportedRow>(
      `SELECT substr(report.reported_on, 1, 7) AS month, ${LOSS_DOOR} AS channel, report.card_state AS cardState,
         report.password_state AS passwordState, count(*) AS reports
       FROM loss_report AS report WHERE report.reported_on BETWEEN $from AND $until GROUP BY 1, 2, 3, 4`,
    )
    .all(period)
    .map(({ cardState, passwordState, ...row }) => ({ ...row, status: lossStatus(cardState, passwordState) }));
}

export function countRefusals({ sql }: Reading, period: Period): { code: string; count: number }[] {
  return sql
    .rows<[Period], { code: string; count: number }>(
      `SELECT outcome AS code, count(*) AS count FROM audit
       WHERE business_date BETWEEN $from AND $until AND outcome <> 'done' GROUP BY 1 ORDER BY 2 DESC, 1`,
    )
    .all(period);
}

const quoted = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');
const ACTS = JOURNAL_ACTS.filter((name) => name !== 'visit.open' && !(ATTEMPTS as readonly string[]).includes(name));

/** What is counted as a visit, and what as another act of a clerk. */
export const COUNTED_WORK = {
  visits: `audit.outcome = 'done' AND audit.verb = 'visit.open'`,
  acts: `audit.outcome = 'done' AND ${ACT_NAME} IN (${quoted(ACTS)})`,
} as const;

export function countQuarters({ sql }: Reading, period: Period): Quarter[] {
  return sql
    .rows<[Period], Quarter>(
      `SELECT audit.at / ${QUARTER_MS} AS quarter, sum(${COUNTED_WORK.visits}) AS visits, sum(${COUNTED_WORK.acts}) AS acts
       FROM audit JOIN clerk ON clerk.code = audit.actor
       WHERE audit.business_date BETWEEN $from AND $until AND ((${COUNTED_WORK.visits}) OR (${COUNTED_WORK.acts}))
       GROUP BY 1`,
    )
    .all(period);
}
