import type { Migration } from '../migration.ts';

/** The audit record is searched by time, by who acted or authorised, by what was done and by account; each index orders by `seq`, its rowid, too. */
export const auditFound: Migration = {
  name: '0026-audit-found',
  up: `
    CREATE INDEX audit_of_time ON audit (at);
    CREATE INDEX audit_of_actor ON audit (actor);
    CREATE INDEX audit_of_second ON audit (second) WHERE second IS NOT NULL;
    CREATE INDEX audit_of_verb ON audit (verb);
    CREATE INDEX visit_of_account ON visit (account_id);
  `,
};
