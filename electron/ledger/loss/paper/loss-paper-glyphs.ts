/** Checks before drawing whether a paper about a loss or a PIN can be printed (docs/rules.md 6). */
import type { LossPaperView } from './loss-paper-view.ts';
import { missingGlyphsIn, type MissingGlyph } from '../../paper/fonts/missing-glyph.ts';

/** Every character of the view that cannot be printed, `where` being its field as in `holder.name`; empty when all can. */
export function missingGlyphsOfPaper(view: LossPaperView): readonly MissingGlyph[] {
  return missingIn(view, '');
}

/** Walks through every text of the view, so that a new field cannot be forgotten here. */
function missingIn(value: unknown, where: string): readonly MissingGlyph[] {
  if (typeof value === 'string') return missingGlyphsIn(value, where);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => missingIn(part, where === '' ? name : `${where}.${name}`));
}
