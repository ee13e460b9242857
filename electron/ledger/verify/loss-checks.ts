/** That loss reports, their timelines, the holds on debits, cards and PINs say the same (docs/ledger.md 8). */
import type { FaultQuery } from '../books/fault-query.ts';

/** The last step of a timeline that moved the card's part, and the PIN's. */
const LAST_STEPS = `
  SELECT report.number,
    (SELECT event FROM loss_event AS step WHERE step.number = report.number
       AND (event IN ('reported', 'confirmed', 'superseded', 'lapsed', 'cancelled', 'reissued', 'reinstated')
         OR (event = 'taken-back' AND report.object <> 'password'))
     ORDER BY seq DESC LIMIT 1) AS card_step,
    (SELECT event FROM loss_event AS step WHERE step.number = report.number
       AND (event IN ('password-void', 'password-renewed') OR (event = 'taken-back' AND report.object <> 'card'))
     ORDER BY seq DESC LIMIT 1) AS password_step,
    (SELECT count(*) FROM loss_event AS step WHERE step.number = report.number) AS steps,
    (SELECT max(seq) FROM loss_event AS step WHERE step.number = report.number) AS last_seq
  FROM loss_report AS report`;

export const LOSS_FAULTS: readonly FaultQuery[] = [
  {
    name: 'loss-timelines',
    counted: 'SELECT count(*) FROM loss_event',
    faults: `
      SELECT 'loss ' || report.number FROM loss_report AS report
      JOIN (${LAST_STEPS}) AS last ON last.number = report.number
      WHERE last.steps <> last.last_seq
        OR CASE report.card_state
          WHEN 'oral' THEN coalesce(last.card_step, '') NOT IN ('reported', 'reinstated') OR report.kind <> 'oral'
          WHEN 'formal' THEN coalesce(last.card_step, '') NOT IN ('reported', 'confirmed') OR report.kind <> 'formal'
          WHEN 'lapsed' THEN last.card_step IS NOT 'lapsed'
          WHEN 'superseded' THEN last.card_step IS NOT 'superseded'
          WHEN 'cancelled' THEN last.card_step IS NOT 'cancelled'
          WHEN 'reissued' THEN last.card_step IS NOT 'reissued'
          WHEN 'taken-back' THEN last.card_step IS NOT 'taken-back'
          ELSE last.card_step IS NOT 'reported' END
        OR CASE report.password_state
          WHEN 'void' THEN last.password_step IS NOT 'password-void'
          WHEN 'renewed' THEN last.password_step IS NOT 'password-renewed'
          WHEN 'taken-back' THEN last.password_step IS NOT 'taken-back'
          ELSE last.password_step IS NOT NULL END`,
  },
  {
    name: 'loss-holds',
    counted: 'SELECT count(*) FROM loss_report',
    faults: `
      SELECT 'loss ' || report.number FROM loss_report AS report
      LEFT JOIN debit_hold AS hold ON hold.number = report.number
      WHERE (report.card_state IS NULL) <> (hold.number IS NULL)
        OR hold.card_id <> report.card_id
        OR hold.held_until < hold.held_from
        OR CASE report.card_state
          WHEN 'oral' THEN hold.held_until IS NOT date(report.lapses_on, '+1 day') || ' 00:00:00'
          WHEN 'formal' THEN hold.held_until IS NOT NULL
          WHEN 'reissued' THEN hold.held_until IS NOT NULL
          ELSE report.card_state IS NOT NULL AND hold.held_until IS NULL END`,
  },
  {
    name: 'cards-and-passwords-lost',
    counted: 'SELECT (SELECT count(*) FROM card) + (SELECT count(*) FROM pin)',
    faults: `
      SELECT 'card ' || card.id FROM card
      LEFT JOIN loss_report AS report ON report.card_id = card.id AND report.card_state = 'reissued'
      WHERE (card.status = 'replaced') <> (report.number IS NOT NULL)
      UNION ALL SELECT 'loss ' || report.number FROM loss_report AS report
      JOIN card ON card.id = report.new_card_id WHERE card.account_id <> report.account_id
      UNION ALL SELECT 'password of account ' || pin.account_id FROM pin
      LEFT JOIN loss_report AS report ON report.account_id = pin.account_id AND report.password_state = 'void'
      WHERE (pin.state = 'void') <> (report.number IS NOT NULL)`,
  },
];
