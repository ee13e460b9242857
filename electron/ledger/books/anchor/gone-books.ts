/**
 * A folder in which an office was worked in, and of which nothing is left: neither books nor note. Its anchor lies beside
 * the keys and names the folder, so an empty folder is told from one that was emptied.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Refusal } from '../../../contract/kernel/errors.ts';
import { MAKING_MARK, readNote } from '../../../disk/office-note.ts';
import { anchorsAtRest, digestOfFolder } from './anchor-file.ts';
import { asRefusal } from '../books-refusal.ts';

/**
 * Null for a folder that holds an office, or never held one. An office whose newest anchor names another folder was moved
 * there. Throws RefusalError as `readNote` does.
 */
export function booksGone(folder: string, keysFolder: string): Refusal | null {
  if (readNote(folder) !== null || existsSync(join(folder, MAKING_MARK))) return null;
  const lost = asRefusal(() => {
    const folderDigest = digestOfFolder(folder);
    const anchors = anchorsAtRest(keysFolder);
    return anchors.find(
      (here) =>
        here.folderDigest === folderDigest &&
        !anchors.some(({ officeId, writtenAt }) => officeId === here.officeId && writtenAt > here.writtenAt),
    );
  });
  return lost === undefined ? null : { code: 'BOOKS_GONE', details: { folder, path: lost.path } };
}
