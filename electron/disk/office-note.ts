/** The plain note in a data folder that says whose office lies in it, so that the right key can be found. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { RefusalError } from '../contract/kernel/errors.ts';
import { refusingDisk } from './disk-refusal.ts';
import { missingFolders } from './own-files.ts';

export const NOTE_FILE = 'office.json';
/** Lies in the folder while an office is being made in it. */
export const MAKING_MARK = 'office.making';
const BOOKS = 'ledger.db';

/**
 * What the note says, null where no office lies. Throws RefusalError FOLDER_UNUSABLE for a folder that cannot be read,
 * OFFICE_NOTE_MISSING where there are books without their note, DATABASE_DAMAGED for a note that is no note.
 */
export function readNote(folder: string): unknown {
  if (missingFolders(folder).length > 0) return null;
  const path = join(folder, NOTE_FILE);
  if (sizeOf(path) === null) {
    if ((sizeOf(join(folder, BOOKS)) ?? 0) > 0 && sizeOf(join(folder, MAKING_MARK)) === null)
      throw new RefusalError('OFFICE_NOTE_MISSING', { folder });
    return null;
  }
  const note = parsed(refusingDisk(() => readFileSync(path, 'utf8')));
  if (note === null) throw new RefusalError('DATABASE_DAMAGED', { system: NOTE_FILE });
  return note;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Null for what is not there. */
function sizeOf(path: string): number | null {
  return refusingDisk(() => statSync(path, { throwIfNoEntry: false })?.size ?? null);
}
