/** Where the bytes of a file come from. Opened more than once: the encoding is settled before the text is read. */
import { createReadStream } from 'node:fs';
import { refusal } from './intake-fault.ts';

export type FileSource = {
  readonly name: string;
  readonly open: () => AsyncIterable<Uint8Array>;
};

/** Measured: the decoders are fastest on pieces that stay in the processor's cache. */
const PIECE_BYTES = 64 * 1024;

/** A file on disk. An I/O error (missing, forbidden, a folder) becomes an `IntakeRefusal` FILE_UNREADABLE. */
export function fileOnDisk(path: string, name: string = path): FileSource {
  return { name, open: () => piecesOnDisk(path) };
}

async function* piecesOnDisk(path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of createReadStream(path, { highWaterMark: PIECE_BYTES })) yield piece;
  } catch (error) {
    const reason = systemErrorCode(error);
    if (reason === null) throw error;
    throw refusal('FILE_UNREADABLE', null, 'fileUnreadable', { reason });
  }
}

function systemErrorCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return null;
  return String(error.code);
}
