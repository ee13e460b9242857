/** Whose office lies in a data folder, so that the right key can be found. */
import { z } from 'zod';
import { RefusalError } from '../../contract/kernel/errors.ts';
import { NOTE_FILE, readNote } from '../../disk/office-note.ts';

const noteSchema = z.object({ officeId: z.uuid() });

/** The id of the office in the folder, null when there is none. Throws RefusalError as `readNote` does. */
export function officeIn(folder: string): string | null {
  const found = readNote(folder);
  if (found === null) return null;
  const note = noteSchema.safeParse(found);
  if (!note.success) throw new RefusalError('DATABASE_DAMAGED', { detail: NOTE_FILE });
  return note.data.officeId;
}
