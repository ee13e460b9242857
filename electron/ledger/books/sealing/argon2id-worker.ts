/** The thread of argon2id-thread.ts: hashes one after another. */
import { parentPort } from 'node:worker_threads';
import { argon2id } from 'hash-wasm';
import { HASH_BYTES, type Argon2Answer, type Argon2Question } from './argon2id-work.ts';

parentPort?.on('message', ({ id, password, salt, strength }: Argon2Question) => {
  const { memoryKib: memorySize, passes: iterations, lanes: parallelism } = strength;
  const work = { memorySize, iterations, parallelism, hashLength: HASH_BYTES, outputType: 'binary' } as const;
  // What fails here ends the thread, and is thrown where the hash is waited for.
  void argon2id({ password, salt, ...work }).then((hash) => {
    password.fill(0);
    parentPort?.postMessage({ id, hash } satisfies Argon2Answer);
  });
});
