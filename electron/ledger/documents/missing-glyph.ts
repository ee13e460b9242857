/** RULES.md 6: a character that the document font lacks is reported before printing, never printed as a blank box. */
import { FACES, faceFont } from './document-faces.ts';
import type { StatementView } from './statement-view.ts';

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

/** Every character of a statement that cannot be printed, in the order of the paper; empty when all can. */
export function missingGlyphs(view: StatementView): readonly MissingGlyph[] {
  const fields: readonly (readonly [string, string])[] = [
    ['office.name', view.office.name],
    ['office.code', view.office.code],
    ['holder.name', view.holder.name],
    ['holder.idNumber', view.holder.idNumber],
    ['card', view.card],
    ['accountNumber', view.accountNumber],
    ['documentNumber', view.documentNumber],
    ['verificationCode', view.verificationCode],
    ['issuedAt', view.issuedAt.local],
    ['clerk', view.clerk],
  ];
  return [...fields.flatMap(([where, text]) => missingGlyphsIn(text, where)), ...missingInEntries(view)];
}

/** A year's lines repeat few texts, so each distinct text is looked at once. */
function missingInEntries(view: StatementView): readonly MissingGlyph[] {
  const seen = new Set<string>();
  const missing: MissingGlyph[] = [];
  for (const { seq, occurredAt, place, terminal, reference, text } of view.entries) {
    for (const [field, value] of Object.entries({ occurredAt, place, terminal, reference, text })) {
      if (value === null || seen.has(value)) continue;
      seen.add(value);
      missing.push(...missingGlyphsIn(value, `entry ${seq} ${field}`));
    }
  }
  return missing;
}
