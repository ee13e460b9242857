/** What the row of the office must hold for any request to be answered; what it may not hold is damage, told as a refusal. */
import { isBusinessDate, isTimeZone } from '../../contract/kernel/dates.ts';
import { RefusalError } from '../../contract/kernel/errors.ts';

/** Throws RefusalError DATABASE_DAMAGED. */
export function refuseDamagedOffice(timeZone: string, dates: readonly string[] = []): void {
  if (!isTimeZone(timeZone) || !dates.every(isBusinessDate))
    throw new RefusalError('DATABASE_DAMAGED', { system: 'office' });
}
