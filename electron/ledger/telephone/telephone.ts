/**
 * What a clerk at the telephone does for a caller: an oral report of the card, or the balance after the holder's telephone
 * password (docs/rules.md 3).
 */
import { RefusalError } from '../../contract/kernel/errors.ts';
import { lossOfCallerSchema, type LossOfCaller } from '../../contract/loss/loss-views.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import { maskCard } from '../numbers/masking.ts';
import { appendAudit } from '../books/audit/audit-chain.ts';
import type { Reading, Writing } from '../books/books.ts';
import type { HolderAccount } from '../account/holder-rows.ts';
import { officeToday, readSettings, requireOffice } from '../office/office-rows.ts';
import { findTelephonePassword, saveTelephonePassword, type KeptSecret } from '../pin/pin-rows.ts';
import { writeCountingGuesses } from '../request/clerk/counted-guess.ts';
import { holderByPerson } from '../account/holder-by-person.ts';
import type { LossReport } from '../loss/loss-rows.ts';
import { lossView } from '../loss/loss-view.ts';
import { reportLoss } from '../loss/loss-reports.ts';
import { handledBy, requireReport } from '../loss/loss-steps.ts';
import { answeredOnce } from '../request/operations.ts';
import type { Asked } from '../request/asked.ts';
import { recordDone, type RecordName } from '../request/record.ts';
import type { Scope } from '../request/scope.ts';

type Caller = Input<'loss.reportByTelephone'>['caller'];
type ProvenCaller = Input<'balance.byTelephone'>['caller'];

async function reportByTelephone(
  asked: Asked<'loss.reportByTelephone'>,
  input: Input<'loss.reportByTelephone'>,
): Promise<Output<'loss.reportByTelephone'>> {
  const work = async (writing: Writing): Promise<Output<'loss.reportByTelephone'>> => {
    const holder = await holderByPerson(writing, input.caller, await officeToday(writing));
    const contact = { phone: holder.phone, address: '' };
    const request = { holder, object: 'card', kind: 'oral', channel: 'telephone', missedSince: null, contact } as const;
    const report = await reportLoss(writing, request, handledBy(asked, null));
    return toldOf(writing, report);
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
  const proven = await provenCaller(asked, input.caller);
  const work = async (writing: Writing): Promise<Output<'balance.byTelephone'>> => {
    const holder = await settledCaller(writing, asked, input.caller, proven);
    const { businessDate } = await requireOffice(writing);
    await recordDone(writing, asked, { subject: holder.accountNumber });
    return { cardMasked: maskCard(holder.card), balanceFen: holder.balanceFen, businessDate };
  };
  // A caller who has been told once is told again only as somebody whose password still holds.
  return answeredOnce(asked, work, async (writing, kept) => {
    await settledCaller(writing, asked, input.caller, proven);
    return kept;
  });
}

/** The hash of the telephone password that the caller was judged by. */
type Proven = { readonly hash: Uint8Array };

/**
 * ID number, name and phone on file together, then the telephone password; one sentence whichever of the three is wrong.
 * The try is counted before it is judged. Throws RefusalError ID_NUMBER_INVALID, PAIR_MISMATCH, TELEPHONE_PASSWORD_UNSET,
 * _LOCKED or _WRONG.
 */
async function provenCaller(scope: Scope, caller: ProvenCaller): Promise<Proven> {
  const { holder, kept, left, pinKey } = await writeCountingGuesses(scope, (writing) =>
    countedTry(writing, scope, caller),
  );
  const typed = Buffer.from(caller.telephonePassword);
  const right = await pinKey.matches('telephone', holder.accountId, typed, kept);
  typed.fill(0);
  if (!right) throw new RefusalError('TELEPHONE_PASSWORD_WRONG', left);
  return { hash: kept.hash };
}

async function countedTry(writing: Writing, scope: Scope, caller: Caller) {
  const holder = await holderByPerson(writing, caller, await officeToday(writing));
  const kept = await findTelephonePassword(writing, holder.accountId);
  if (kept === null) throw new RefusalError('TELEPHONE_PASSWORD_UNSET');
  const { pinTries } = await readSettings(writing);
  if (kept.wrongTries >= pinTries) throw new RefusalError('TELEPHONE_PASSWORD_LOCKED');
  const pinKey = await scope.pins.requireKey(writing);
  const wrongTries = kept.wrongTries + 1;
  await saveCount(writing, scope, holder, { ...kept, wrongTries }, 'pin.telephoneTry');
  const left = pinTries - wrongTries;
  return { holder, kept, left: left > 0 ? { left } : { left, lockedAfter: wrongTries }, pinKey };
}

/** The caller again, inside the transaction that does what they ask; a right password starts the count afresh. */
async function settledCaller(writing: Writing, scope: Scope, caller: Caller, proven: Proven): Promise<HolderAccount> {
  const holder = await holderByPerson(writing, caller, await officeToday(writing));
  const kept = await findTelephonePassword(writing, holder.accountId);
  // Another one was set at the counter while this one was judged.
  if (kept === null || Buffer.compare(kept.hash, proven.hash) !== 0) throw new RefusalError('TELEPHONE_PASSWORD_WRONG');
  await saveCount(writing, scope, holder, { ...kept, wrongTries: 0 }, 'pin.telephoneRight');
  return holder;
}

async function saveCount(
  writing: Writing,
  { actor }: Scope,
  { accountId, accountNumber }: HolderAccount,
  secret: KeptSecret,
  verb: RecordName<'balance.byTelephone'>,
): Promise<void> {
  const seq = await appendAudit(writing, { actor, verb, subject: accountNumber, outcome: 'done' });
  await saveTelephonePassword(writing, accountId, secret, seq);
}

export const telephoneHandlers = {
  'loss.reportByTelephone': reportByTelephone,
  'balance.byTelephone': balanceByTelephone,
};
