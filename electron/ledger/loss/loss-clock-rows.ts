/** The running clocks of loss reports in the order of the worklist, page by page (docs/rules.md 3). */
import { addDays, type BusinessDate } from '../../contract/kernel/dates.ts';
import type { LossClock } from '../../contract/loss/loss-views.ts';
import { LOSS_CLOCKS } from '../../contract/loss/loss-views.ts';
import type { LossKind, LossObject } from '../../contract/kernel/vocabulary.ts';
import type { Reading } from '../books/books.ts';

export interface LossClockRow {
  readonly number: string;
  readonly clock: LossClock;
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
    iif(lapses_on = $today, 'lapses-today', 'lapses-tomorrow') AS clock
  FROM ${OPEN_REPORT} WHERE card_state = 'oral' AND lapses_on BETWEEN $today AND $tomorrow
  UNION ALL SELECT report.number, object, kind, card_id, reissue_from,
    iif(reissue_from <= $today, 'reissue-due', 'reissue-waiting')
  FROM ${OPEN_REPORT} WHERE card_state = 'formal' AND reissue_from IS NOT NULL
  UNION ALL SELECT report.number, object, kind, card_id, renew_from,
    iif(renew_from <= $today, 'password-due', 'password-waiting')
  FROM ${OPEN_REPORT} WHERE password_state = 'void' AND renew_from IS NOT NULL`;

interface Days {
  readonly today: BusinessDate;
  readonly tomorrow: BusinessDate;
}

const daysFrom = (today: BusinessDate): Days => ({ today, tomorrow: addDays(today, 1) });

/** How many of each clock run on this day. */
export function countLossClocks({ sql }: Reading, today: BusinessDate): Readonly<Record<LossClock, number>> {
  const rows = sql
    .rows<[Days], { clock: LossClock; count: number }>(
      `SELECT clock, count(*) AS count FROM (${CLOCKS}) GROUP BY clock`,
    )
    .all(daysFrom(today));
  const none = Object.fromEntries(LOSS_CLOCKS.map((clock) => [clock, 0])) as Record<LossClock, number>;
  return { ...none, ...Object.fromEntries(rows.map(({ clock, count }) => [clock, count])) };
}

/** The most pressing clock first, within it the soonest. */
export function lossClocks(
  { sql }: Reading,
  today: BusinessDate,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): LossClockRow[] {
  const ranks = LOSS_CLOCKS.map((clock, rank) => `WHEN '${clock}' THEN ${rank}`).join(' ');
  return sql
    .rows<[Days & { limit: number; offset: number }], LossClockRow>(
      `SELECT number, clock, day AS "on", object, kind, cardId FROM (${CLOCKS})
       ORDER BY CASE clock ${ranks} END, day, number LIMIT $limit OFFSET $offset`,
    )
    .all({ ...daysFrom(today), limit, offset });
}
