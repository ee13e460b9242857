/** The names that stand on the audit record. */
import type { RECORDED_BY_THE_CLOCK } from '../kernel/verb-policy.ts';
import type { LedgerVerb, Verbs } from '../verbs.ts';

/** What goes on by itself, and commands that are no verbs. */
type WithoutVerb =
  | 'backup.mended'
  | 'day.close'
  | 'document.reprint'
  | 'file.posted'
  | 'interest.settle'
  | 'interest.settled'
  | 'print.failed';

/** Of what was done. */
export type RecordedName =
  Verbs[LedgerVerb]['record']['done'][number] | (typeof RECORDED_BY_THE_CLOCK)[number] | WithoutVerb;

/** Verbs whose refusal stands on it under their own name. */
export type RefusedName = {
  [V in LedgerVerb]: Verbs[V]['record']['refused'] extends true ? V : never;
}[LedgerVerb];
