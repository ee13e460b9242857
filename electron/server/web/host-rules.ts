/** Whether a request names this server: a page that is asked for under another name is another's trick. */
import type { X509Certificate } from 'node:crypto';

const HOST = /^(?:\[([0-9a-f:.]+)\]|([a-z0-9.-]+))(?::(\d{1,5}))?$/i;
const ADDRESS = /^[\d.]+$|:/;

/** The host of a Host header without its port, in small letters; null for what is none. */
export function hostName(header: string | undefined): string | null {
  const [, bracketed, plain] = HOST.exec(header ?? '') ?? [];
  return (bracketed ?? plain)?.toLowerCase() ?? null;
}

/** The names of a server are those of its certificate. */
export function isServedName(certificate: X509Certificate, name: string): boolean {
  if (isAddress(name)) return certificate.checkIP(name) !== undefined;
  return certificate.checkHost(name, { subject: 'never' }) !== undefined;
}

/** An address has no passkeys: they belong to a name (WebAuthn 5.1.2, the relying party's id). */
export function isAddress(name: string): boolean {
  return ADDRESS.test(name);
}
