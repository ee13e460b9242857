/**
 * Cuts out of a font the glyphs one document uses and writes them as a TrueType file for embedding (ISO 32000-1, 9.9).
 * Every character gets its own slot, even where two share a glyph, so that text copied from the paper's PDF is exactly
 * the text that went in.
 */
import type { TrueTypeFont } from './truetype-font.ts';

const CHECKSUM_OF_A_WHOLE_FONT = 0xb1b0afba;

export class FontSubset {
  readonly #font: TrueTypeFont;
  /** Glyph of the source font by slot; slot 0 is the font's own 'missing' box, which is never drawn. */
  readonly #glyphs: number[] = [0];
  readonly #codePoints: number[] = [0];
  readonly #slots = new Map<number, number>();

  constructor(font: TrueTypeFont) {
    this.#font = font;
  }

  get codePoints(): readonly number[] {
    return this.#codePoints;
  }

  /** Slot of a character, taken up on first use; null when the font lacks the character. */
  slotOf(codePoint: number): number | null {
    const known = this.#slots.get(codePoint);
    if (known !== undefined) return known;
    const glyph = this.#font.glyphOf(codePoint);
    if (glyph === 0) return null;
    const slot = this.#glyphs.push(glyph) - 1;
    this.#codePoints.push(codePoint);
    this.#slots.set(codePoint, slot);
    return slot;
  }

  /** Advance widths by slot in thousandths of an em, the unit of PDF. */
  widths(): number[] {
    const scale = 1000 / this.#font.unitsPerEm;
    return this.#glyphs.map((glyph) => this.#font.advanceOf(glyph) * scale);
  }

  /** Six letters that differ between different subsets, so that merged documents do not mix their fonts up. */
  tag(): string {
    let hash = 0;
    for (const glyph of this.#glyphs) hash = (Math.imul(hash, 31) + glyph) >>> 0;
    const letters: string[] = [];
    for (let index = 0; index < 6; index += 1) {
      letters.push(String.fromCharCode(65 + (hash % 26)));
      hash = Math.floor(hash / 26);
    }
    return letters.join('');
  }

  /** The file. Throws an Error for a glyph put together from other glyphs: the faces in use have none. */
  bytes(): Buffer {
    const font = this.#font;
    const outlines = this.#glyphs.map((glyph) => evenLength(simple(font.outlineOf(glyph))));
    return fontFile([
      ['cvt ', font.optionalTable('cvt ')],
      ['fpgm', font.optionalTable('fpgm')],
      ['glyf', Buffer.concat(outlines)],
      ['head', longOffsets(font.table('head'))],
      ['hhea', withNumber(font.table('hhea'), 34, outlines.length)],
      ['hmtx', metrics(font, this.#glyphs)],
      ['loca', offsets(outlines)],
      ['maxp', withNumber(font.table('maxp'), 4, outlines.length)],
      ['prep', font.optionalTable('prep')],
    ]);
  }
}

function simple(outline: Buffer): Buffer {
  if (outline.length > 0 && outline.readInt16BE(0) < 0) throw new Error('a composite glyph cannot be cut out alone');
  return outline;
}

/** Outlines begin on even addresses. */
function evenLength(outline: Buffer): Buffer {
  return outline.length % 2 === 0 ? outline : Buffer.concat([outline], outline.length + 1);
}

function offsets(outlines: readonly Buffer[]): Buffer {
  const loca = Buffer.alloc((outlines.length + 1) * 4);
  let offset = 0;
  outlines.forEach((outline, slot) => {
    offset += outline.length;
    loca.writeUInt32BE(offset, (slot + 1) * 4);
  });
  return loca;
}

function metrics(font: TrueTypeFont, glyphs: readonly number[]): Buffer {
  const hmtx = Buffer.alloc(glyphs.length * 4);
  glyphs.forEach((glyph, slot) => {
    hmtx.writeUInt16BE(font.advanceOf(glyph), slot * 4);
    hmtx.writeInt16BE(font.leftBearingOf(glyph), slot * 4 + 2);
  });
  return hmtx;
}

function withNumber(table: Buffer, at: number, value: number): Buffer {
  const copy = Buffer.from(table);
  copy.writeUInt16BE(value, at);
  return copy;
}

function longOffsets(head: Buffer): Buffer {
  const copy = withNumber(head, 50, 1);
  copy.writeUInt32BE(0, 8);
  return copy;
}

/** The file of tables in order of their tags, with its checksums. */
export function fontFile(candidates: readonly (readonly [string, Buffer | null])[]): Buffer {
  const tables = candidates.flatMap(([tag, data]) => (data ? [{ tag, data }] : []));
  const length = tables.reduce((sum, { data }) => sum + padded(data.length), 12 + tables.length * 16);
  const file = Buffer.alloc(length);
  const power = 2 ** Math.floor(Math.log2(tables.length));
  file.writeUInt32BE(0x00010000, 0);
  file.writeUInt16BE(tables.length, 4);
  file.writeUInt16BE(power * 16, 6);
  file.writeUInt16BE(Math.log2(power), 8);
  file.writeUInt16BE((tables.length - power) * 16, 10);
  let start = 12 + tables.length * 16;
  let headStart = 0;
  tables.forEach(({ tag, data }, index) => {
    const record = 12 + index * 16;
    data.copy(file, start);
    file.write(tag, record, 'latin1');
    file.writeUInt32BE(checksum(file, start, padded(data.length)), record + 4);
    file.writeUInt32BE(start, record + 8);
    file.writeUInt32BE(data.length, record + 12);
    if (tag === 'head') headStart = start;
    start += padded(data.length);
  });
  file.writeUInt32BE((CHECKSUM_OF_A_WHOLE_FONT - checksum(file, 0, length)) >>> 0, headStart + 8);
  return file;
}

function padded(length: number): number {
  return (length + 3) & ~3;
}

function checksum(file: Buffer, start: number, length: number): number {
  let sum = 0;
  for (let at = start; at < start + length; at += 4) sum = (sum + file.readUInt32BE(at)) >>> 0;
  return sum;
}
