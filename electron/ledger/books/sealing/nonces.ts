/**
 * Nonces for sealing, 96 random bits each (NIST SP 800-38D, 8.2.2). Drawn from the system by the page: loading a
 * register seals five million fields, and asking for twelve bytes at a time took a quarter of it.
 */
import { randomFillSync } from 'node:crypto';

export const NONCE_BYTES = 12;
const POOL_BYTES = NONCE_BYTES * 512;

const pool = Buffer.alloc(POOL_BYTES);
let used = POOL_BYTES;

/** Never the same bytes of the pool twice; the answer is the caller's own copy. */
export function nextNonce(): Buffer {
  if (used === POOL_BYTES) {
    randomFillSync(pool);
    used = 0;
  }
  const nonce = Buffer.from(pool.subarray(used, used + NONCE_BYTES));
  used += NONCE_BYTES;
  return nonce;
}
