/**
 * The certificate that the holders' door shows: the one of the given files, read anew when they change, so that whatever renews it needs no
 * restart; else one of the office's own authority, which nobody's telephone knows.
 */
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { RefusalError } from '../../contract/kernel/errors.ts';
import { refusingDisk } from '../../disk/disk-refusal.ts';
import type { ServerCertificate } from '../identity/server-certificate.ts';
import type { WebIdentity } from './web-door.ts';

export interface WebCertificate {
  readonly identity: WebIdentity;
  /** The one that takes its place; null while it stands. Files that cannot be used just now leave the one before. */
  readonly look: () => Promise<WebIdentity | null>;
}

export function ownCertificate(certificate: ServerCertificate): WebCertificate {
  return { identity: certificate.identity, look: () => certificate.look() };
}

/** Throws RefusalError for what the disk does, and KEY_WRONG where the two are no pair. */
export function givenCertificate(files: { readonly certificate: string; readonly key: string }): WebCertificate {
  let seen = changedAt(files);
  return {
    identity: readPair(files),
    look: async () => {
      try {
        const now = changedAt(files);
        if (now === seen) return null;
        const renewed = readPair(files);
        seen = now;
        return renewed;
      } catch (error) {
        // Written half, it is looked at again in a minute.
        if (error instanceof RefusalError) return null;
        throw error;
      }
    },
  };
}

function changedAt({ certificate, key }: { readonly certificate: string; readonly key: string }): string {
  return refusingDisk(() => [certificate, key].map((file) => statSync(file).mtimeMs).join(' '));
}

function readPair(files: { readonly certificate: string; readonly key: string }): WebIdentity {
  const [certificate, key] = refusingDisk(() => [
    readFileSync(files.certificate, 'utf8'),
    readFileSync(files.key, 'utf8'),
  ]);
  if (!isPair(certificate, key)) throw new RefusalError('KEY_WRONG', { path: files.key });
  return { certificate, key };
}

function isPair(certificate: string, key: string): boolean {
  try {
    return new X509Certificate(certificate).checkPrivateKey(createPrivateKey(key));
  } catch {
    return false;
  }
}
