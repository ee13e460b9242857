/**
 * That every change of a clerk, card, setting, file, loss report or PIN has its audit record (docs/ledger.md 8).
 */
import type { FaultQuery } from '../books/fault-query.ts';

export const RECORD_FAULTS: readonly FaultQuery[] = [
  {
    name: 'time-runs-forward',
    counted: 'SELECT count(*) FROM audit WHERE seq > (SELECT kept_after_seq FROM ledger_time)',
    faults: `
      SELECT 'record ' || audit.seq FROM audit JOIN audit AS before ON before.seq = audit.seq - 1
      WHERE audit.at < before.at AND audit.verb <> 'clock.accept'
        AND audit.seq > (SELECT kept_after_seq FROM ledger_time)`,
  },
  {
    name: 'changes-on-record',
    counted: `
      SELECT (SELECT count(*) FROM holder_change) + (SELECT count(*) FROM account_closing) + (SELECT count(*) FROM correction) + (SELECT count(*) FROM clerk) + (SELECT count(*) FROM card) + (SELECT count(*) FROM setting)
        + (SELECT count(*) FROM loss_report) + (SELECT count(*) FROM pin)`,
    faults: `
      SELECT 'clerk ' || clerk.code FROM clerk LEFT JOIN audit ON audit.seq = clerk.audit_seq
        AND audit.subject = clerk.code AND audit.verb LIKE 'clerk.%' AND audit.outcome = 'done'
        AND json_extract(audit.details, '$.role') = clerk.role
      WHERE audit.seq IS NULL
      UNION ALL SELECT 'card ' || card.id FROM card LEFT JOIN audit ON audit.seq = card.audit_seq
        AND audit.verb IN ('register.load', 'loss.reissue') AND audit.outcome = 'done'
      WHERE audit.seq IS NULL OR (card.status = 'replaced' AND audit.verb <> 'loss.reissue')
      UNION ALL SELECT 'change ' || change.id || ' of holder ' || change.holder_id FROM holder_change AS change
      LEFT JOIN audit ON audit.seq = change.audit_seq AND audit.outcome = 'done' AND audit.second IS change.second
        AND audit.verb = CASE change.kind WHEN 'register' THEN 'register.load' WHEN 'contact' THEN 'holder.contact'
          ELSE 'holder.correct' END
      WHERE audit.seq IS NULL
      UNION ALL SELECT 'closing of account ' || account.id FROM account
      LEFT JOIN account_closing AS closing ON closing.account_id = account.id
      LEFT JOIN audit ON audit.seq = closing.audit_seq AND audit.verb = 'holder.close' AND audit.outcome = 'done'
        AND audit.subject = account.number AND audit.actor = closing.clerk AND audit.second = closing.second
      WHERE (account.status = 'closed') <> (closing.account_id IS NOT NULL)
        OR (account.status = 'closed' AND (audit.seq IS NULL OR account.balance_fen <> 0
          OR account.last_seq <> closing.last_seq))
      UNION ALL SELECT 'pay-out of account ' || closing.account_id FROM account_closing AS closing
      LEFT JOIN entry ON entry.account_id = closing.account_id AND entry.seq = closing.last_seq
        AND entry.posting_id = closing.posting_id AND entry.amount_fen = -closing.paid_out_fen
      WHERE closing.posting_id IS NOT NULL AND entry.seq IS NULL
      UNION ALL SELECT 'correction ' || correction.seq || ' of account ' || account.number FROM correction
      JOIN account ON account.id = correction.account_id
      LEFT JOIN audit ON audit.seq = correction.audit_seq AND audit.verb = 'entry.correct' AND audit.outcome = 'done'
        AND audit.subject = account.number AND audit.actor = correction.clerk AND audit.second = correction.second
      WHERE audit.seq IS NULL
      UNION ALL SELECT 'setting ' || setting.name FROM setting LEFT JOIN audit ON audit.seq = setting.audit_seq
        AND audit.subject = setting.name AND audit.verb = 'setting.change' AND audit.outcome = 'done'
      WHERE audit.seq IS NULL
      UNION ALL SELECT 'file ' || batch.number FROM batch LEFT JOIN audit ON audit.seq = batch.audit_seq
        AND audit.subject = batch.number AND audit.verb = 'file.post' AND audit.outcome = 'done'
      WHERE audit.seq IS NULL
      UNION ALL SELECT 'end of file ' || batch.number FROM batch LEFT JOIN audit ON audit.seq = batch.ended_seq
        AND audit.subject = batch.number AND audit.verb = 'file.posted' AND audit.outcome = 'done'
        AND json_extract(audit.details, '$.accepted') = batch.accepted
        AND json_extract(audit.details, '$.rejected') = batch.rejected
        AND json_extract(audit.details, '$.amountFen') = batch.amount_fen
      WHERE batch.ended_seq IS NOT NULL AND (audit.seq IS NULL OR batch.state <> 'posted')
      UNION ALL SELECT 'loss ' || loss_report.number FROM loss_report
      LEFT JOIN audit ON audit.seq = loss_report.audit_seq
        AND audit.subject = loss_report.number AND audit.verb LIKE 'loss.%' AND audit.outcome = 'done'
      WHERE audit.seq IS NULL
      UNION ALL SELECT 'password of account ' || pin.account_id FROM pin
      JOIN account ON account.id = pin.account_id
      LEFT JOIN audit ON audit.seq = pin.audit_seq AND audit.subject = account.number
        AND CASE pin.state WHEN 'void' THEN audit.verb = 'pin.void' WHEN 'locked' THEN audit.verb IN ('pin.lock', 'pin.restore')
          ELSE audit.verb IN ('pin.first', 'pin.change', 'pin.reset', 'pin.try', 'pin.wrong', 'pin.prove', 'pin.restore') END
      WHERE audit.seq IS NULL
      UNION ALL SELECT 'telephone password of account ' || telephone.account_id
      FROM telephone_password AS telephone JOIN account ON account.id = telephone.account_id
      LEFT JOIN audit ON audit.seq = telephone.audit_seq AND audit.subject = account.number
        AND audit.verb LIKE 'pin.telephone%'
      WHERE audit.seq IS NULL`,
  },
  {
    name: 'two-pairs-of-eyes',
    counted: `
      SELECT (SELECT count(*) FROM approval) + (SELECT count(*) FROM approval_request) + (SELECT count(*) FROM loss_event)`,
    faults: `
      SELECT 'decision ' || id FROM approval WHERE requested_by = decided_by
      UNION ALL SELECT 'request ' || request.id FROM approval_request AS request
      LEFT JOIN approval ON approval.subject = request.id AND approval.decided_by = request.decided_by
        AND approval.requested_by = request.asked_by AND approval.outcome = request.outcome
      WHERE request.outcome IS NOT NULL AND (approval.id IS NULL OR request.decided_by = request.asked_by)
      UNION ALL SELECT 'request ' || id FROM approval_request
      WHERE used_at IS NOT NULL AND (outcome IS NOT 'approved' OR used_at >= expires_at)
      UNION ALL SELECT 'loss ' || event.number || ' step ' || event.seq FROM loss_event AS event
      JOIN loss_report AS report ON report.number = event.number
      WHERE event.second = event.clerk OR (event.second IS NULL AND (event.event = 'reissued'
        OR event.event IN ('password-void', 'password-renewed')
        -- A holder withdraws alone what they reported themselves (docs/rules.md 7).
        OR (event.event IN ('taken-back', 'reinstated') AND event.clerk NOT LIKE 'holder:%')
        OR (event.event = 'cancelled' AND report.kind = 'formal')))`,
  },
];
