/** The refused lines of a posted file, of which there may be a million, read some at a time. */
import { refusedLines, type RefusedLine } from '../account/posting-rows.ts';
import type { Books } from '../books/books.ts';
import { PackedLines } from './packed-lines.ts';

/** Refused lines read between two turns of others. */
const READ_AT_ONCE = 2_000;

/** In file order. */
export async function postedRefusals(books: Books, batchId: number): Promise<PackedLines<RefusedLine>> {
  const refused = new PackedLines<RefusedLine>();
  for (let last = 0; ;) {
    const after = last;
    const lines = await books.read(async (reading) => [
      ...refusedLines(reading, batchId, { limit: READ_AT_ONCE, offset: 0, after }),
    ]);
    for (const line of lines) refused.push(line);
    last = lines.at(-1)?.ordinal ?? last;
    if (lines.length < READ_AT_ONCE) return refused;
  }
}
