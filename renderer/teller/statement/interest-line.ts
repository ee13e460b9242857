/** What a line of interest in a statement names. */
import { fromCompactDate, type BusinessDate } from '../../../electron/contract/kernel/dates.ts';

/** The last day of the settlement, of `JX20241220-17` as an account's entry has it; null for any other reference. */
export function settledTo(reference: string | null): BusinessDate | null {
  const [, date] = /^JX(\d{8})(?:-\d+)?$/.exec(reference ?? '') ?? [];
  return date === undefined ? null : fromCompactDate(date);
}
