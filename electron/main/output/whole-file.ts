/** A file of the clerk's: written whole, or not at all. */
import { rmSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { RefusalError } from '../../contract/kernel/errors.ts';
import { diskReason } from '../../disk/disk-refusal.ts';
import { errorCode } from '../start/log.ts';

/** At once, or piece by piece. */
export type FileContent = Uint8Array | AsyncIterable<Uint8Array>;

/**
 * Throws RefusalError SAVE_FAILED with the reason, or what the making of the content refuses; what was there before is then
 * untouched.
 */
export async function saveWhole(path: string, content: FileContent): Promise<void> {
  const unfinished = `${path}.part`;
  try {
    rmSync(unfinished, { force: true });
    await writeFile(unfinished, content, { mode: 0o600, flag: 'wx' });
    await rename(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    if (error instanceof RefusalError) throw error;
    throw new RefusalError('SAVE_FAILED', { system: errorCode(error), reason: diskReason(error) });
  }
}
