/** A visit of whoever gives the number of a loss report and the ID number: at the command line, to go on with the report. */
import type { Input, Output } from '../../contract/verbs.ts';
import { lossOfHolder } from '../loss/losses.ts';
import type { Asked } from '../request/asked.ts';
import { openVisitOfReport } from './visits.ts';

async function openOfReport(
  asked: Asked<'visit.openOfReport'>,
  input: Input<'visit.openOfReport'>,
): Promise<Output<'visit.openOfReport'>> {
  const { number, accountId } = await lossOfHolder(asked, input);
  return { visitId: await openVisitOfReport(asked, accountId), number };
}

export const visitOfReportHandlers = {
  'visit.openOfReport': openOfReport,
};
