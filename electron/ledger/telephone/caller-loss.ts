/**
 * An oral report of the card by a caller at the menu. It needs no proof: ID number and phone on file are enough, and then nothing but
 * the report's number and its last day is told (docs/rules.md 8).
 */
import type { Input, Output } from '../../contract/verbs.ts';
import { isSamePhone } from '../numbers/phone-number.ts';
import type { Writing } from '../books/books.ts';
import type { HolderAccount } from '../account/holder-rows.ts';
import type { LossReport } from '../loss/loss-rows.ts';
import { reportLoss } from '../loss/loss-reports.ts';
import { handledBy, requireReport } from '../loss/loss-steps.ts';
import type { Asked } from '../request/asked.ts';
import { answeredOnce } from '../request/operations.ts';
import { recordAs } from '../request/record.ts';
import { accountOfCall, accountsOf, callDetails, countTry, onlyOne } from './caller.ts';
import { callerWasRight } from './calling-number.ts';

type Reporting = 'telephone.report' | 'telephone.reportUnproven';

async function report(asked: Asked<'telephone.report'>): Promise<Output<'telephone.report'>> {
  const work = async (writing: Writing) => reported(writing, asked, await accountOfCall(writing, asked));
  return answeredOnce(asked, work, toldAgain);
}

/** Throws RefusalError ID_NUMBER_INVALID, ONLINE_TOO_MANY, or PAIR_MISMATCH for anybody of whom the two are not on file. */
async function reportUnproven(
  asked: Asked<'telephone.reportUnproven'>,
  { idNumber, phone }: Input<'telephone.reportUnproven'>,
): Promise<Output<'telephone.reportUnproven'>> {
  await countTry(asked, idNumber);
  const work = async (writing: Writing) => {
    const accounts = await accountsOf(writing, idNumber);
    const holder = onlyOne(accounts.filter((each) => isSamePhone(each.phone, phone)));
    await callerWasRight(writing, asked.peer);
    return reported(writing, asked, holder);
  };
  return answeredOnce(asked, work, async (writing, kept) => {
    await callerWasRight(writing, asked.peer);
    return toldAgain(writing, kept);
  });
}

async function reported(
  writing: Writing,
  asked: Asked<Reporting>,
  holder: HolderAccount,
): Promise<Output<'telephone.report'>> {
  const contact = { phone: holder.phone, address: '' };
  const request = { holder, object: 'card', kind: 'oral', channel: 'telephone', missedSince: null, contact } as const;
  const made = await reportLoss(writing, request, handledBy(asked, null));
  const proven = asked.verb === 'telephone.report' ? 'yes' : 'no';
  await recordAs(writing, asked, 'telephone.caller', {
    subject: made.number,
    details: { ...callDetails(asked, holder), proven },
  });
  return told(made);
}

function told({ number, lapsesOn }: LossReport): Output<'telephone.report'> {
  if (lapsesOn === null) throw new Error('an oral report without a last day');
  return { number, lapsesOn };
}

async function toldAgain(writing: Writing, kept: Output<'telephone.report'>): Promise<Output<'telephone.report'>> {
  return told(await requireReport(writing, kept.number));
}

export const callerLossHandlers = {
  'telephone.report': report,
  'telephone.reportUnproven': reportUnproven,
};
