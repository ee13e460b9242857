/** Learns before drawing whether a statement can be printed (docs/rules.md 6). */
import { missingGlyphsIn, type MissingGlyph } from '../../paper/fonts/missing-glyph.ts';
import { maskName } from '../../numbers/masking.ts';
import type { StatementView } from './statement-view.ts';

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

/**
 * The holder's name on a statement (docs/rules.md 2): a paper with a masked name proves nothing, and the holder stands there
 * with the ID card. One that the font cannot print whole is masked, so that its holder is not left without a statement.
 */
export function nameOnStatement(name: string, isWhole: boolean): string {
  return isWhole && missingGlyphsIn(name, 'holder.name').length === 0 ? name : maskName(name);
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
