/** What a line of interest in a statement names. */
import { fromCompactDate, type BusinessDate } from '../../../electron/contract/kernel/dates.ts';

/** The last day of the settlement, of `JX20241220`; null for any other reference. */
export function settledTo(reference: string | null): BusinessDate | null {
  return reference?.startsWith('JX') === true ? fromCompactDate(reference.slice(2)) : null;
}
