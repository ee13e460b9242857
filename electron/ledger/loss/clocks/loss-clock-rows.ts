/** The running clocks of loss reports soonest first, page by page (docs/rules.md 3). */
import { addDays, type BusinessDate } from '../../../contract/kernel/dates.ts';
import { CLOCK_SPANS, LOSS_CLOCKS, type ClockSpan, type LossClock } from '../../../contract/loss/loss-views.ts';
import type { LossKind, LossObject } from '../../../contract/kernel/vocabulary.ts';
import type { Reading } from '../../books/books.ts';

export interface LossClockRow {
  readonly number: string;
  readonly clock: LossClock;
  readonly span: ClockSpan;
  readonly on: BusinessDate;
  readonly object: LossObject;
  readonly kind: LossKind;
  readonly cardId: number;
}

/** Reports of closed accounts are left out: nothing can be done about them. */
const OPEN_REPORT = "loss_report AS report JOIN account ON account.id = report.account_id AND account.status = 'open'";

/** A report may run two clocks, of the card and of the PIN. Each arm reads an index of open reports alone. */
const CLOCKS = `
  SELECT report.number, object, kind, card_id AS cardId, lapses_on AS day,
    CASE lapses_on WHEN $today THEN 'lapses-today' WHEN $tomorrow THEN 'lapses-tomorrow' ELSE 'lapses-later' END AS clock
  FROM ${OPEN_REPORT} WHERE card_state = 'oral' AND lapses_on >= $today
  UNION ALL SELECT report.number, object, kind, card_id, reissue_from,
    iif(reissue_from <= $today, 'reissue-due', 'reissue-waiting')
  FROM ${OPEN_REPORT} WHERE card_state = 'formal' AND reissue_from IS NOT NULL
  UNION ALL SELECT report.number, object, kind, card_id, renew_from,
    iif(renew_from <= $today, 'password-due', 'password-waiting')
  FROM ${OPEN_REPORT} WHERE password_state = 'void' AND renew_from IS NOT NULL`;

const SPAN = `CASE WHEN day <= $today THEN 'today' WHEN day = $tomorrow THEN 'tomorrow' WHEN day <= $week THEN 'week' ELSE 'later' END`;

interface Days {
  readonly today: BusinessDate;
  readonly tomorrow: BusinessDate;
  readonly week: BusinessDate;
}

const daysFrom = (today: BusinessDate): Days => ({ today, tomorrow: addDays(today, 1), week: addDays(today, 7) });

export interface LossClockCounts {
  readonly counts: Record<LossClock, number>;
  readonly spans: Record<ClockSpan, number>;
}

/** How many of each clock run on this day, and how many run out how soon. */
export function countLossClocks({ sql }: Reading, today: BusinessDate): LossClockCounts {
  const rows = sql
    .rows<[Days], { clock: LossClock; span: ClockSpan; count: number }>(
      `SELECT clock, ${SPAN} AS span, count(*) AS count FROM (${CLOCKS}) GROUP BY clock, span`,
    )
    .all(daysFrom(today));
  const counts = Object.fromEntries(LOSS_CLOCKS.map((clock) => [clock, 0])) as Record<LossClock, number>;
  const spans = Object.fromEntries(CLOCK_SPANS.map((span) => [span, 0])) as Record<ClockSpan, number>;
  for (const { clock, span, count } of rows) {
    counts[clock] += count;
    spans[span] += count;
  }
  return { counts, spans };
}

/** The soonest first: what is overdue is of today, and of one day the most pressing clock comes first. */
export function lossClocks(
  { sql }: Reading,
  today: BusinessDate,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): LossClockRow[] {
  const ranks = LOSS_CLOCKS.map((clock, rank) => `WHEN '${clock}' THEN ${rank}`).join(' ');
  return sql
    .rows<[Days & { limit: number; offset: number }], LossClockRow>(
      `SELECT number, clock, ${SPAN} AS span, day AS "on", object, kind, cardId FROM (${CLOCKS})
       ORDER BY max(day, $today), CASE clock ${ranks} END, day, number LIMIT $limit OFFSET $offset`,
    )
    .all({ ...daysFrom(today), limit, offset });
}
