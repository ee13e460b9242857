/** A file that a command writes: whole or not at all, and its owner's alone. */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { RefusalError } from '../../contract/kernel/errors.ts';
import { diskReason } from '../../disk/disk-refusal.ts';
import { diskRefusal } from '../books/books-refusal.ts';

/**
 * @param expected of what the bytes come to, where that is known.
 * Throws RefusalError OUTPUT_FAILED or DISK_FULL, and what the pieces throw.
 */
export async function writeWhole(
  path: string,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  expected: { readonly sha256: string } | null = null,
): Promise<void> {
  const unfinished = `${path}.part`;
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform(piece: Uint8Array, _encoding, done) {
      hash.update(piece);
      done(null, piece);
    },
  });
  try {
    await rm(unfinished, { force: true });
    await pipeline(Readable.from(pieces), hashing, createWriteStream(unfinished, { mode: 0o600, flags: 'wx' }));
    if (expected !== null && hash.digest('hex') !== expected.sha256) throw new RefusalError('OUTPUT_FAILED', { path });
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    if (!(error instanceof Error) || !('syscall' in error)) throw error;
    throw diskRefusal(error) ?? new RefusalError('OUTPUT_FAILED', { reason: diskReason(error) });
  }
}
