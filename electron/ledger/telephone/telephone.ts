/**
 * What a clerk at the telephone does for a caller: an oral report of the card, or the balance after the holder's telephone
 * password (docs/rules.md 3).
 */
import { lossOfCallerSchema, type LossOfCaller } from '../../contract/loss/loss-views.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import { maskCard } from '../numbers/masking.ts';
import type { Reading, Writing } from '../books/books.ts';
import type { HolderAccount } from '../account/holder-rows.ts';
import { officeToday, requireOffice } from '../office/office-rows.ts';
import { holderByPerson } from '../account/holder-by-person.ts';
import type { LossReport } from '../loss/loss-rows.ts';
import { lossView } from '../loss/loss-view.ts';
import { reportLoss } from '../loss/loss-reports.ts';
import { handledBy, requireReport } from '../loss/loss-steps.ts';
import { answeredOnce } from '../request/operations.ts';
import type { Asked } from '../request/asked.ts';
import { recordDone } from '../request/record.ts';
import { provenCaller, settledCaller } from './telephone-password.ts';

type Caller = Input<'loss.reportByTelephone'>['caller'];

/** ID number, name and phone on file together; one sentence whichever of the three is wrong. */
async function callerOf(writing: Writing, caller: Caller): Promise<HolderAccount> {
  return holderByPerson(writing, caller, await officeToday(writing));
}

async function reportByTelephone(
  asked: Asked<'loss.reportByTelephone'>,
  input: Input<'loss.reportByTelephone'>,
): Promise<Output<'loss.reportByTelephone'>> {
  const work = async (writing: Writing): Promise<Output<'loss.reportByTelephone'>> => {
    const holder = await callerOf(writing, input.caller);
    const contact = { phone: holder.phone, address: '' };
    const request = { holder, object: 'card', kind: 'oral', channel: 'telephone', missedSince: null, contact } as const;
    return toldOf(writing, await reportLoss(writing, request, handledBy(asked, null)));
  };
  return answeredOnce(asked, work, async (writing, kept) => toldOf(writing, await requireReport(writing, kept.number)));
}

async function toldOf(reading: Reading, report: LossReport): Promise<LossOfCaller> {
  return lossOfCallerSchema.parse(await lossView(reading, report));
}

async function balanceByTelephone(
  asked: Asked<'balance.byTelephone'>,
  input: Input<'balance.byTelephone'>,
): Promise<Output<'balance.byTelephone'>> {
  const find = (writing: Writing): Promise<HolderAccount> => callerOf(writing, input.caller);
  const proven = await provenCaller(asked, find, Buffer.from(input.caller.telephonePassword));
  const work = async (writing: Writing): Promise<Output<'balance.byTelephone'>> => {
    const holder = await settledCaller(writing, asked, find, proven);
    const { businessDate } = await requireOffice(writing);
    await recordDone(writing, asked, { subject: holder.accountNumber });
    return { cardMasked: maskCard(holder.card), balanceFen: holder.balanceFen, businessDate };
  };
  // A caller who has been told once is told again only as somebody whose password still holds.
  return answeredOnce(asked, work, async (writing, kept) => {
    await settledCaller(writing, asked, find, proven);
    return kept;
  });
}

export const telephoneHandlers = {
  'loss.reportByTelephone': reportByTelephone,
  'balance.byTelephone': balanceByTelephone,
};
