/**
 * argon2id, slow on purpose, and never on the event loop: in Node's own threads where its crypto has it, else in a thread
 * of ours, as Electron's crypto lacks it. Both give the same hash.
 */
import crypto from 'node:crypto';
import { argon2idInThread } from './argon2id-thread.ts';
import { HASH_BYTES, type Argon2Strength, type Argon2Work } from './argon2id-work.ts';

/** Of PINs and passwords alike (docs/rules.md 4). */
export const STRENGTH: Argon2Strength = { memoryKib: 19_456, passes: 2, lanes: 1 };

let native: boolean | null = null;

export async function argon2id(
  password: Uint8Array,
  salt: Uint8Array,
  strength: Argon2Strength = STRENGTH,
): Promise<Uint8Array> {
  native ??= isNative();
  return (native ? argon2idOfNode : argon2idInThread)({ password, salt, strength });
}

/** A runtime may name the function and refuse it, so it is tried once with next to no work. */
function isNative(): boolean {
  if (!('argon2Sync' in crypto)) return false;
  try {
    const least = { memory: 8, passes: 1, parallelism: 1, tagLength: 4 };
    crypto.argon2Sync('argon2id', { message: Buffer.alloc(1), nonce: Buffer.alloc(16), ...least });
    return true;
  } catch {
    return false;
  }
}

export function argon2idOfNode({ password, salt, strength }: Argon2Work): Promise<Uint8Array> {
  const { memoryKib: memory, passes, lanes: parallelism } = strength;
  const work = { message: password, nonce: salt, memory, passes, parallelism, tagLength: HASH_BYTES };
  return new Promise((resolve, reject) => {
    crypto.argon2('argon2id', work, (error, hash) => {
      if (error === null) resolve(hash);
      else reject(error);
    });
  });
}
