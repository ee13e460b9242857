/**
 * Which encoding a file is in, strictly, and its text. A file that is valid UTF-8 from end to end is UTF-8; any other
 * is GB18030 in the 2022 mapping of the platform's TextDecoder (docs/rules.md 6, docs/formats.md 1). What is valid in
 * neither is refused with the place of its first bad bytes.
 */
import { isAscii, isUtf8 } from 'node:buffer';
import type { FileSource } from '../file-source.ts';
import { refusal, type IntakeFaultCode, type IntakeRefusal } from '../intake-fault.ts';
import { firstUndecodable } from './undecodable-bytes.ts';

export type TextEncoding = 'utf-8' | 'gb18030';

const START = { line: 1, column: 1 };
const OPENING_BYTES = 4096;
const UTF8_BOM = [0xef, 0xbb, 0xbf];
const GB18030_BOM = [0x84, 0x31, 0x95, 0x33];

/** First bytes of what people send by mistake. */
const OTHER_KINDS: readonly (readonly [kind: string, bytes: readonly number[]])[] = [
  ['ZIP or XLSX', [0x50, 0x4b, 0x03, 0x04]],
  ['XLS', [0xd0, 0xcf, 0x11, 0xe0]],
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['GZIP', [0x1f, 0x8b]],
];

const UTF16_OPENINGS = [
  [0xff, 0xfe],
  [0xfe, 0xff],
  [0x3c, 0x00],
  [0x00, 0x3c],
];

/** The first bytes of a file, at most 4,096. Refuses an empty file, UTF-16, and ZIP, XLS, PDF or GZIP by mistake. */
export async function fileOpening(source: FileSource, code: IntakeFaultCode): Promise<Uint8Array> {
  let opening: Uint8Array = new Uint8Array(0);
  for await (const piece of source.open()) {
    opening = Buffer.concat([opening, piece]);
    if (opening.length >= OPENING_BYTES) break;
  }
  const bytes = opening.subarray(0, OPENING_BYTES);
  if (bytes.length === 0) throw refusal(code, START, 'empty');
  if (UTF16_OPENINGS.some((mark) => beginsWith(bytes, mark)) || hasWideSeparator(bytes))
    throw refusal(code, START, 'utf16');
  const other = OTHER_KINDS.find(([, mark]) => beginsWith(bytes, mark));
  if (other) throw refusal(code, START, 'wrongKind', { kind: other[0] });
  return bytes;
}

/**
 * The encoding of a whole CSV file. Reads it to the end when it is UTF-8: its first bad byte may be its last.
 * A file that begins as UTF-8 (a mark, or Chinese titles that are valid UTF-8) and breaks later is a damaged UTF-8
 * file, refused at the break: its titles could not be read as GB18030 either, and that place would mislead.
 */
export async function detectEncoding(source: FileSource, code: IntakeFaultCode): Promise<TextEncoding> {
  const opening = await fileOpening(source, code);
  if (hasGb18030Mark(opening)) return 'gb18030';
  if ((await utf8Content(source)) !== null) return 'utf-8';
  if (opensAsUtf8(opening)) throw await undecodable(source, 'utf-8', code);
  return 'gb18030';
}

/** A comma or TAB of two bytes: the 'Unicode text' of a spreadsheet, without its mark. */
function hasWideSeparator(bytes: Uint8Array): boolean {
  return /[,\t]\0|\0[,\t]/.test(Buffer.from(bytes).toString('latin1'));
}

export function hasUtf8Mark(opening: Uint8Array): boolean {
  return beginsWith(opening, UTF8_BOM);
}

export function hasGb18030Mark(opening: Uint8Array): boolean {
  return beginsWith(opening, GB18030_BOM);
}

/** The text of a file, piece by piece, without its byte order mark. Throws an `IntakeRefusal` at undecodable bytes. */
export async function* decodedText(
  source: FileSource,
  encoding: TextEncoding,
  code: IntakeFaultCode,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  let begun = false;
  for await (const piece of source.open()) {
    const text = decodePiece(decoder, piece);
    if (text === null) throw await undecodable(source, encoding, code);
    if (text === '') continue;
    yield begun ? text : withoutMark(text);
    begun = true;
  }
  if (decodePiece(decoder, null) === null) throw await undecodable(source, encoding, code);
}

/** Null where the bytes are not valid: a fatal decoder throws a TypeError and does not say where. */
function decodePiece(decoder: TextDecoder, piece: Uint8Array | null): string | null {
  try {
    return piece === null ? decoder.decode() : decoder.decode(piece, { stream: true });
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

async function undecodable(source: FileSource, encoding: TextEncoding, code: IntakeFaultCode): Promise<IntakeRefusal> {
  const { position, bytes } = await firstUndecodable(source, encoding);
  return refusal(code, position, 'undecodable', { bytes, encoding: encoding.toUpperCase() });
}

function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

function beginsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}

function opensAsUtf8(opening: Uint8Array): boolean {
  if (hasUtf8Mark(opening)) return true;
  const lineEnd = opening.indexOf(0x0a);
  const firstLine = lineEnd === -1 ? wholeUtf8Part(opening) : opening.subarray(0, lineEnd);
  return firstLine.some((byte) => byte >= 0x80) && isUtf8(firstLine);
}

/** What a file that is valid UTF-8 from end to end holds; null for any other. */
export async function utf8Content(source: FileSource): Promise<'ascii' | 'utf-8' | null> {
  let rest: Uint8Array = new Uint8Array(0);
  let content: 'ascii' | 'utf-8' = 'ascii';
  for await (const piece of source.open()) {
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    const whole = wholeUtf8Part(bytes);
    if (!isUtf8(whole)) return null;
    if (content === 'ascii' && !isAscii(whole)) content = 'utf-8';
    rest = bytes.slice(whole.length);
  }
  return rest.length === 0 ? content : null;
}

/** All but a last character that may continue in the next piece. */
function wholeUtf8Part(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes;
    if (byte >= 0xc0) return utf8Length(byte) > back ? bytes.subarray(0, bytes.length - back) : bytes;
  }
  return bytes;
}

function utf8Length(lead: number): number {
  if (lead >= 0xf0) return 4;
  return lead >= 0xe0 ? 3 : 2;
}
