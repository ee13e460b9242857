/** The thread in which argon2id runs where the runtime has none of its own; begun with the first hash, and kept. */
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Argon2Answer, Argon2Question, Argon2Work } from './argon2id-work.ts';

/** As that of the staging thread (staging-thread.ts). */
const PROGRAM = import.meta.url.endsWith('.ts')
  ? new URL('./argon2id-worker.ts', import.meta.url)
  : new URL('./argon2id-worker.cjs', import.meta.url);

interface Waiting {
  readonly resolve: (hash: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

let thread: Worker | null = null;
let asked = 0;
const waiting = new Map<number, Waiting>();

export function argon2idInThread(work: Argon2Work): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    thread ??= started();
    // It holds the process for as long as somebody waits, and no longer.
    thread.ref();
    asked += 1;
    waiting.set(asked, { resolve, reject });
    thread.postMessage({ id: asked, ...work } satisfies Argon2Question);
  });
}

function started(): Worker {
  const worker = new Worker(fileURLToPath(PROGRAM));
  worker.on('message', ({ id, hash }: Argon2Answer) => {
    waiting.get(id)?.resolve(hash);
    waiting.delete(id);
    if (waiting.size === 0) worker.unref();
  });
  worker.on('error', (error) => {
    thread = null;
    for (const { reject } of waiting.values()) reject(error instanceof Error ? error : new Error(String(error)));
    waiting.clear();
  });
  return worker;
}
