/** What a record of the day is in the journal. */
import { JOURNAL_ACTS, type JournalAct } from '../../contract/journal/journal-acts.ts';
import type { JournalLine } from '../../contract/journal/journal-verbs.ts';

const FILE_WINGS = new Set(['file', 'register', 'institutions', 'batchFile', 'registerFile', 'intake']);
const DAY_WINGS = new Set(['till', 'day']);

/** What the books know under the number that a record is about. */
export interface Known {
  readonly isReport: boolean;
  readonly isPaper: boolean;
}

/** Where a line leads: to what its number names, else to the task in which such work is done. */
export function leadOf(act: JournalAct, { isReport, isPaper }: Known): JournalLine['leadsTo'] {
  if (isPaper) return 'paper';
  if (isReport) return 'report';
  const wing = act.slice(0, act.indexOf('.'));
  if (FILE_WINGS.has(wing)) return 'file';
  return DAY_WINGS.has(wing) ? 'day' : null;
}

/** A file without a number of its own goes by the beginning of its digest, as its answer does. */
export function briefSubject(subject: string): string {
  return /^[0-9a-f]{64}$/.test(subject) ? subject.slice(0, 8) : subject;
}

/** Throws for a record that the journal does not list. */
export function actOf(name: string): JournalAct {
  const act = JOURNAL_ACTS.find((known) => known === name);
  if (act === undefined) throw new Error(`the journal does not list ${name}`);
  return act;
}
