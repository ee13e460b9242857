/** One face inside one PDF: text becomes slots of a subset, and at the end the subset is embedded (ISO 32000-1, 9.7). */
import { faceFont, type Face } from './document-faces.ts';
import { FontSubset } from './font-subset.ts';
import { MissingGlyphError, missingGlyphsIn } from './missing-glyph.ts';

const SYMBOLIC = 4;
/** Stem width of the descriptor; viewers use it only to imitate a font they cannot load. */
const STEM_WIDTH: Readonly<Record<Face, number>> = { regular: 80, bold: 120 };

export class EmbeddedFace {
  readonly #doc: PDFKit.PDFDocument;
  readonly #face: Face;
  readonly #subset: FontSubset;
  readonly #hex = new Map<string, string>();
  readonly #dictionary: PDFKit.PDFKitReference;

  constructor(doc: PDFKit.PDFDocument, face: Face) {
    this.#doc = doc;
    this.#face = face;
    this.#subset = new FontSubset(faceFont(face));
    this.#dictionary = doc.ref({});
  }

  get dictionary(): PDFKit.PDFKitReference {
    return this.#dictionary;
  }

  /** The text as hexadecimal slots for a `Tj` operator. Throws a MissingGlyphError sooner than draw an empty box. */
  encode(text: string): string {
    let hex = '';
    for (const character of text) hex += this.#hex.get(character) ?? this.#takeUp(character, text);
    return hex;
  }

  #takeUp(character: string, text: string): string {
    const slot = this.#subset.slotOf(character.codePointAt(0) ?? 0);
    if (slot === null) throw new MissingGlyphError(missingGlyphsIn(character, `'${text}'`));
    const hex = slot.toString(16).padStart(4, '0');
    this.#hex.set(character, hex);
    return hex;
  }

  /** Writes the font's objects. Nothing may be encoded afterwards. */
  embed(): void {
    const name = `${this.#subset.tag()}+${faceFont(this.#face).postScriptName}`;
    const descendant = this.#doc.ref({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: name,
      CIDSystemInfo: { Registry: pdfText('Adobe'), Ordering: pdfText('Identity'), Supplement: 0 },
      FontDescriptor: this.#descriptor(name),
      CIDToGIDMap: 'Identity',
      DW: 1000,
      W: [0, this.#subset.widths()],
    });
    descendant.end(null);
    Object.assign(this.#dictionary.data, {
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: name,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: this.#toUnicode(),
    });
    this.#dictionary.end(null);
  }

  #descriptor(name: string): PDFKit.PDFKitReference {
    const font = faceFont(this.#face);
    const scale = 1000 / font.unitsPerEm;
    const bytes = this.#subset.bytes();
    const file = this.#doc.ref({ Length1: bytes.length });
    file.end(bytes);
    const descriptor = this.#doc.ref({
      Type: 'FontDescriptor',
      FontName: name,
      Flags: SYMBOLIC,
      FontBBox: font.bounds.map((bound) => bound * scale),
      ItalicAngle: 0,
      Ascent: font.ascent * scale,
      Descent: font.descent * scale,
      CapHeight: font.capHeight * scale,
      StemV: STEM_WIDTH[this.#face],
      FontFile2: file,
    });
    descriptor.end(null);
    return descriptor;
  }

  #toUnicode(): PDFKit.PDFKitReference {
    const pairs = this.#subset.codePoints.slice(1).map((codePoint, index) => {
      const slot = (index + 1).toString(16).padStart(4, '0');
      return `<${slot}> <${utf16Hex(codePoint)}>`;
    });
    const map = this.#doc.ref({});
    map.end(Buffer.from(characterMap(pairs), 'latin1'));
    return map;
  }
}

/** pdfkit writes a primitive string as a name and a String object as text. */
function pdfText(text: string): unknown {
  return Object(text);
}

function utf16Hex(codePoint: number): string {
  return Buffer.from(String.fromCodePoint(codePoint), 'utf16le').swap16().toString('hex');
}

/** A block of a character map holds at most a hundred pairs (Adobe Technical Note 5411). */
const PAIRS_A_BLOCK = 100;

function characterMap(pairs: readonly string[]): string {
  const blocks: string[] = [];
  for (let start = 0; start < pairs.length; start += PAIRS_A_BLOCK) {
    const block = pairs.slice(start, start + PAIRS_A_BLOCK);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}
