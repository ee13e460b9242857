/** The bytes of a posted file, kept with its batch: packed and sealed, piece by piece. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Books, Reading, Writing } from '../books/books.ts';
import type { FileSource } from '../intake/file-source.ts';

/** Keeps the file; `letOthers` is called between pieces. */
export async function insertBatchFile(
  { sql, keys }: Writing,
  batchId: number,
  source: FileSource,
  letOthers: () => Promise<void>,
): Promise<void> {
  const insert = sql.change('INSERT INTO batch_file (batch_id, piece, content_sealed) VALUES (?, ?, ?)');
  let piece = 0;
  for await (const bytes of source.open()) {
    piece += 1;
    insert.run(batchId, piece, keys.sealBytes('batch-file', deflateRawSync(bytes)));
    await letOthers();
  }
}

/** Whether the file of a batch was kept: those of earlier versions were not. */
export function keepsBatchFile(reading: Reading, batchId: number): boolean {
  return pieceOf(reading, batchId, 1) !== null;
}

/** One piece at a time: others have their turn while a long answer is written. */
export function keptBatchFile(books: Books, batchId: number): FileSource {
  return {
    name: `batch ${batchId}`,
    async *open() {
      for (let piece = 1; ; piece += 1) {
        const bytes = await books.read(async (reading) => pieceOf(reading, batchId, piece));
        if (bytes === null) return;
        yield bytes;
      }
    },
  };
}

function pieceOf({ sql, keys }: Reading, batchId: number, piece: number): Uint8Array | null {
  const sealed = sql
    .values<[number, number], Uint8Array>('SELECT content_sealed FROM batch_file WHERE batch_id = ? AND piece = ?')
    .get(batchId, piece);
  return sealed === undefined ? null : inflateRawSync(keys.openBytes('batch-file', sealed));
}
