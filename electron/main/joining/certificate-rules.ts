/** What this computer makes of a certificate of its own. Instants are milliseconds since 1970, UTC. */
import { createPrivateKey, X509Certificate } from 'node:crypto';

const DAY_MS = 24 * 3_600_000;
/** The server renews a certificate in the same last days of it (docs/server.md 2). */
const RENEWED_BEFORE_MS = 120 * DAY_MS;
/** A line that lasts that long is begun anew for it, so that the old certificate does not run out unnoticed. */
const USED_BEFORE_MS = 60 * DAY_MS;

export function endOf(certificate: string): number {
  return new Date(new X509Certificate(certificate).validTo).getTime();
}

export function isToBeRenewed(certificate: string, now: number): boolean {
  return endOf(certificate) - now <= RENEWED_BEFORE_MS;
}

/** Whether the one before is so near its end that its renewed one should be in use. */
export function isToBeUsed(before: string, now: number): boolean {
  return endOf(before) - now <= USED_BEFORE_MS;
}

/** Of the office's authority, as 64 hex digits. */
export function fingerprintOf(authority: string): string {
  return new X509Certificate(authority).fingerprint256.replaceAll(':', '').toLowerCase();
}

/** Whether it stands on this key and was signed by this authority: nothing else is kept. */
export function isOurs(certificate: string, { key, authority }: { readonly key: string; readonly authority: string }) {
  try {
    const [own, signing] = [new X509Certificate(certificate), new X509Certificate(authority)];
    return own.checkPrivateKey(createPrivateKey(key)) && own.verify(signing.publicKey);
  } catch {
    return false;
  }
}
