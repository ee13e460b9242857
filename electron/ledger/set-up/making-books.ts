/** Books that are being made, of a new office or from a backup: what a crash leaves of them is not an office yet. */
import { abandonMaking, beginMaking, endMaking, writeOfficeNote, type OfficeNote } from '../books/data-folder.ts';
import type { Ledger } from '../request/scope.ts';

/**
 * Opens books between two marks in the folder and makes an office in them. The note is written last: a folder without it
 * holds no office. When the making fails the folder is as empty as before.
 */
export async function makingBooks<Made>(
  folder: string,
  open: () => Ledger,
  make: (ledger: Ledger) => Promise<{ readonly made: Made; readonly note: OfficeNote }>,
): Promise<{ readonly ledger: Ledger; readonly made: Made }> {
  beginMaking(folder);
  let ledger: Ledger | null = null;
  try {
    ledger = open();
    const { made, note } = await make(ledger);
    const { officeId, code, name } = note;
    writeOfficeNote(folder, { officeId, code, name });
    endMaking(folder);
    return { ledger, made };
  } catch (error) {
    ledger?.books.close();
    abandonMaking(folder);
    throw error;
  }
}
