/** A caller at the telephone's menu: proven by ID number and telephone password for the length of a call (docs/rules.md 8). */
import { randomBytes } from 'node:crypto';
import type { Instant } from '../../contract/kernel/dates.ts';
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import { isSamePhone } from '../numbers/phone-number.ts';
import { judgeResidentId } from '../numbers/resident-id.ts';
import type { Reading } from '../books/books.ts';
import { findByIdNumber, requireByAccountId, type HolderAccount } from '../account/holder-rows.ts';
import { officeToday, readSettings } from '../office/office-rows.ts';
import type { Asked } from '../request/asked.ts';
import { recordDone } from '../request/record.ts';
import type { Scope } from '../request/scope.ts';
import { endHolderSession, insertHolderSession } from '../request/session/holder-session-rows.ts';
import { callerWasRight, countCallerTry } from './calling-number.ts';
import { judgeNothing, provenCaller, settledCaller } from './telephone-password.ts';

/** No call goes on for longer. */
const CALL_MILLISECONDS = 60 * 60_000;
const TOKEN_BYTES = 32;

/** What every record of a call says of it. */
export interface CallDetails extends Readonly<Record<string, string>> {
  readonly channel: 'telephone';
  readonly fromPhoneOnFile: 'yes' | 'no';
}

/** The number that the exchange says is held against the one on file; neither is put on record. */
export function callDetails({ peer }: Scope, { phone }: HolderAccount): CallDetails {
  return { channel: 'telephone', fromPhoneOnFile: peer !== null && isSamePhone(phone, peer) ? 'yes' : 'no' };
}

/** A try that anybody can see to be none is not counted. Throws RefusalError ID_NUMBER_INVALID or ONLINE_TOO_MANY. */
export async function countTry({ books, peer }: Scope, keyed: string): Promise<void> {
  await books.write(async (writing) => {
    const id = judgeResidentId(keyed, await officeToday(writing));
    if (!id.ok) throw new RefusalError('ID_NUMBER_INVALID', { fault: id.fault });
    await countCallerTry(writing, peer);
  });
}

/** Throws RefusalError ID_NUMBER_INVALID. */
export async function accountsOf(reading: Reading, keyed: string): Promise<HolderAccount[]> {
  const id = judgeResidentId(keyed, await officeToday(reading));
  if (!id.ok) throw new RefusalError('ID_NUMBER_INVALID', { fault: id.fault });
  const accounts = await findByIdNumber(reading, id.id);
  return accounts.filter(({ accountStatus }) => accountStatus === 'open');
}

/** Throws PAIR_MISMATCH for nobody, and for several of whom nobody knows which is meant. */
export function onlyOne(accounts: readonly HolderAccount[]): HolderAccount {
  const [only] = accounts;
  if (only === undefined || accounts.length > 1) throw new RefusalError('PAIR_MISMATCH');
  return only;
}

/** The proven caller's account as it stands. Throws RefusalError SIGN_IN_REQUIRED for one that was closed in the middle of the call. */
export async function accountOfCall(
  reading: Reading,
  { holder }: { readonly holder: { readonly accountId: number } },
): Promise<HolderAccount> {
  const account = await requireByAccountId(reading, holder.accountId);
  if (account.accountStatus !== 'open') throw new RefusalError('SIGN_IN_REQUIRED');
  return account;
}

/**
 * Opens the call's session. Throws RefusalError ID_NUMBER_INVALID or ONLINE_TOO_MANY, unjudged. Somebody unknown, without a password or with a locked one is refused after as long a time as somebody
 * whose password is wrong.
 */
async function prove(
  asked: Asked<'telephone.prove'>,
  input: Input<'telephone.prove'>,
): Promise<Output<'telephone.prove'>> {
  await countTry(asked, input.idNumber).catch((error: unknown) => {
    input.password.fill(0);
    throw error;
  });
  const find = async (reading: Reading): Promise<HolderAccount> => onlyOne(await accountsOf(reading, input.idNumber));
  const proven = await provenCaller(asked, find, input.password).catch(async (error: unknown) => {
    if (error instanceof RefusalError && !JUDGED.has(error.refusal.code)) await judgeNothing(asked);
    throw error;
  });
  return asked.books.write(async (writing) => {
    const holder = await settledCaller(writing, asked, find, proven);
    await callerWasRight(writing, asked.peer);
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const endsAt = (writing.at + CALL_MILLISECONDS) as Instant;
    await insertHolderSession(writing, { kind: 'call', token, accountId: holder.accountId, lossNumber: null, endsAt });
    const details = callDetails(asked, holder);
    await recordDone(writing, asked, { subject: holder.accountNumber, details });
    writing.afterCommit(() => asked.changeSession(token));
    const { telephonePinChange } = await readSettings(writing);
    return { fromPhoneOnFile: details.fromPhoneOnFile === 'yes', mayChangePin: telephonePinChange === 1 };
  });
}

/** Refused with what was keyed judged already. */
const JUDGED: ReadonlySet<string> = new Set(['TELEPHONE_PASSWORD_WRONG']);

/** The call's session ends; of a caller who proved nothing there is none, and that they called is on record all the same. */
async function hangUp(asked: Asked<'telephone.hangUp'>): Promise<Output<'telephone.hangUp'>> {
  const { holder } = asked;
  await asked.books.write(async (writing) => {
    if (holder !== null) await endHolderSession(writing, holder.hash);
    await recordDone(writing, asked, { subject: holder?.accountNumber ?? null, details: { channel: 'telephone' } });
  });
  asked.changeSession(null);
  return {};
}

export const callerHandlers = {
  'telephone.prove': prove,
  'telephone.hangUp': hangUp,
};
