/** How long certificates of an office are good, and when one is renewed. Instants are milliseconds since 1970, UTC. */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A clock that is this much behind, on either end, still finds a new certificate good. */
const CLOCKS_APART_MS = DAY;
const COUNTER_DAYS = 365;
/** As long as an office keeps its counters: with the authority's end every counter would have to join again. */
const AUTHORITY_DAYS = 20 * 365;
/** An office that is closed for a month in the last two of a certificate still renews it. */
const RENEWED_BEFORE_DAYS = 60;

export interface Validity {
  readonly from: number;
  readonly until: number;
}

export function leafValidity(now: number, authority: Validity): Validity {
  return {
    from: Math.max(now - CLOCKS_APART_MS, authority.from),
    until: Math.min(now + COUNTER_DAYS * DAY, authority.until),
  };
}

export function authorityValidity(now: number): Validity {
  return { from: now - CLOCKS_APART_MS, until: now + AUTHORITY_DAYS * DAY };
}

export type CertificateState = 'not yet' | 'good' | 'to be renewed' | 'over';

/** An old certificate renews itself while it is `to be renewed`; once it is `over`, the counter joins again. */
export function certificateState({ from, until }: Validity, now: number): CertificateState {
  if (now < from) return 'not yet';
  if (now > until) return 'over';
  return now >= until - RENEWED_BEFORE_DAYS * DAY ? 'to be renewed' : 'good';
}

/** A serial number as it is kept and compared: hexadecimal, lower case, without leading zeros. */
export function serialText(serial: string): string {
  return serial
    .toLowerCase()
    .replace(/[^0-9a-f]/g, '')
    .replace(/^0+(?=.)/, '');
}

/** The SHA-256 of a certificate for people to compare: sixteen groups of four. */
export function fingerprintText(digest: Uint8Array): string {
  const digits = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return (digits.match(/.{4}/g) ?? []).join(' ').toUpperCase();
}
