import type { Migration } from '../migration.ts';

/**
 * Interest of a quarter (docs/rules.md 1): a settlement that only moves forward, account by account, and what each account's
 * interest was reckoned from.
 */
export const interest: Migration = {
  name: '0025-interest',
  up: `
    CREATE TABLE interest_settlement (
      settled_to TEXT PRIMARY KEY,
      settled_from TEXT NOT NULL,
      posting_id INTEGER NOT NULL UNIQUE REFERENCES posting (id),
      -- As the settings wrote them when it began.
      demand_rates TEXT NOT NULL,
      carry_over_rates TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('posting', 'posted')),
      steps INTEGER NOT NULL CHECK (steps >= 0),
      -- The last account that is settled, in the order of their numbers in the books.
      account_done INTEGER NOT NULL,
      -- Accounts with interest, and what it comes to.
      accounts INTEGER NOT NULL,
      amount_fen INTEGER NOT NULL,
      CHECK (settled_from <= settled_to)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER interest_settlement_goes_forward BEFORE UPDATE ON interest_settlement
      WHEN OLD.state = 'posted' OR NEW.settled_to <> OLD.settled_to OR NEW.settled_from <> OLD.settled_from
        OR NEW.posting_id <> OLD.posting_id OR NEW.demand_rates <> OLD.demand_rates
        OR NEW.carry_over_rates <> OLD.carry_over_rates OR NEW.account_done < OLD.account_done
        OR NEW.steps < OLD.steps OR NEW.accounts < OLD.accounts OR NEW.amount_fen < OLD.amount_fen
      BEGIN SELECT RAISE(ABORT, 'a settlement of interest only goes forward'); END;
    CREATE TRIGGER interest_settlement_no_delete BEFORE DELETE ON interest_settlement
      BEGIN SELECT RAISE(ABORT, 'postings are append-only'); END;

    CREATE TABLE interest_line (
      settled_to TEXT NOT NULL REFERENCES interest_settlement (settled_to),
      account_id INTEGER NOT NULL REFERENCES account (id),
      -- Daily balances of the period added up, in fen times days.
      demand_days INTEGER NOT NULL CHECK (demand_days >= 0),
      carry_over_days INTEGER NOT NULL CHECK (carry_over_days >= 0),
      amount_fen INTEGER NOT NULL CHECK (amount_fen >= 0),
      -- What earlier years left, at the end of the period.
      carry_over_fen INTEGER NOT NULL CHECK (carry_over_fen >= 0),
      PRIMARY KEY (settled_to, account_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER interest_line_no_update BEFORE UPDATE ON interest_line
      BEGIN SELECT RAISE(ABORT, 'postings are append-only'); END;
    CREATE TRIGGER interest_line_no_delete BEFORE DELETE ON interest_line
      BEGIN SELECT RAISE(ABORT, 'postings are append-only'); END;
  `,
};
