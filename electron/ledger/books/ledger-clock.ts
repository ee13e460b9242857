/**
 * The time the ledger works with: the computer's clock, and never a time before its own last commit. A clock that was
 * corrected by a little waits at the last commit; one that lies further behind is told, and a supervisor decides.
 */
import { localTime, type Instant } from '../../contract/kernel/dates.ts';
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { Questions, Statements } from './prepared.ts';
import { refuseDamagedOffice } from './stored-office.ts';

export type Clock = () => Instant;

/** A clock that lies behind the last commit by more than a correction. */
export interface ClockBehind {
  readonly lastCommit: Instant;
  readonly clock: Instant;
}

/** A time service corrects a clock by less; who sets it by hand sets it by more. */
export const CORRECTION_MILLISECONDS = 120_000;

export class LedgerClock {
  readonly #clock: Clock;
  #lastCommit: Instant;
  /** The latest time that anything was answered with. */
  #told: Instant;
  /** From where the time runs on while the clock lies behind, so that a wait that was imposed still ends. */
  #behindSince: { readonly clock: Instant; readonly time: Instant } | null = null;

  constructor(clock: Clock, lastCommit: Instant) {
    this.#clock = clock;
    this.#lastCommit = lastCommit;
    this.#told = lastCommit;
  }

  get lastCommit(): Instant {
    return this.#lastCommit;
  }

  /** Null while the clock is right, or behind by no more than a correction. */
  behind(): ClockBehind | null {
    const clock = this.#clock();
    const lastCommit = this.#lastCommit;
    return lastCommit - clock > CORRECTION_MILLISECONDS ? { lastCommit, clock } : null;
  }

  now(): Instant {
    const clock = this.#clock();
    const time = this.#lastCommit - clock > CORRECTION_MILLISECONDS ? this.#runOn(clock) : this.#waited(clock);
    this.#told = time;
    return time;
  }

  /** What was answered a moment ago is not earlier now; a clock that only jumped ahead for a while is forgotten. */
  #waited(clock: Instant): Instant {
    this.#behindSince = null;
    const told = this.#told - clock <= CORRECTION_MILLISECONDS ? this.#told : clock;
    return later(later(clock, this.#lastCommit), told);
  }

  #runOn(clock: Instant): Instant {
    const since = this.#behindSince;
    if (since === null || clock < since.clock) {
      this.#behindSince = { clock, time: this.#lastCommit };
      return this.#lastCommit;
    }
    return later(this.#lastCommit, (since.time + (clock - since.clock)) as Instant);
  }

  /** A commit was made at this time. */
  committed(at: Instant): void {
    this.#lastCommit = later(this.#lastCommit, at);
  }

  /** A supervisor decided that the clock is right, and the time before it was not. */
  accepted(at: Instant): void {
    this.#lastCommit = at;
    this.#told = at;
    this.#behindSince = null;
  }
}

function later(one: Instant, other: Instant): Instant {
  return one > other ? one : other;
}

/** The time of the last commit, or of the last record where that is later. Zero for new books. */
export function readLastCommit(sql: Questions): Instant {
  const at = sql
    .values<[], number>(
      `SELECT max(coalesce((SELECT at FROM ledger_time), 0),
         coalesce((SELECT at FROM audit ORDER BY seq DESC LIMIT 1), 0))`,
    )
    .get();
  return (at ?? 0) as Instant;
}

/** Keeps the time of a commit in the commit itself. */
export interface CommitTime {
  begin(): void;
  /** Answers false, and keeps nothing, where nothing was changed since the beginning: that costs no commit. */
  keep(at: Instant): boolean;
}

export function commitTimeOf(sql: Statements): CommitTime {
  const changes = sql.values<[], number>('SELECT total_changes()');
  const keep = sql.change<[Instant]>(
    `INSERT INTO ledger_time (id, at, kept_after_seq) VALUES (1, ?, (SELECT coalesce(max(seq), 0) FROM audit))
     ON CONFLICT (id) DO UPDATE SET at = excluded.at`,
  );
  let before = changes.get();
  return {
    begin() {
      before = changes.get();
    },
    keep(at) {
      if (changes.get() === before) return false;
      keep.run(at);
      return true;
    },
  };
}

/** Both times as the office's wall clock shows them. */
export function clockRefusal(sql: Questions, { lastCommit, clock }: ClockBehind): RefusalError {
  const zone = sql.values<[], string>('SELECT time_zone FROM office').get() ?? 'UTC';
  refuseDamagedOffice(zone);
  return new RefusalError('CLOCK_BEHIND', { last: localTime(lastCommit, zone), clock: localTime(clock, zone) });
}
