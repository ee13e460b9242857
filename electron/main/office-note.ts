/** The plain note in a data folder that says whose office lies in it, so that the right key can be found. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { RefusalError } from '../contract/errors.ts';

const noteSchema = z.object({ officeId: z.uuid() });

/**
 * The id of the office in the folder, null when there is none.
 * Throws RefusalError DATABASE_DAMAGED when the note is there and cannot be understood.
 */
export function officeIn(folder: string): string | null {
  const file = join(folder, 'office.json');
  if (!existsSync(file)) return null;
  const note = noteSchema.safeParse(parseJson(readFileSync(file, 'utf8')));
  if (!note.success) throw new RefusalError('DATABASE_DAMAGED', { detail: 'office.json' });
  return note.data.officeId;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
