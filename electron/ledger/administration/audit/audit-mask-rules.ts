/**
 * What is shown of a record (docs/rules.md 2): the record itself holds no whole personal number, but a reason that somebody typed
 * may. An account's number, codes and hashes are no such number and stay.
 */
import { maskNumbers } from '../../numbers/masking.ts';

interface Recorded {
  readonly actor: string;
  readonly second: string | null;
  readonly subject: string | null;
  readonly details: string;
}

/** `isMasked` says that something in it was: its hash can then not be worked out from what is shown. */
export function maskedRecord<Row extends Recorded>(row: Row): Row & { readonly isMasked: boolean } {
  const [actor, details] = [maskNumbers(row.actor), maskNumbers(row.details)];
  const second = row.second === null ? null : maskNumbers(row.second);
  const subject = row.subject === null ? null : maskNumbers(row.subject);
  const isMasked = actor !== row.actor || details !== row.details || second !== row.second || subject !== row.subject;
  return { ...row, actor, second, subject, details, isMasked };
}
