/** Which days the overview is of: a choice by one key, or months of one's own. */
import { businessDate, monthEnd, monthStart, type BusinessDate } from '../../../electron/contract/kernel/dates.ts';

export interface Period {
  readonly from: BusinessDate;
  readonly until: BusinessDate;
}

export const PERIOD_CHOICES = ['twelveMonths', 'thisYear', 'lastYear'] as const;
export type PeriodChoice = (typeof PERIOD_CHOICES)[number];

/** `today` is the open business day; what is to come has no figures. */
export function chosenPeriod(choice: PeriodChoice, today: BusinessDate): Period {
  const year = Number(today.slice(0, 4));
  switch (choice) {
    case 'twelveMonths':
      return { from: monthStart(today, -11), until: today };
    case 'thisYear':
      return { from: businessDate(`${year}-01-01`), until: today };
    case 'lastYear':
      return { from: businessDate(`${year - 1}-01-01`), until: businessDate(`${year - 1}-12-31`) };
  }
}

/** `2024-2`, `2024/02` or `202402` as `2024-02`; null for anything else. */
function readMonth(text: string): string | null {
  const match = /^(\d{4})[-/.年]?(\d{1,2})月?$/.exec(text.normalize('NFKC').trim());
  const [, year = '', month = ''] = match ?? [];
  return Number(month) >= 1 && Number(month) <= 12 ? `${year}-${month.padStart(2, '0')}` : null;
}

/** From the first day of one month to the last of another; null where one is none, or they are the wrong way round. */
export function ownPeriod(first: string, last: string): Period | null {
  const [from, until] = [readMonth(first), readMonth(last)];
  if (from === null || until === null || from > until || Number(until.slice(0, 4)) - Number(from.slice(0, 4)) > 10)
    return null;
  return { from: businessDate(`${from}-01`), until: monthEnd(businessDate(`${until}-01`)) };
}
