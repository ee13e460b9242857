import type { Migration } from '../migration.ts';

/** A paper waits in the queue of the counter that issued it. */
export const countersPapers: Migration = {
  name: '0017-counters-papers',
  up: `
    -- An office had one counter before this version.
    ALTER TABLE print_job ADD COLUMN counter TEXT NOT NULL DEFAULT '01';
    DROP INDEX print_job_queued;
    DROP INDEX print_job_queued_of_clerk;
    CREATE INDEX print_job_queued ON print_job (counter, queued_at, id) WHERE state = 'queued';
    CREATE INDEX print_job_queued_of_clerk ON print_job (counter, clerk_code, queued_at, id) WHERE state = 'queued';
  `,
};
