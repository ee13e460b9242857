/** What a proven caller is told: balance, last entries, how their reports stand (docs/rules.md 8). Every telling is on record. */
import type { Output } from '../../contract/verbs.ts';
import type { Reading, Writing } from '../books/books.ts';
import type { HolderAccount } from '../account/holder-rows.ts';
import { lapseOverdue } from '../loss/clocks/loss-lapses.ts';
import { lossReportsOf, type LossReport } from '../loss/loss-rows.ts';
import { lossStatus } from '../loss/loss-state-rules.ts';
import { requireOffice } from '../office/office-rows.ts';
import type { Asked } from '../request/asked.ts';
import { recordDone } from '../request/record.ts';
import { accountOfCall, callDetails } from './caller.ts';
import { lastEntries } from './last-entry-rows.ts';

type Telling = 'telephone.balance' | 'telephone.entries' | 'telephone.progress';

const ENTRIES = 5;
const REPORTS = 3;

async function balance(asked: Asked<'telephone.balance'>): Promise<Output<'telephone.balance'>> {
  return told(asked, async (reading, { balanceFen }) => {
    const { businessDate } = await requireOffice(reading);
    return { balanceFen, businessDate };
  });
}

async function entries(asked: Asked<'telephone.entries'>): Promise<Output<'telephone.entries'>> {
  return told(asked, (reading, { accountId }) => lastEntries(reading, accountId, ENTRIES));
}

async function progress(asked: Asked<'telephone.progress'>): Promise<Output<'telephone.progress'>> {
  return told(asked, async (writing, { accountId }) => {
    await lapseOverdue(writing);
    const reports = await lossReportsOf(writing, accountId);
    return reports.slice(0, REPORTS).map(standingOf);
  });
}

function standingOf({ number, cardState, passwordState, lapsesOn, reissueFrom }: LossReport) {
  return { number, status: lossStatus(cardState, passwordState), lapsesOn, reissueFrom };
}

async function told<T>(
  asked: Asked<Telling>,
  read: (writing: Writing & Reading, holder: HolderAccount) => Promise<T>,
): Promise<T> {
  return asked.books.write(async (writing) => {
    const holder = await accountOfCall(writing, asked);
    await recordDone(writing, asked, { subject: holder.accountNumber, details: callDetails(asked, holder) });
    return read(writing, holder);
  });
}

export const callerToldHandlers = {
  'telephone.balance': balance,
  'telephone.entries': entries,
  'telephone.progress': progress,
};
