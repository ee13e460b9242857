/** How the office stands, for whoever works at the command line. */
import type { Output } from '../../contract/verbs.ts';
import { pastDayOpen } from '../office/office-clock-rules.ts';
import { findUnusableSettings, requireOffice } from '../office/office-rows.ts';
import { unusableWords } from '../office/setting-rules.ts';
import type { Scope } from '../request/scope.ts';
import { printedHead } from './days.ts';

async function standing(scope: Scope): Promise<Output<'office.standing'>> {
  return scope.books.read(async (reading) => {
    const office = await requireOffice(reading);
    const { businessDate, timeZone } = office;
    const unusable = await findUnusableSettings(reading);
    return {
      businessDate,
      timeZone,
      pastDay: pastDayOpen(office, reading.at),
      unusableSettings: unusable.map(unusableWords),
      head: printedHead(scope),
    };
  });
}

export const officeStandingHandlers = {
  'office.standing': standing,
};
