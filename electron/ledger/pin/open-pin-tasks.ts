/**
 * What the ledger remembers while customers type: tasks under way and proofs just given, in memory alone. When the process
 * ends they are gone and nothing was half done (docs/rules.md 4).
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Instant } from '../../contract/kernel/dates.ts';
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { PinEnd, PinFault, PinTask } from '../../contract/loss/loss-views.ts';
import type { PinTaskKind } from '../../contract/kernel/vocabulary.ts';
import type { PinStep } from './pin-state-rules.ts';
import type { Writing } from '../books/books.ts';
import { keepPinKeyFingerprint, readPinKeyFingerprint } from './pin-rows.ts';
import { EntryKeys } from './entry-keys.ts';
import { PinKey } from './pin-secrets.ts';

export interface OpenPinTask {
  readonly id: string;
  readonly task: PinTaskKind;
  readonly sessionHash: string;
  /** Where the customer sits. */
  readonly counter: string;
  readonly visitId: string;
  readonly accountId: number;
  readonly holderNameMasked: string;
  readonly cardMasked: string;
  readonly lossNumber: string | null;
  readonly loss: PinTask['loss'];
  readonly contact: PinTask['contact'];
  readonly step: PinStep;
  /** New PINs that were no good so far. */
  readonly failures: number;
  readonly fault: PinFault | null;
  readonly ended: PinEnd | null;
  readonly until: Instant;
  /** How often this entry may still be given its whole time again. */
  readonly moreTimeLeft: number;
  /** A tag of the new PIN as first typed, to hold the second against; never the digits. */
  readonly firstTyped: Uint8Array | null;
}

/** What both windows may know of it. */
export function taskView(task: OpenPinTask): PinTask {
  const { id, task: kind, step, ended, fault, until, moreTimeLeft, lossNumber, loss, contact } = task;
  const { holderNameMasked, cardMasked } = task;
  const named = { taskId: id, task: kind, holderNameMasked, cardMasked, lossNumber, loss, contact };
  return { ...named, step, ended, fault, until, moreTimeLeft };
}

/** A PIN just proven opens one command of the same visit, this long. */
const PROOF_MILLISECONDS = 5 * 60_000;
/** Tasks that are over are remembered so that a late word about them is answered; the oldest go. */
const TASKS_REMEMBERED = 64;

export class OpenPinTasks {
  /** What a customer types comes sealed for these. */
  readonly entries = new EntryKeys();
  readonly #key: PinKey | null;
  readonly #tasks = new Map<string, OpenPinTask>();
  readonly #proofs = new Map<string, Instant>();
  readonly #turns = new Map<number, Promise<unknown>>();
  readonly #typedKey = randomBytes(32);
  readonly #onChange: (task: PinTask, counter: string) => void;

  /**
   * @param key null where no PIN is ever typed, as at the command line; the caller overwrites it.
   * @param onChange is called at every change, with the counter of the task.
   */
  constructor(key: Uint8Array | null, onChange: (task: PinTask, counter: string) => void) {
    this.#key = key === null ? null : new PinKey(key);
    this.#onChange = onChange;
  }

  /** The key, if it is the one these books know. Throws RefusalError PIN_KEY_MISSING. */
  async requireKey(writing: Writing): Promise<PinKey> {
    if (this.#key === null) throw new RefusalError('PIN_KEY_MISSING');
    const known = await readPinKeyFingerprint(writing);
    if (known === null) await keepPinKeyFingerprint(writing, this.#key.fingerprint);
    else if (known !== this.#key.fingerprint) throw new RefusalError('PIN_KEY_MISSING');
    return this.#key;
  }

  find(id: string): OpenPinTask | null {
    return this.#tasks.get(id) ?? null;
  }

  /** The task a visit has under way; one that a visit before left behind holds up none of the next. */
  openOf(visitId: string, now: Instant): OpenPinTask | null {
    const tasks = [...this.#tasks.values()];
    return tasks.find((task) => task.visitId === visitId && isRunning(task, now)) ?? null;
  }

  /** One that runs is never dropped: a visit has one of them at most, for as long as its entry may take. */
  keep(task: OpenPinTask, now: Instant): void {
    this.#tasks.delete(task.id);
    this.#tasks.set(task.id, task);
    const over = [...this.#tasks.values()].filter((each) => !isRunning(each, now));
    for (const { id } of over.slice(0, Math.max(0, over.length - TASKS_REMEMBERED))) this.#tasks.delete(id);
    this.#onChange(taskView(task), task.counter);
  }

  /** What is typed for one account is judged one after another, while the books are free for others. */
  async oneAtATime<T>(accountId: number, judge: () => Promise<T>): Promise<T> {
    const mine = (this.#turns.get(accountId) ?? Promise.resolve()).then(judge);
    // The next request waits for the end of this one, also when it fails.
    const over = mine.then(nothing, nothing);
    this.#turns.set(accountId, over);
    try {
      return await mine;
    } finally {
      if (this.#turns.get(accountId) === over) this.#turns.delete(accountId);
    }
  }

  /** Says nothing of the digits to anyone without this process. */
  tagOf(digits: Uint8Array): Uint8Array {
    return createHmac('sha256', this.#typedKey).update(digits).digest();
  }

  sameAsTyped(tag: Uint8Array, digits: Uint8Array): boolean {
    return timingSafeEqual(tag, this.tagOf(digits));
  }

  proven(visitId: string, now: Instant): void {
    for (const known of this.#proofs.keys()) if (!this.hasProof(known, now)) this.#proofs.delete(known);
    this.#proofs.set(visitId, now);
  }

  hasProof(visitId: string, now: Instant): boolean {
    return this.provenAt(visitId, now) !== null;
  }

  /** When the PIN was proven in the visit; null when it was not, or that opens nothing any more. */
  provenAt(visitId: string, now: Instant): Instant | null {
    const at = this.#proofs.get(visitId);
    return at !== undefined && now - at < PROOF_MILLISECONDS ? at : null;
  }

  /** A proof opens one command. */
  spendProof(visitId: string): void {
    this.#proofs.delete(visitId);
  }
}

function isRunning({ ended, until }: OpenPinTask, now: Instant): boolean {
  return ended === null && now < until;
}

function nothing(): null {
  return null;
}
