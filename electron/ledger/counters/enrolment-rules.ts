/** How long an enrolment code serves, and which number a new counter gets (docs/server.md 2). */
import type { Instant } from '../../contract/kernel/dates.ts';
import type { CounterState } from '../../contract/administration/counter-verbs.ts';

export const CODE_MILLISECONDS = 10 * 60_000;
export const CODE_TRIES = 5;
const MOST_COUNTERS = 99;
const MILLISECONDS_A_DAY = 86_400_000;
/** A certificate is renewed in its last third; earlier there is no reason to. */
const RENEWAL_DAYS = 120;

export interface GivenCode {
  readonly expiresAt: Instant;
  readonly tries: number;
  /** The request it was used for, null while it is not used. */
  readonly usedFor: string | null;
}

export type CodeFault = 'unknown' | 'used' | 'expired' | 'tried-too-often';

/** Why a code does not serve for a request at this moment, first that applies; null when its proof may be judged. */
export function codeFault(
  code: GivenCode | null,
  state: CounterState | null,
  request: string,
  at: Instant,
): CodeFault | null {
  if (code === null || state === null || state === 'revoked') return 'unknown';
  if (code.usedFor !== null && code.usedFor !== request) return 'used';
  if (at >= code.expiresAt) return 'expired';
  return code.tries >= CODE_TRIES ? 'tried-too-often' : null;
}

/** The least number that no counter ever had; null when there is none left. */
export function freeNumber(taken: Iterable<string>): string | null {
  const all = new Set(taken);
  const numbers = Array.from({ length: MOST_COUNTERS }, (_, at) => String(at + 1).padStart(2, '0'));
  return numbers.find((number) => !all.has(number)) ?? null;
}

export function mayRenew(endsAt: Instant, at: Instant): boolean {
  return endsAt - at <= RENEWAL_DAYS * MILLISECONDS_A_DAY;
}
