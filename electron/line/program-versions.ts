/** Whether two programs understand each other. A verb may have changed with any release, so both are of one. */
import type { Refusal } from '../contract/kernel/errors.ts';
import type { Hello } from './line-messages.ts';

type Version = Pick<Hello, 'protocol' | 'program'>;

/** Null when they do; else which of the two is behind, in the words of the counter. */
export function programsDiffer(counter: Version, server: Version): Refusal | null {
  const order = counter.protocol - server.protocol || compareReleases(counter.program, server.program);
  if (order === 0) return null;
  const details = { own: counter.program, server: server.program };
  return { code: order < 0 ? 'PROGRAM_OLDER' : 'PROGRAM_NEWER', details };
}

/** By their numbers, `1.10` after `1.9`. */
function compareReleases(one: string, other: string): number {
  const [left, right] = [numbersOf(one), numbersOf(other)];
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const order = (left[at] ?? 0) - (right[at] ?? 0);
    if (order !== 0) return order;
  }
  return 0;
}

function numbersOf(version: string): number[] {
  return (version.match(/\d+/g) ?? []).map(Number);
}
