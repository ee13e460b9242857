import type { Migration } from '../migration.ts';

/** What is listed page by page is found by an index, however many years lie behind it; a waiting paper knows its pages. */
export const longLists: Migration = {
  name: '0012-long-lists',
  up: `
    CREATE INDEX approval_request_by_expiry ON approval_request (expires_at);
    CREATE INDEX approval_request_of_clerk ON approval_request (asked_by, expires_at);
    CREATE INDEX print_job_queued ON print_job (queued_at, id) WHERE state = 'queued';
    CREATE INDEX print_job_queued_of_clerk ON print_job (clerk_code, queued_at, id) WHERE state = 'queued';
    CREATE INDEX loss_report_formal ON loss_report (reissue_from) WHERE card_state = 'formal';
    CREATE INDEX loss_report_void ON loss_report (renew_from) WHERE password_state = 'void';
    -- Null for a paper that was queued before this version.
    ALTER TABLE print_job ADD COLUMN pages INTEGER CHECK (pages >= 1);
  `,
};
