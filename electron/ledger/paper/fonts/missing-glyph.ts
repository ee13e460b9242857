/**
 * docs/rules.md 6: a character that the document font lacks is reported before printing, never printed as a blank box.
 */
import { FACES, faceFont } from './document-faces.ts';

/** `where` names the field of the document; an entry's carries its sequence number. */
export type MissingGlyph = { readonly character: string; readonly codePoint: string; readonly where: string };

export class MissingGlyphError extends Error {
  readonly missing: readonly MissingGlyph[];

  constructor(missing: readonly MissingGlyph[]) {
    const list = missing.map(({ character, codePoint, where }) => `${character} ${codePoint} in ${where}`);
    super(`the document font lacks ${list.join('; ')}`);
    this.name = 'MissingGlyphError';
    this.missing = missing;
  }
}

/** Line breaks and tabs of the source's text have no glyph; on paper each is a space. */
export function printable(text: string): string {
  return text.replace(/[\t\n\r\v\f]+/g, ' ');
}

/** Both faces hold these, so the references and figures that make up most of a statement need no look-up. */
const PLAIN_ASCII = /^[\x20-\x7e]*$/;

/** The characters of a text that either face lacks, each once. */
export function missingGlyphsIn(text: string, where: string): readonly MissingGlyph[] {
  if (PLAIN_ASCII.test(text)) return [];
  const fonts = FACES.map(faceFont);
  return [...new Set(printable(text))]
    .filter((character) => fonts.some((font) => font.glyphOf(character.codePointAt(0) ?? 0) === 0))
    .map((character) => ({ character, codePoint: codePointName(character), where }));
}

function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
