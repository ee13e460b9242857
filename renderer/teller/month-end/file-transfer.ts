/** Hands a file to the ledger piece by piece, so that a month-end file of any size never lies whole in the window. */
import type { Reply } from '../../../electron/contract/kernel/errors.ts';
import type { FileKind } from '../../../electron/contract/kernel/vocabulary.ts';
import { INTAKE_PIECE_BYTES } from '../../../electron/contract/month-end/piece-bytes.ts';
import { ask } from '../../shared/bridge-client.ts';

export interface ReceivedFile {
  readonly intakeId: string;
  readonly kind: FileKind;
  readonly bytes: number;
}

/** Null when `isCancelled` said so on the way; the ledger then keeps nothing of it. */
export async function transferFile(
  file: File,
  onSent: (bytes: number) => void,
  isCancelled: () => boolean,
): Promise<Reply<ReceivedFile> | null> {
  const begun = await ask('intake.begin', { name: file.name, bytes: file.size });
  if (!begun.ok) return begun;
  const { intakeId } = begun.value;
  for (let offset = 0; offset < file.size; offset += INTAKE_PIECE_BYTES) {
    if (isCancelled()) return discard(intakeId);
    const sent = await sendPiece(file, intakeId, offset);
    if (!sent.ok) {
      await discard(intakeId);
      return sent;
    }
    onSent(Math.min(file.size, offset + INTAKE_PIECE_BYTES));
  }
  const ended = await ask('intake.end', { intakeId });
  if (ended.ok) return { ok: true, value: { intakeId, kind: ended.value.kind, bytes: ended.value.bytes } };
  await discard(intakeId);
  return ended;
}

async function sendPiece(file: File, intakeId: string, offset: number): Promise<Reply<unknown>> {
  const piece = await readPiece(file, offset);
  if (!piece) return { ok: false, error: { code: 'FILE_UNREADABLE', details: { detail: file.name } } };
  return ask('intake.chunk', { intakeId, offset, chunk: piece });
}

/** Null when the file went away or changed under us. */
async function readPiece(file: File, offset: number): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.slice(offset, offset + INTAKE_PIECE_BYTES).arrayBuffer());
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

async function discard(intakeId: string): Promise<null> {
  await ask('intake.discard', { intakeId });
  return null;
}
