/**
 * Passwords of holders are hashed one after the other, and few wait: hashing is slow on purpose, and a flood of sign-ins from many
 * addresses would else take every thread and core from the counters (docs/rules.md 7).
 */
import { RefusalError } from '../../contract/kernel/errors.ts';

/** Some two seconds' worth. */
const MOST_WAITING = 40;

let waiting = 0;
let last: Promise<null> = Promise.resolve(null);

/** Throws RefusalError ONLINE_TOO_MANY where too many wait, before anything of the request was counted or judged. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting >= MOST_WAITING) throw new RefusalError('ONLINE_TOO_MANY');
  waiting += 1;
  const before = last;
  const ended = Promise.withResolvers<null>();
  last = ended.promise;
  try {
    await before;
    return await work();
  } finally {
    waiting -= 1;
    // Whoever comes next waited for the end of this one, however it ended.
    ended.resolve(null);
  }
}
