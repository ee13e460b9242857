/** By telephone: an oral report of the card, or the balance, after the holder's telephone password (RULES.md 3). */
import { RefusalError } from '../../contract/errors.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import { maskCard } from '../domain/masking.ts';
import { appendAudit } from '../storage/audit-chain.ts';
import type { Writing } from '../storage/books.ts';
import { findAccountByNumber, type HolderAccount } from '../storage/holder-rows.ts';
import { officeToday, readSettings, requireOffice } from '../storage/office-rows.ts';
import { findTelephonePassword, saveTelephonePassword } from '../storage/pin-rows.ts';
import { holderByPerson } from './holder-by-person.ts';
import { lossView } from './loss-view.ts';
import { reportLoss } from './loss-reports.ts';
import { requireReport } from './loss-steps.ts';
import { answeredOnce } from './operations.ts';
import { requireSession, type Scope } from './scope.ts';

type Caller = Input<'loss.reportByTelephone'>['caller'];

export async function reportByTelephone(
  scope: Scope,
  input: Input<'loss.reportByTelephone'>,
): Promise<Output<'loss.reportByTelephone'>> {
  const { clerk } = requireSession(scope);
  const work = async (writing: Writing): Promise<Output<'loss.reportByTelephone'>> => {
    const holder = await provenCaller(writing, scope, input.caller);
    const contact = { phone: holder.phone, address: '' };
    const request = { holder, object: 'card', kind: 'oral', channel: 'telephone', missedSince: null, contact } as const;
    const report = await reportLoss(writing, request, { actor: clerk.code, visitId: null, second: null });
    return lossView(writing, report);
  };
  return answeredOnce(scope, 'loss.reportByTelephone', input, work, async (writing, kept) => {
    await provenCaller(writing, scope, input.caller);
    return lossView(writing, await requireReport(writing, kept.number));
  });
}

export async function balanceByTelephone(
  scope: Scope,
  input: Input<'balance.byTelephone'>,
): Promise<Output<'balance.byTelephone'>> {
  const { clerk } = requireSession(scope);
  const work = async (writing: Writing): Promise<Output<'balance.byTelephone'>> => {
    const holder = await provenCaller(writing, scope, input.caller);
    const { businessDate } = await requireOffice(writing);
    const record = { actor: clerk.code, verb: 'balance.byTelephone', subject: holder.accountNumber, outcome: 'done' };
    await appendAudit(writing, record);
    return { cardMasked: maskCard(holder.card), balanceFen: holder.balanceFen, businessDate };
  };
  // A caller who has been told once is told again only as somebody whose password still holds.
  return answeredOnce(scope, 'balance.byTelephone', input, work, async (writing, kept) => {
    await provenCaller(writing, scope, input.caller);
    return kept;
  });
}

/**
 * ID number, name and phone on file together, then the telephone password. One sentence whichever of the three is wrong.
 * Throws RefusalError ID_NUMBER_INVALID, PAIR_MISMATCH, TELEPHONE_PASSWORD_UNSET, _LOCKED or _WRONG.
 */
async function provenCaller(writing: Writing, scope: Scope, caller: Caller): Promise<HolderAccount> {
  const holder = await holderByPerson(writing, caller, await officeToday(writing));
  const kept = await findTelephonePassword(writing, holder.accountId);
  if (kept === null) throw new RefusalError('TELEPHONE_PASSWORD_UNSET');
  const { pinTries } = await readSettings(writing);
  if (kept.wrongTries >= pinTries) throw new RefusalError('TELEPHONE_PASSWORD_LOCKED');
  const key = await scope.pins.requireKey(writing);
  const typed = Buffer.from(caller.telephonePassword);
  const right = await key.matches('telephone', holder.accountId, typed, kept);
  typed.fill(0);
  const left = pinTries - kept.wrongTries - 1;
  if (!right) throw new RefusalError('TELEPHONE_PASSWORD_WRONG', { account: holder.accountNumber, left });
  if (kept.wrongTries > 0) await clearWrongTries(writing, scope, holder);
  return holder;
}

async function clearWrongTries(writing: Writing, scope: Scope, holder: HolderAccount): Promise<void> {
  const kept = await findTelephonePassword(writing, holder.accountId);
  const record = { actor: scope.actor, verb: 'pin.telephoneRight', subject: holder.accountNumber, outcome: 'done' };
  const seq = await appendAudit(writing, record);
  if (kept !== null) await saveTelephonePassword(writing, holder.accountId, { ...kept, wrongTries: 0 }, seq);
}

/** Counted although the command was refused and undone. */
export async function countWrongTelephonePassword(writing: Writing, account: string, actor: string): Promise<void> {
  const accountId = await findAccountByNumber(writing, account);
  const kept = accountId === null ? null : await findTelephonePassword(writing, accountId);
  if (accountId === null || kept === null) return;
  const record = { actor, verb: 'pin.telephoneWrong', subject: account, outcome: 'done' };
  const seq = await appendAudit(writing, record);
  await saveTelephonePassword(writing, accountId, { ...kept, wrongTries: kept.wrongTries + 1 }, seq);
}
