/**
 * Cuts out of a font the glyphs one document uses and writes them as a TrueType file for embedding (ISO 32000-1, 9.9).
 * Every character gets its own slot, even where two share a glyph, so that text copied from the paper's PDF is exactly
 * the text that went in.
 */
import type { TrueTypeFont } from './truetype-font.ts';

const CHECKSUM_OF_A_WHOLE_FONT = 0xb1b0afba;
/** Flags of a composite glyph's component (OpenType specification, table glyf). */
const WORD_ARGUMENTS = 0x0001;
const ONE_SCALE = 0x0008;
const MORE_COMPONENTS = 0x0020;
const TWO_SCALES = 0x0040;
const TWO_BY_TWO = 0x0080;

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
    for (let place = 0; place < 6; place += 1) {
      letters.push(String.fromCharCode(65 + (hash % 26)));
      hash = Math.floor(hash / 26);
    }
    return letters.join('');
  }

  bytes(): Buffer {
    const font = this.#font;
    const { glyphs, outlines } = this.#outlines();
    return fontFile([
      ['cvt ', font.optionalTable('cvt ')],
      ['fpgm', font.optionalTable('fpgm')],
      ['glyf', Buffer.concat(outlines)],
      ['head', longOffsets(font.table('head'))],
      ['hhea', withNumber(font.table('hhea'), 34, glyphs.length)],
      ['hmtx', metrics(font, glyphs)],
      ['loca', offsets(outlines)],
      ['maxp', withNumber(font.table('maxp'), 4, glyphs.length)],
      ['prep', font.optionalTable('prep')],
    ]);
  }

  /** Outlines by slot; the parts of composite glyphs are appended behind the characters. */
  #outlines(): { readonly glyphs: readonly number[]; readonly outlines: readonly Buffer[] } {
    const glyphs = [...this.#glyphs];
    const outlines: Buffer[] = [];
    for (let slot = 0; slot < glyphs.length; slot += 1) {
      const outline = this.#font.outlineOf(glyphs[slot] ?? 0);
      outlines.push(evenLength(isComposite(outline) ? withPartsIn(outline, glyphs) : outline));
    }
    return { glyphs, outlines };
  }
}

function isComposite(outline: Buffer): boolean {
  return outline.length > 0 && outline.readInt16BE(0) < 0;
}

function withPartsIn(outline: Buffer, glyphs: number[]): Buffer {
  const copy = Buffer.from(outline);
  let flags = MORE_COMPONENTS;
  for (let at = 10; flags & MORE_COMPONENTS; at += componentLength(flags)) {
    flags = copy.readUInt16BE(at);
    copy.writeUInt16BE(glyphs.push(copy.readUInt16BE(at + 2)) - 1, at + 2);
  }
  return copy;
}

function componentLength(flags: number): number {
  const placing = flags & WORD_ARGUMENTS ? 4 : 2;
  if (flags & ONE_SCALE) return 4 + placing + 2;
  if (flags & TWO_SCALES) return 4 + placing + 4;
  return 4 + placing + (flags & TWO_BY_TWO ? 8 : 0);
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
function fontFile(candidates: readonly (readonly [string, Buffer | null])[]): Buffer {
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
