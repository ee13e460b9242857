/** The printed statement, A4 (docs/papers.md 1). */
import { MissingGlyphError } from '../../paper/fonts/missing-glyph.ts';
import { missingGlyphs } from './statement-glyphs.ts';
import { drawPages } from '../../paper/page-flow.ts';
import { PageInk, type DrawnPaper } from '../../paper/page-ink.ts';
import { largeTypeLayout } from './statement-large-type.ts';
import { standardLayout } from './statement-standard.ts';
import { assertStatementAddsUp, type StatementView } from './statement-view.ts';

/**
 * Makes the PDF; the same view gives the same bytes, so a preview is the print. The first document of a process also
 * reads the fonts. Throws a MissingGlyphError before anything is drawn when the faces lack a character (ask
 * `missingGlyphs` to know beforehand), and a RangeError when the view does not add up.
 */
export async function statementPdf(view: StatementView): Promise<DrawnPaper> {
  assertStatementAddsUp(view);
  const missing = missingGlyphs(view);
  if (missing.length > 0) throw new MissingGlyphError(missing);
  const ink = new PageInk({
    title: `Statement ${view.documentNumber}`.replace(/[<>&]/g, ' '),
    madeAt: new Date(view.issuedAt.instant),
  });
  const pages = await drawPages(ink, view.largeType ? largeTypeLayout(view) : standardLayout(view));
  return { pdf: ink.finish(), pages };
}
