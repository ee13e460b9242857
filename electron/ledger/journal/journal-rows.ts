/** Records of a business day as the journal lists them: by key from one to the next, within the day and by the clerk. */
import type { BusinessDate, Instant } from '../../contract/kernel/dates.ts';
import { ATTEMPTS, JOURNAL_ACTS } from '../../contract/journal/journal-acts.ts';
import { ACT_NAME, ACT_OUTCOME } from '../books/audit/act-name.ts';
import type { Reading } from '../books/books.ts';

export interface LinesWanted {
  readonly businessDate: BusinessDate;
  /** Null for those of every clerk. */
  readonly clerkCode: string | null;
  /** Lines that have it in subject, account or clerk's code, and those of `acts`; null for all. */
  readonly text: string | null;
  readonly acts: readonly string[] | null;
  readonly before: number | null;
}

export interface JournalRow {
  readonly seq: number;
  readonly at: Instant;
  readonly actor: string;
  readonly second: string | null;
  readonly name: string;
  readonly outcome: string;
  readonly details: string;
  /** Of a file of the department its batch. */
  readonly subject: string | null;
  readonly accountId: number | null;
  readonly isReport: 0 | 1;
  readonly isPaper: 0 | 1;
}

const quoted = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');
const DONE = quoted(JOURNAL_ACTS.filter((name) => !(ATTEMPTS as readonly string[]).includes(name)));
const REFUSED = quoted(JOURNAL_ACTS);

/** The plus keeps the day's index: read from the end, the whole record would be gone through for a day of few lines. */
const LINES = `
  SELECT line.*, coalesce(batch.number, line.recorded) AS subject,
    coalesce(visit.account_id, report.account_id, document.account_id, account.id) AS accountId,
    report.number IS NOT NULL AS isReport, document.number IS NOT NULL AS isPaper
  FROM (
    SELECT audit.seq, audit.at, audit.actor, audit.second, ${ACT_NAME} AS name, ${ACT_OUTCOME} AS judged, audit.outcome,
      audit.details, audit.subject AS recorded, audit.visit_id
    FROM audit JOIN clerk ON clerk.code = audit.actor
    WHERE audit.business_date = $businessDate AND audit.actor = coalesce($clerkCode, audit.actor)
      AND audit.seq < coalesce($before, audit.seq + 1)
  ) AS line
  LEFT JOIN visit ON visit.id = line.visit_id
  LEFT JOIN loss_report AS report ON report.number = line.recorded
  LEFT JOIN document ON document.number = line.recorded
  LEFT JOIN account ON account.number = line.recorded
  LEFT JOIN account AS visited ON visited.id = visit.account_id
  LEFT JOIN batch ON batch.audit_seq = line.seq
  WHERE ((line.judged = 'done' AND line.name IN (${DONE})) OR (line.judged = 'refused' AND line.name IN (${REFUSED})))
    AND ($text IS NULL OR instr(upper(coalesce(batch.number, line.recorded, '')), upper($text)) > 0
      OR instr(upper(line.actor), upper($text)) > 0 OR instr(coalesce(visited.number, ''), $text) > 0
      OR line.name IN (SELECT value FROM json_each($acts)))
  ORDER BY +line.seq DESC LIMIT $most`;

interface Values extends Omit<LinesWanted, 'acts'> {
  readonly acts: string;
  readonly most: number;
}

/** The newest first. */
export function readLines({ sql }: Reading, { acts, ...wanted }: LinesWanted, most: number): JournalRow[] {
  return sql.rows<[Values], JournalRow>(LINES).all({ ...wanted, acts: JSON.stringify(acts ?? []), most });
}
