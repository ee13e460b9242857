/** By what a paper is proven to be one of ours: a digest of all that it says, and a code keyed over both. */
import { createHash } from 'node:crypto';
import { verificationCode } from '../numbers/document-number.ts';
import type { Keys } from '../books/sealing/keys.ts';

/** SHA-256 of everything the paper says, hexadecimal. */
export function contentDigest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The verification code of a document: keyed over its number and all that it says. */
export function codeOf(keys: Keys, number: string, digest: string): string {
  return verificationCode(keys.documentTag(`${number}\n${digest}`));
}
