import type { Migration } from '../migration.ts';

/** A decision calls the clerk who asked for it, until they have seen it. */
export const decisionsTold: Migration = {
  name: '0016-decisions-told',
  up: `
    CREATE TABLE decision_seen (
      request_id TEXT PRIMARY KEY REFERENCES approval_request (id),
      seen_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    -- What was decided before this version calls nobody.
    INSERT INTO decision_seen SELECT id, decided_at FROM approval_request WHERE decided_at IS NOT NULL;
    CREATE INDEX approval_request_decided ON approval_request (asked_by, decided_at) WHERE decided_at IS NOT NULL;
  `,
};
