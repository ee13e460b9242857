/**
 * A copy of the books for the command line beside an office server: made and verified in the folder, given out piece by piece, and
 * removed when it is dropped. Its record is made before, in the books themselves, so that the copy holds it.
 */
import { randomUUID } from 'node:crypto';
import { open } from 'node:fs/promises';
import { BACKUP_PIECE_BYTES } from '../../contract/office/command-verbs.ts';
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import { backupFacts } from '../books/backup.ts';
import { scratchFile, type ScratchFile } from '../books/scratch-file.ts';
import type { AnswerPiece } from '../request/open-answers.ts';
import type { Asked } from '../request/asked.ts';
import { recordDone } from '../request/record.ts';
import type { Scope } from '../request/scope.ts';

/** A copy is wanted most when something is wrong, and its record takes the ledger's own time. */
const EVEN_BEHIND = { whileBehind: true } as const;

async function noteBackup(asked: Asked<'backup.make'>): Promise<Output<'backup.make'>> {
  await asked.books.write((writing) => recordDone(writing, asked, {}), EVEN_BEHIND);
  return {};
}

async function copyBooks({ books, folder, answers }: Scope): Promise<Output<'backup.copy'>> {
  const copy = scratchFile(folder);
  try {
    await books.backUp(copy.path);
    const facts = await backupFacts(copy.path);
    const copyId = randomUUID();
    answers.open(ownerOf(copyId), { pieces: piecesOf(copy, facts.bytes), ended: () => copy.remove() }, copyId);
    return { copyId, ...facts };
  } catch (error) {
    copy.remove();
    throw error;
  }
}

async function* piecesOf({ path }: ScratchFile, bytes: number): AsyncGenerator<AnswerPiece, undefined> {
  const file = await open(path);
  try {
    for (let at = 0; at < bytes; at += BACKUP_PIECE_BYTES) {
      const { buffer, bytesRead } = await file.read(new Uint8Array(BACKUP_PIECE_BYTES), 0, BACKUP_PIECE_BYTES, at);
      yield { piece: buffer.subarray(0, bytesRead), isLast: at + bytesRead >= bytes };
    }
  } finally {
    await file.close();
  }
  return undefined;
}

function ownerOf(copyId: string): string {
  return `copy ${copyId}`;
}

/** Throws RefusalError FILE_UNKNOWN for a copy there is not, or a piece that is not the next. */
async function pieceOfCopy(
  { answers }: Scope,
  { copyId, offset }: Input<'backup.piece'>,
): Promise<Output<'backup.piece'>> {
  const piece = await answers.piece(ownerOf(copyId), copyId, offset);
  if (piece === null) throw new RefusalError('FILE_UNKNOWN');
  return piece;
}

function dropCopy({ answers }: Scope, { copyId }: Input<'backup.drop'>): Promise<Output<'backup.drop'>> {
  answers.close(ownerOf(copyId));
  return Promise.resolve({});
}

export const backupHandlers = {
  'backup.make': noteBackup,
  'backup.copy': copyBooks,
  'backup.piece': pieceOfCopy,
  'backup.drop': dropCopy,
};
