/**
 * Finds the first bytes of a file that its encoding does not allow. Only ever run on a file already known to be bad:
 * the fast decoder says that it is, this slow walk over single characters says where.
 */
import type { FileSource } from '../file-source.ts';
import { positionIn, type Position } from '../intake-fault.ts';

export type UndecodableBytes = {
  readonly position: Position;
  /** Hexadecimal, at most four bytes. */
  readonly bytes: string;
};

type Encoding = 'utf-8' | 'gb18030';

/** Place and bytes of the first bad sequence. Columns leave the byte order mark out. Throws when there is none. */
export async function firstUndecodable(source: FileSource, encoding: Encoding): Promise<UndecodableBytes> {
  let position: Position = { line: 1, column: 1 };
  let begun = false;
  let rest: Uint8Array = new Uint8Array(0);
  for await (const piece of source.open()) {
    const bytes = Buffer.concat([rest, piece]);
    const whole = bytes.subarray(0, wholeSequences(bytes, encoding));
    rest = bytes.subarray(whole.length);
    if (whole.length === 0) continue;
    const text = decoded(whole, encoding);
    if (text === null) return badSequence(whole, encoding, position, begun);
    position = positionIn(begun ? text : text.replace(/^\ufeff/, ''), text.length, position);
    begun = true;
  }
  if (rest.length === 0) throw new Error(`the file changed while it was read: it is valid ${encoding} now`);
  return { position, bytes: hexadecimal(rest) };
}

function badSequence(bytes: Uint8Array, encoding: Encoding, start: Position, begun: boolean): UndecodableBytes {
  let at = 0;
  let before = '';
  for (;;) {
    const sequence = bytes.subarray(at, at + sequenceLength(bytes, at, encoding));
    const character = decoded(sequence, encoding);
    if (character === null || sequence.length === 0) {
      const text = begun ? before : before.replace(/^\ufeff/, '');
      return { position: positionIn(text, text.length, start), bytes: hexadecimal(sequence) };
    }
    before += character;
    at += sequence.length;
  }
}

function decoded(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** How many bytes from the start make whole sequences; right up to the first bad one, which is all that matters. */
function wholeSequences(bytes: Uint8Array, encoding: Encoding): number {
  let at = 0;
  for (;;) {
    const next = at + sequenceLength(bytes, at, encoding);
    if (at >= bytes.length || next > bytes.length) return at;
    at = next;
  }
}

function sequenceLength(bytes: Uint8Array, at: number, encoding: Encoding): number {
  const lead = bytes[at] ?? 0;
  if (lead <= 0x80 || lead === 0xff) return 1;
  return encoding === 'utf-8' ? utf8Length(bytes, at, lead) : gb18030Length(bytes, at);
}

/** Stops at the first byte that is no continuation, so that the line end after a cut character is not eaten. */
function utf8Length(bytes: Uint8Array, at: number, lead: number): number {
  if (lead < 0xc2 || lead > 0xf4) return 1;
  const full = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  for (let length = 1; length < full; length += 1) {
    const byte = bytes[at + length];
    if (byte !== undefined && (byte < 0x80 || byte > 0xbf)) return length;
  }
  return full;
}

/** GB 18030: a second byte 30–39 makes four bytes, 40–FE two; anything else does not belong to the lead byte. */
function gb18030Length(bytes: Uint8Array, at: number): number {
  const second = bytes[at + 1];
  if (second === undefined || second >= 0x40) return 2;
  return second >= 0x30 && second <= 0x39 ? 4 : 1;
}

function hexadecimal(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, 4), (byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ');
}
