/** When so much paper is meant that somebody is asked first. */
import type { Reading } from '../books/books.ts';
import { readSettings } from '../office/office-rows.ts';

/** Printing so many pages takes a second press (setting longPrintPages). */
export async function asksToPrint(reading: Reading, pages: number | null): Promise<boolean> {
  return pages !== null && pages > (await readSettings(reading)).longPrintPages;
}
