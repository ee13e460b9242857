/**
 * What a clerk could guess at: which card belongs to which ID number, which number a loss report has (docs/rules.md 2).
 * It is judged and counted in one transaction, so that many guesses at once are not judged more often than one after
 * another.
 */
import type { Instant } from '../../../contract/kernel/dates.ts';
import { RefusalError, type ErrorCode, type Refusal } from '../../../contract/kernel/errors.ts';
import type { Writing } from '../../books/books.ts';
import { countMismatch, findClerk } from './clerk-rows.ts';
import { readSettings } from '../../office/office-rows.ts';
import type { Scope } from '../scope.ts';

const MILLISECONDS_A_MINUTE = 60_000;

const GUESSES: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['PAIR_MISMATCH', 'LOSS_UNKNOWN']);

/** A refusal that was counted before it was answered; `locked` is the clerk whom it locked, null when there is none. */
export class CountedRefusal extends RefusalError {
  readonly locked: string | null;

  constructor({ code, details }: Refusal, locked: string | null) {
    super(code, details);
    this.locked = locked;
  }
}

/**
 * Runs `work` in one transaction. A wrong guess undoes the work and counts against the clerk. Throws RefusalError
 * CLERK_LOCKED or SIGN_IN_REQUIRED when the clerk was locked or disabled since the request came in.
 */
export async function writeCountingGuesses<T>(scope: Scope, work: (writing: Writing) => Promise<T>): Promise<T> {
  const outcome = await scope.books.write(async (writing): Promise<{ value: T } | { counted: CountedRefusal }> => {
    await refuseBarred(writing, scope);
    try {
      return { value: await writing.undoable(() => work(writing)) };
    } catch (error) {
      if (!(error instanceof RefusalError) || !GUESSES.has(error.refusal.code)) throw error;
      return { counted: await countedGuess(writing, scope, error.refusal) };
    }
  });
  if ('counted' in outcome) throw outcome.counted;
  return outcome.value;
}

async function refuseBarred(writing: Writing, { session }: Scope): Promise<void> {
  if (session === null) return;
  const clerkCode = session.clerk.code;
  const clerk = await findClerk(writing, clerkCode);
  if (clerk === null || clerk.disabledAt !== null) throw new RefusalError('SIGN_IN_REQUIRED', { clerkCode });
  if (clerk.lockedAt !== null) throw new RefusalError('CLERK_LOCKED', { clerkCode });
}

/** Says how many more lock the clerk, or that this one has. */
async function countedGuess(writing: Writing, { session }: Scope, { code, details }: Refusal): Promise<CountedRefusal> {
  if (session === null) return new CountedRefusal({ code, details }, null);
  const clerkCode = session.clerk.code;
  const { mismatchMinutes, mismatchLimit } = await readSettings(writing);
  const since = (writing.at - mismatchMinutes * MILLISECONDS_A_MINUTE) as Instant;
  const left = await countMismatch(writing, clerkCode, { since, limit: mismatchLimit });
  if (left > 0) return new CountedRefusal({ code, details: { ...details, left } }, null);
  return new CountedRefusal({ code, details: { ...details, left, lockedClerk: clerkCode } }, clerkCode);
}
