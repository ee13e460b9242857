/**
 * What a posting needs of its file, kept in the books before the second person's word: the bytes, packed and sealed piece by
 * piece, which stay with the batch, and the lines that the check refused, which stay until the posting's end.
 */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { deflateRaw, inflateRawSync } from 'node:zlib';
import { RefusalError } from '../../../contract/kernel/errors.ts';
import type { RefusedLine } from '../../account/posting-rows.ts';
import type { Books, Reading, Writing } from '../../books/books.ts';
import type { FileSource } from '../../intake/file-source.ts';
import { PackedLines } from '../packed-lines.ts';

/** In threads of their own: packed as well as can be, a file took as long as its reading, and a fifth less room. */
const deflated = promisify(deflateRaw);
const packed = (piece: Uint8Array): Promise<Uint8Array> => deflated(piece, { level: 2 });

/** Of the file, or of packed refusals, in one transaction. */
const BYTES_AT_ONCE = 2 * 1024 * 1024;

export interface ToKeep {
  readonly source: FileSource;
  /** Of the file as it was checked. */
  readonly sha256: string;
  readonly refused: PackedLines<RefusedLine>;
  /** Called between two transactions; what it throws ends the keeping. */
  readonly letOthers: () => Promise<void>;
}

/**
 * Keeps both in short transactions; answers the number that the batch will have. Whoever does not use it drops it. Throws
 * RefusalError FILE_UNREADABLE where the file is another one than was checked.
 */
export async function keepForPosting(books: Books, toKeep: ToKeep): Promise<number> {
  const { source, sha256, refused, letOthers } = toKeep;
  const batchId = await books.write(reserveBatch);
  try {
    const hash = createHash('sha256');
    for await (const pieces of severalOf(source.open())) {
      for (const piece of pieces) hash.update(piece);
      const contents = await Promise.all(pieces.map((piece) => packed(piece)));
      await books.write(async (writing) => insertPieces(writing, batchId, contents));
      await letOthers();
    }
    if (hash.digest('hex') !== sha256) throw new RefusalError('FILE_UNREADABLE', { reason: 'disk-failing' });
    for await (const blocks of severalOf(refused.blocks())) {
      await books.write(async (writing) => insertRefusals(writing, batchId, blocks));
      await letOthers();
    }
    return batchId;
  } catch (error) {
    await dropKept(books, batchId);
    throw error;
  }
}

/** Taken with a first, empty piece, so that nobody else is given the same number. */
async function reserveBatch({ sql, keys }: Writing): Promise<number> {
  const next = sql.values<[], number>(
    `SELECT 1 + max(coalesce((SELECT max(id) FROM batch), 0), coalesce((SELECT max(batch_id) FROM checked_refusals), 0))`,
  );
  const batchId = next.get() ?? 1;
  const none = PackedLines.of<RefusedLine>([]);
  for (const block of none.blocks()) {
    sql
      .change('INSERT INTO checked_refusals (batch_id, piece, lines_sealed) VALUES (?, 1, ?)')
      .run(batchId, keys.sealBytes('refusals', block));
  }
  return batchId;
}

function insertPieces({ sql, keys }: Writing, batchId: number, contents: readonly Uint8Array[]): void {
  const insert = sql.change(
    `INSERT INTO batch_file (batch_id, piece, content_sealed)
     VALUES (@batchId, 1 + (SELECT coalesce(max(piece), 0) FROM batch_file WHERE batch_id = @batchId), @content)`,
  );
  for (const content of contents) insert.run({ batchId, content: keys.sealBytes('batch-file', content) });
}

function insertRefusals({ sql, keys }: Writing, batchId: number, blocks: readonly Uint8Array[]): void {
  const insert = sql.change(
    `INSERT INTO checked_refusals (batch_id, piece, lines_sealed)
     VALUES (@batchId, 1 + (SELECT max(piece) FROM checked_refusals WHERE batch_id = @batchId), @lines)`,
  );
  for (const block of blocks) insert.run({ batchId, lines: keys.sealBytes('refusals', block) });
}

async function* severalOf(pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array[]> {
  let several: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of pieces) {
    several.push(piece);
    bytes += piece.length;
    if (bytes < BYTES_AT_ONCE) continue;
    yield several;
    [several, bytes] = [[], 0];
  }
  if (several.length > 0) yield several;
}

/** Pieces taken away in one transaction: each is overwritten. */
const DROPPED_AT_ONCE = 16;

/**
 * Takes away what was kept for a batch that was not begun, and of one that is posted the refusals of its check. What the disk
 * does not let go now is taken away at the next opening.
 */
export async function dropKept(books: Books, batchId: number): Promise<void> {
  try {
    for (let dropped = 1; dropped > 0;) dropped = await books.write(async (writing) => dropSome(writing, batchId));
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
  }
}

function dropSome({ sql }: Writing, batchId: number): number {
  const some = (table: string): number =>
    sql
      .change(
        `DELETE FROM ${table} WHERE rowid IN (SELECT rowid FROM ${table} WHERE batch_id = ? LIMIT ${DROPPED_AT_ONCE})`,
      )
      .run(batchId).changes;
  const stateOf = sql.values<[number], string>('SELECT state FROM batch WHERE id = ?');
  const state = stateOf.get(batchId);
  if (state === 'posting') return 0;
  const files = state === undefined ? some('batch_file') : 0;
  return files > 0 ? files : some('checked_refusals');
}

/** Batches of which something was kept that nobody needs: an earlier process ended before their word, or right after their end. */
export function keptInVain({ sql }: Reading): number[] {
  return sql
    .values<[], number>(
      `SELECT batch_id FROM batch_file WHERE batch_id NOT IN (SELECT id FROM batch)
       UNION SELECT batch_id FROM checked_refusals WHERE batch_id NOT IN (SELECT batch_id FROM file_posting)`,
    )
    .all();
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

/** What the check refused, in file order, a piece at a time. */
export async function* checkedRefusals(books: Books, batchId: number): AsyncGenerator<readonly RefusedLine[]> {
  for (let piece = 1; ; piece += 1) {
    const lines = await books.read(async ({ sql, keys }) => {
      const sealed = sql
        .values<[number, number], Uint8Array>(
          'SELECT lines_sealed FROM checked_refusals WHERE batch_id = ? AND piece = ?',
        )
        .get(batchId, piece);
      return sealed === undefined ? null : PackedLines.opened<RefusedLine>(keys.openBytes('refusals', sealed));
    });
    if (lines === null) return;
    yield lines;
  }
}
