/**
 * The card's PIN changed by keys of the telephone: the old one, then the new one twice, by the rules, tries and lock of the counter
 * (docs/rules.md 4). No digit is answered, kept or recorded, and all are overwritten.
 */
import { timingSafeEqual } from 'node:crypto';
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { WeakPin } from '../../contract/kernel/vocabulary.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import type { Writing } from '../books/books.ts';
import type { HolderAccount } from '../account/holder-rows.ts';
import { readSettings } from '../office/office-rows.ts';
import { findPin, findTelephonePassword, savePin, type KeptSecret, type PinRow } from '../pin/pin-rows.ts';
import { isSixDigits, weakPin } from '../pin/pin-rules.ts';
import type { PinKey, SecretHash } from '../pin/pin-secrets.ts';
import { afterPinEvent } from '../pin/pin-state-rules.ts';
import type { Asked } from '../request/asked.ts';
import { recordAs } from '../request/record.ts';
import { accountOfCall, callDetails } from './caller.ts';

type Changing = Asked<'telephone.changePin'>;
type Digits = Input<'telephone.changePin'>;
type Outcome = Output<'telephone.changePin'>;

/** What the digits are judged by, with this try counted. */
interface Try {
  readonly holder: HolderAccount;
  readonly pin: PinRow;
  readonly telephone: KeptSecret | null;
  readonly key: PinKey;
  readonly pinTries: number;
}

type Judged =
  | { readonly right: false }
  | { readonly right: true; readonly outcome: Extract<Outcome, { readonly outcome: 'different' | 'weak' }> }
  | { readonly right: true; readonly secret: SecretHash };

/** Throws RefusalError NOT_BY_TELEPHONE by the office's setting, PIN_STATE where there is no PIN that could be changed. */
async function changePin(asked: Changing, input: Digits): Promise<Outcome> {
  try {
    return await asked.pins.oneAtATime(asked.holder.accountId, async () => {
      const counted = await asked.books.write((writing) => countTry(writing, asked));
      if ('outcome' in counted) return counted;
      const judged = await judge(counted, input);
      return asked.books.write((writing) => settle(writing, asked, counted, judged));
    });
  } finally {
    for (const digits of [input.old, input.new, input.repeated]) digits.fill(0);
  }
}

/** A try is counted before it is judged; one that was counted and not judged may have been the last. */
async function countTry(writing: Writing, asked: Changing): Promise<Try | Outcome> {
  const { telephonePinChange, pinTries } = await readSettings(writing);
  if (telephonePinChange === 0) throw new RefusalError('NOT_BY_TELEPHONE');
  const holder = await accountOfCall(writing, asked);
  const pin = await findPin(writing, holder.accountId);
  if (pin?.state !== 'set') throw new RefusalError('PIN_STATE', { state: `pin-${pin?.state ?? 'none'}` });
  const key = await asked.pins.requireKey(writing);
  const telephone = await findTelephonePassword(writing, holder.accountId);
  if (pin.wrongTries >= pinTries) return wrong(writing, asked, { holder, pin, telephone, key, pinTries });
  const seq = await recordAs(writing, asked, 'pin.try', recordOf(asked, holder));
  const counted = { ...pin, wrongTries: pin.wrongTries + 1 };
  await savePin(writing, holder.accountId, counted, seq);
  return { holder, pin: counted, telephone, key, pinTries };
}

function recordOf(asked: Changing, holder: HolderAccount) {
  return { subject: holder.accountNumber, details: callDetails(asked, holder) };
}

/** Nothing is read or written here. */
async function judge({ holder, pin, telephone, key }: Try, digits: Digits): Promise<Judged> {
  const { accountId } = holder;
  const right = isSixDigits(digits.old) && (await key.matches('card', accountId, digits.old, pin));
  if (!right) return { right };
  if (!isSame(digits.new, digits.repeated)) return { right, outcome: { outcome: 'different' } };
  const rule = weakPin(digits.new, holder) ?? (await known(key, accountId, digits.new, { pin, telephone }));
  if (rule !== null) return { right, outcome: { outcome: 'weak', rule } };
  return { right, secret: await key.seal('card', accountId, digits.new) };
}

async function known(
  key: PinKey,
  accountId: number,
  digits: Uint8Array,
  { pin, telephone }: Pick<Try, 'pin' | 'telephone'>,
): Promise<WeakPin | null> {
  if (await key.matches('card', accountId, digits, pin)) return 'PREVIOUS';
  const isTelephone = telephone !== null && (await key.matches('telephone', accountId, digits, telephone));
  return isTelephone ? 'SAME_AS_OTHER' : null;
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

/** Throws RefusalError PIN_STATE when the PIN became another one while the digits were judged. */
async function settle(writing: Writing, asked: Changing, tried: Try, judged: Judged): Promise<Outcome> {
  const { holder, pin } = tried;
  const present = await findPin(writing, holder.accountId);
  if (present?.state !== 'set' || Buffer.compare(present.hash, pin.hash) !== 0)
    throw new RefusalError('PIN_STATE', { state: `pin-${present?.state ?? 'none'}` });
  if (!judged.right) return wrong(writing, asked, { ...tried, pin: present });
  if ('outcome' in judged) {
    const seq = await recordAs(writing, asked, 'pin.prove', recordOf(asked, holder));
    await savePin(writing, holder.accountId, { ...present, wrongTries: 0 }, seq);
    return judged.outcome;
  }
  const state = afterPinEvent('set', 'change');
  if (state !== 'set') throw new Error('a PIN that is set can be changed');
  const seq = await recordAs(writing, asked, 'pin.change', recordOf(asked, holder));
  await savePin(writing, holder.accountId, { ...judged.secret, wrongTries: 0, state }, seq);
  return { outcome: 'changed' };
}

/** The last wrong try locks it; a lock is lifted by a reset at the counter. */
async function wrong(writing: Writing, asked: Changing, { holder, pin, pinTries }: Try): Promise<Outcome> {
  const triesLeft = Math.max(0, pinTries - pin.wrongTries);
  const state = afterPinEvent('set', triesLeft === 0 ? 'lastTryWrong' : 'proveWrong') === 'locked' ? 'locked' : 'set';
  const { subject, details } = recordOf(asked, holder);
  const seq = await recordAs(writing, asked, state === 'locked' ? 'pin.lock' : 'pin.wrong', {
    subject,
    details: { ...details, triesLeft },
  });
  await savePin(writing, holder.accountId, { ...pin, state }, seq);
  return state === 'locked' ? { outcome: 'locked' } : { outcome: 'wrong', triesLeft };
}

export const callerPinHandlers = { 'telephone.changePin': changePin };
