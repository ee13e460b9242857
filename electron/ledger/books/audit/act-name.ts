/**
 * What an audit record counts as in a till: its verb, but a paper that is printed again, or fails at the printer, is told apart
 * from one that is handed out. SQL over the columns of `audit`.
 */
export const ACT_NAME = `CASE
  WHEN audit.verb = 'document.print' AND json_extract(audit.details, '$.copy') > 1 THEN 'document.reprint'
  WHEN audit.verb = 'print.settle' AND json_extract(audit.details, '$.result') = 'failed' THEN 'print.failed'
  ELSE audit.verb END`;

/** `done`, or `refused` whatever the reason was. */
export const ACT_OUTCOME = `iif(audit.outcome = 'done', 'done', 'refused')`;
