import type { Migration } from '../migration.ts';

/** The whole days a setting asks for, as stored or by default. */
const days = (setting: string, usual: number): string =>
  `coalesce((SELECT value FROM setting WHERE name = '${setting}'), '${usual}') || ' days'`;

const LAPSE_DAYS = days('oralLossDays', 5);

/**
 * What an office lives by, and losses by its calendar (docs/rules.md 3). Reports from before counted days from the
 * business date: an open one gets the later of its old date and the calendar's, so that nothing it promised is taken
 * back; a hold that ended before it began gets the end that its report's own calendar day gives it, because it stopped
 * nothing.
 */
export const calendar: Migration = {
  name: '0006-calendar',
  up: `
    ALTER TABLE office ADD COLUMN lives_by TEXT NOT NULL DEFAULT 'calendar'
      CHECK (lives_by IN ('calendar', 'books'));
    UPDATE office SET lives_by = 'books' WHERE demo = 1;
    CREATE TRIGGER office_keeps_its_clock BEFORE UPDATE OF lives_by ON office WHEN new.lives_by <> old.lives_by
      BEGIN SELECT RAISE(ABORT, 'what an office lives by is chosen when it is made'); END;

    -- Since when the holder misses it, as told for the form; nothing is counted from it.
    ALTER TABLE loss_report ADD COLUMN missed_since TEXT;
    CREATE INDEX loss_report_oral ON loss_report (lapses_on) WHERE card_state = 'oral';

    UPDATE loss_report SET lapses_on = date(substr(reported_at, 1, 10), ${LAPSE_DAYS})
      WHERE card_state = 'oral' AND lapses_on < date(substr(reported_at, 1, 10), ${LAPSE_DAYS})
        AND EXISTS (SELECT 1 FROM office WHERE lives_by = 'calendar');
    UPDATE debit_hold SET held_until = (
        SELECT date(report.lapses_on, '+1 day') || ' 00:00:00' FROM loss_report AS report WHERE report.number = debit_hold.number)
      WHERE number IN (SELECT number FROM loss_report WHERE card_state = 'oral');
    UPDATE loss_report SET reissue_from = max(reissue_from, (
        SELECT date(substr(step.at, 1, 10), ${days('reissueWaitDays', 7)}) FROM loss_event AS step
        WHERE step.number = loss_report.number AND step.event IN ('reported', 'confirmed') ORDER BY step.seq DESC LIMIT 1))
      WHERE card_state = 'formal' AND EXISTS (SELECT 1 FROM office WHERE lives_by = 'calendar');

    UPDATE debit_hold SET held_until = date(substr(held_from, 1, 10), ${LAPSE_DAYS}, '+1 day') || ' 00:00:00'
      WHERE held_until < held_from;
    UPDATE loss_report SET lapses_on = (
        SELECT date(hold.held_until, '-1 day') FROM debit_hold AS hold WHERE hold.number = loss_report.number)
      WHERE card_state IN ('oral', 'lapsed') AND lapses_on < (
        SELECT date(hold.held_until, '-1 day') FROM debit_hold AS hold WHERE hold.number = loss_report.number);

    CREATE TRIGGER debit_hold_begins_before_it_ends BEFORE INSERT ON debit_hold WHEN new.held_until < new.held_from
      BEGIN SELECT RAISE(ABORT, 'a hold does not end before it begins'); END;
    CREATE TRIGGER debit_hold_ends_after_it_begins BEFORE UPDATE ON debit_hold WHEN new.held_until < new.held_from
      BEGIN SELECT RAISE(ABORT, 'a hold does not end before it begins'); END;
  `,
};
