/** That tills and ends of business days say what the books say (docs/rules.md 9). */
import { ACT_NAME, ACT_OUTCOME } from '../books/audit/act-name.ts';
import type { FaultQuery } from '../books/fault-query.ts';

const WHICH = `'till ' || closing.clerk_code || ' of ' || closing.business_date || ' closing ' || closing.number`;
const OF_CLOSING = `till_closing AS closing JOIN audit ON audit.business_date = closing.business_date
  AND audit.actor = closing.clerk_code AND audit.seq < closing.audit_seq`;
const ACTS = `SELECT closing.id, ${ACT_NAME}, ${ACT_OUTCOME}, count(*) FROM ${OF_CLOSING} GROUP BY 1, 2, 3`;
const COUNTS = 'SELECT closing_id, name, outcome, counted FROM till_count';
const FEES = `SELECT closing.id, report.fee_class, count(*), sum(report.fee_fen) FROM ${OF_CLOSING}
  JOIN loss_report AS report ON report.number = audit.subject
  WHERE audit.verb = 'loss.reissue' AND audit.outcome = 'done' AND report.fee_class IS NOT NULL GROUP BY 1, 2`;
const KEPT_FEES = 'SELECT closing_id, fee_class, counted, amount_fen FROM till_fee';

/** The closings in which two lists, each led by the number of its closing, differ. */
function differing(kept: string, found: string): string {
  return `SELECT ${WHICH} FROM till_closing AS closing WHERE closing.id IN (
    SELECT closing_id FROM (${kept} EXCEPT SELECT * FROM (${found}))
    UNION SELECT id FROM (SELECT * FROM (${found}) EXCEPT ${kept}))`;
}

export const DAY_FAULTS: readonly FaultQuery[] = [
  {
    name: 'tills-and-days',
    // The tills of every clerk are looked at, closed or not.
    counted: `SELECT (SELECT count(*) FROM clerk) + (SELECT count(*) FROM till_closing) + (SELECT count(*) FROM day_end)`,
    faults: `
      ${differing(COUNTS, ACTS)}
      UNION ${differing(KEPT_FEES, FEES)}
      UNION SELECT ${WHICH} FROM till_closing AS closing WHERE closing.expected_fen
        <> (SELECT coalesce(sum(amount_fen), 0) FROM till_fee WHERE till_fee.closing_id = closing.id)
      UNION SELECT ${WHICH} FROM till_closing AS closing LEFT JOIN audit ON audit.seq = closing.audit_seq
        AND audit.subject = closing.clerk_code AND audit.outcome = 'done' AND audit.actor = closing.closed_by
        AND audit.verb IN ('till.close', 'till.closeFor')
        AND json_extract(audit.details, '$.countedFen') = closing.counted_fen
      WHERE audit.seq IS NULL
      UNION SELECT 'day ' || day_end.business_date FROM day_end LEFT JOIN audit ON audit.seq = day_end.audit_seq
        AND audit.verb = 'day.close' AND audit.outcome = 'done' AND audit.subject = day_end.business_date
        AND audit.business_date = day_end.business_date AND audit.actor = day_end.closed_by
        AND json_extract(audit.details, '$.report') = day_end.number
      WHERE audit.seq IS NULL
      UNION SELECT 'day ' || business_date || ' has not ended' FROM day_end, (SELECT business_date AS open FROM office)
      WHERE next_date > open`,
  },
];
