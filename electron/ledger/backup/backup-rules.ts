/** How copies of the books are named, which of them are kept, and when the next one is due (docs/ledger.md 7). */
import { localTime, type Instant } from '../../contract/kernel/dates.ts';

/** Whose copies lie in a place: several offices may share one. */
export interface CopiedOffice {
  readonly code: string;
  readonly officeId: string;
}

/** A copy by its name. */
export interface NamedCopy {
  readonly name: string;
  readonly at: Instant;
}

const HOURLY = 24;
const DAILY = 31;
const MONTHLY = 24;

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** A place that failed is tried again. */
const AGAIN_AFTER_MS = 5 * MINUTE_MS;
/** The morning's work comes first where a copy is due at the opening. */
const AFTER_OPENING_MS = 5 * MINUTE_MS;

/** `medicard-0101-7b0e7e9e-20261128T013000Z.backup`: its office, and when it was begun, in UTC. */
export function copyName(office: CopiedOffice, at: Instant): string {
  const time = new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
  return `${prefixOf(office)}${time}Z.backup`;
}

/** The same without its time: what is called so belongs to this office, finished or not. */
export function prefixOf({ code, officeId }: CopiedOffice): string {
  return `medicard-${code}-${officeId.slice(0, 8)}-`;
}

/** Null for what is no finished copy of this office. */
export function copyOfName(office: CopiedOffice, name: string): NamedCopy | null {
  const prefix = prefixOf(office);
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.backup$/.exec(name.slice(prefix.length)) ?? [];
  if (!name.startsWith(prefix) || second === undefined) return null;
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(at) ? null : { name, at: at as Instant };
}

/**
 * The newest copy of each of the last 24 hours, 31 days and 24 months of the office's clock that have one: an office that was
 * closed for a month loses none by it. Newest first.
 */
export function keptCopies(copies: readonly NamedCopy[], timeZone: string): NamedCopy[] {
  const newest = copies.toSorted((one, other) => other.at - one.at || (one.name < other.name ? 1 : -1));
  const timed = newest.map((copy) => ({ copy, time: localTime(copy.at, timeZone) }));
  const kept = new Set<NamedCopy>();
  for (const [characters, most] of [
    ['YYYY-MM-DD HH'.length, HOURLY],
    ['YYYY-MM-DD'.length, DAILY],
    ['YYYY-MM'.length, MONTHLY],
  ] as const) {
    const seen = new Set<string>();
    for (const { copy, time } of timed) {
      const slot = time.slice(0, characters);
      if (seen.has(slot)) continue;
      if (seen.size === most) break;
      seen.add(slot);
      kept.add(copy);
    }
  }
  return newest.filter((copy) => kept.has(copy));
}

export interface PlaceTimes {
  /** Of the newest whole copy there; null for none. */
  readonly lastGoodAt: Instant | null;
  /** Null while nothing was tried since the opening. */
  readonly triedAt: Instant | null;
  readonly isFailing: boolean;
}

/** When a copy is next to be made there; a clock that was put back puts off none for longer than an hour. */
export function nextCopyAt({ lastGoodAt, triedAt, isFailing }: PlaceTimes, openedAt: Instant, now: Instant): Instant {
  if (isFailing && triedAt !== null) return soonest(triedAt + AGAIN_AFTER_MS, now);
  const afterOpening = triedAt === null ? openedAt + AFTER_OPENING_MS : 0;
  return soonest(Math.max(afterOpening, lastGoodAt === null ? 0 : lastGoodAt + HOUR_MS), now);
}

function soonest(at: number, now: Instant): Instant {
  return Math.min(at, now + HOUR_MS) as Instant;
}
