/** What an office gives out piece by piece, and files handed in to it the same way. */
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { RefusalError } from '../../contract/kernel/errors.ts';
import { INTAKE_PIECE_BYTES } from '../../contract/month-end/piece-bytes.ts';
import { readingReason } from '../../disk/disk-refusal.ts';
import { ask, askFor, type OpenedOffice } from './opened-office.ts';

interface Piece {
  readonly piece: Uint8Array;
  readonly isLast: boolean;
}

export async function* piecesOf(pieceAt: (offset: number) => Promise<Piece>): AsyncGenerator<Uint8Array> {
  for (let at = 0, isLast = false; !isLast;) {
    const given = await pieceAt(at);
    ({ isLast } = given);
    at += given.piece.length;
    yield given.piece;
  }
}

/** Each value of what comes as JSON a line. */
export async function* valuesOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const piece of pieces) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line);
  }
}

/** Hands a file in; answers the id by which it is asked about. Throws RefusalError FILE_UNREADABLE. */
export async function handIn(office: OpenedOffice, token: string | null, path: string): Promise<string> {
  const { intakeId } = await askFor(
    office,
    'intake.begin',
    { name: basename(path).slice(0, 255) || '-', bytes: 0 },
    token,
  );
  let offset = 0;
  for await (const chunk of bytesOn(path)) {
    await ask(office, 'intake.chunk', { intakeId, offset, chunk }, token);
    offset += chunk.length;
  }
  await ask(office, 'intake.end', { intakeId }, token);
  return intakeId;
}

async function* bytesOn(path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of createReadStream(path, { highWaterMark: INTAKE_PIECE_BYTES }))
      yield piece instanceof Uint8Array ? piece : Buffer.from(String(piece));
  } catch (error) {
    if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) throw error;
    throw new RefusalError('FILE_UNREADABLE', { reason: readingReason(String(error.code)) });
  }
}
