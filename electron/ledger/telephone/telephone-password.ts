/**
 * The telephone password, which proves a caller (docs/rules.md 3 and 8). A try is counted before it is judged, judged outside of any
 * transaction because judging is slow on purpose, and settled in another, which looks again at what it was judged by.
 */
import { randomBytes } from 'node:crypto';
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { Writing } from '../books/books.ts';
import type { HolderAccount } from '../account/holder-rows.ts';
import { readSettings } from '../office/office-rows.ts';
import { findTelephonePassword, saveTelephonePassword, type KeptSecret } from '../pin/pin-rows.ts';
import type { PinKey } from '../pin/pin-secrets.ts';
import { writeCountingGuesses } from '../request/clerk/counted-guess.ts';
import { recordAs } from '../request/record.ts';
import type { Scope } from '../request/scope.ts';

/** The verbs that try it. */
type Trying = Scope & { readonly verb: 'balance.byTelephone' | 'telephone.prove' };
/** Finds whom the caller says they are. Throws the refusal for somebody unknown. */
type FindCaller = (writing: Writing) => Promise<HolderAccount>;

/** The account, and the hash that the caller was judged by. */
export interface ProvenCaller {
  readonly accountId: number;
  readonly hash: Uint8Array;
}

interface CountedTry {
  readonly holder: HolderAccount;
  readonly kept: KeptSecret;
  readonly left: Readonly<Record<string, number>>;
  readonly pinKey: PinKey;
}

/**
 * Throws TELEPHONE_PASSWORD_UNSET, _LOCKED or _WRONG, or what `find` throws.
 * @param typed is overwritten once it is judged.
 */
export async function provenCaller(scope: Trying, find: FindCaller, typed: Uint8Array): Promise<ProvenCaller> {
  try {
    const { holder, kept, left, pinKey } = await writeCountingGuesses(scope, (writing) =>
      countedTry(writing, scope, find),
    );
    const right = await pinKey.matches('telephone', holder.accountId, typed, kept);
    if (!right) throw new RefusalError('TELEPHONE_PASSWORD_WRONG', left);
    return { accountId: holder.accountId, hash: kept.hash };
  } finally {
    typed.fill(0);
  }
}

/** As long as a try takes that is judged: who is refused before it hears so no sooner. */
export async function judgeNothing(scope: Scope): Promise<void> {
  const key = await scope.books.write((writing) => scope.pins.requireKey(writing));
  await key.matches('telephone', 0, randomBytes(6), { salt: randomBytes(16), hash: randomBytes(32) });
}

async function countedTry(writing: Writing, scope: Trying, find: FindCaller): Promise<CountedTry> {
  const holder = await find(writing);
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
export async function settledCaller(
  writing: Writing,
  scope: Trying,
  find: FindCaller,
  proven: ProvenCaller,
): Promise<HolderAccount> {
  const holder = await find(writing);
  const kept = await findTelephonePassword(writing, holder.accountId);
  const isSame = kept !== null && holder.accountId === proven.accountId;
  // Another one was set at the counter while this one was judged.
  if (!isSame || Buffer.compare(kept.hash, proven.hash) !== 0) throw new RefusalError('TELEPHONE_PASSWORD_WRONG');
  await saveCount(writing, scope, holder, { ...kept, wrongTries: 0 }, 'pin.telephoneRight');
  return holder;
}

async function saveCount(
  writing: Writing,
  scope: Trying,
  { accountId, accountNumber }: HolderAccount,
  secret: KeptSecret,
  name: 'pin.telephoneTry' | 'pin.telephoneRight',
): Promise<void> {
  const seq = await recordAs(writing, scope, name, { subject: accountNumber });
  await saveTelephonePassword(writing, accountId, secret, seq);
}
