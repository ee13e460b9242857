/** The printed loss form and receipts (docs/rules.md 3, docs/papers.md 1). */
import { missingGlyphsOfPaper } from './loss-paper-glyphs.ts';
import { COPIES } from './loss-paper-labels.ts';
import { sheetLayout } from './loss-paper-sheet.ts';
import { assertLossPaperWhole, type LossPaperView } from './loss-paper-view.ts';
import { MissingGlyphError } from '../../paper/fonts/missing-glyph.ts';
import { PageInk } from '../../paper/page-ink.ts';
import { receiptSlip } from './receipt-slip.ts';
import type { DrawnPaper } from '../../paper/page-ink.ts';

/**
 * Makes the PDF: of a loss form the bank's copy and the customer's copy, of a receipt one page; the same view gives the
 * same bytes, so a preview is the print. Throws a MissingGlyphError before anything is drawn when the faces lack a
 * character (ask `missingGlyphsOfPaper` to know beforehand), and a RangeError when the view lacks what its kind is about
 * or its texts do not fit an A4 page even in small type.
 */
export function lossPaperPdf(view: LossPaperView): DrawnPaper {
  assertLossPaperWhole(view);
  const missing = missingGlyphsOfPaper(view);
  if (missing.length > 0) throw new MissingGlyphError(missing);
  return view.paper === 'slip' ? slipPdf(view) : sheetPdf(view);
}

function sheetPdf(view: LossPaperView): DrawnPaper {
  const layout = sheetLayout(view);
  const copies = view.kind === 'loss-form' ? COPIES : [null];
  const ink = new PageInk(infoOf(view));
  copies.forEach((copy, index) => {
    ink.startPage();
    layout.draw(ink, copy, index + 1, copies.length);
  });
  return { pdf: ink.finish(), pages: copies.length };
}

function slipPdf(view: LossPaperView): DrawnPaper {
  const slip = receiptSlip(view);
  const ink = new PageInk(infoOf(view), slip.sheet);
  ink.startPage();
  slip.draw(ink);
  return { pdf: ink.finish(), pages: 1 };
}

function infoOf({ kind, documentNumber, issuedAt }: LossPaperView): { title: string; madeAt: Date } {
  return { title: `${kind} ${documentNumber}`.replace(/[<>&]/g, ' '), madeAt: new Date(issuedAt.instant) };
}
