/** What was counted and timed of a teller's tasks, as rows of the bench. */
import type { Finding } from './bench-table.ts';
import type { Pairs } from './side-by-side.ts';

/** Who presses keys for a task. */
export type Hand = 'clerk' | 'customer' | 'supervisor';

export type KeyCounts = Readonly<Record<Hand, number>>;

export interface TellerGoal {
  readonly name: string;
  /** From the first key to what the clerk sees when they may go on. */
  readonly what: string;
  /** At most so many; a hand that is not named presses none. */
  readonly keys: Partial<KeyCounts>;
  /** At most so many times the time of a blank key press. */
  readonly blankPresses: number;
}

const HANDS: readonly Hand[] = ['clerk', 'customer', 'supervisor'];

/**
 * One row of time, and one of keys for each hand that may press any or did.
 * @param counts of every round: the most of them counts.
 */
export function tellerRows({ name, what, keys, blankPresses }: TellerGoal, time: Pairs, counts: readonly KeyCounts[]) {
  const rows: Finding[] = [
    {
      name: `${name}-time`,
      measured: { what, value: time.measured, unit: 'ms' },
      baseline: { what: 'a blank key press', value: time.baseline, unit: 'ms' },
      ratio: time.ratio,
      goal: { of: 'ratio', atMost: blankPresses },
    },
  ];
  for (const hand of HANDS) {
    const most = Math.max(...counts.map((count) => count[hand]));
    const allowed = keys[hand] ?? 0;
    if (most > 0 || allowed > 0) rows.push(keyRow(`${name}-${hand}`, most, allowed));
  }
  return rows;
}

function keyRow(name: string, most: number, allowed: number): Finding {
  return {
    name,
    measured: { what: 'pressed', value: most, unit: 'keys' },
    baseline: { what: 'allowed', value: allowed, unit: 'keys' },
    ratio: most / allowed,
    goal: { of: 'value', atMost: allowed },
  };
}
