/** The printed loss form and receipts (docs/rules.md 3, docs/papers.md 1). */
import { missingGlyphsOfPaper } from './loss-paper-glyphs.ts';
import { COPIES } from './loss-paper-labels.ts';
import { drawCutLine } from './cut-line.ts';
import { HALF_PAGE, sheetLayout, WHOLE_PAGE, type SheetLayout } from './loss-paper-sheet.ts';
import { assertLossPaperWhole, type LossPaperView } from './loss-paper-view.ts';
import { MissingGlyphError } from '../../paper/fonts/missing-glyph.ts';
import { PAGE, PageInk, type Sheet } from '../../paper/page-ink.ts';
import { receiptSlip } from './receipt-slip.ts';
import type { DrawnPaper } from '../../paper/page-ink.ts';

/**
 * Makes the PDF: the bank's copy and the customer's copy of every form and receipt; the same view gives the same bytes, so
 * a preview is the print. Throws a MissingGlyphError before anything is drawn when the faces lack a character (ask
 * `missingGlyphsOfPaper` to know beforehand), and a RangeError when the view lacks what its kind is about or its texts do
 * not fit an A4 page even in small type.
 */
export function lossPaperPdf(view: LossPaperView): DrawnPaper {
  assertLossPaperWhole(view);
  const missing = missingGlyphsOfPaper(view);
  if (missing.length > 0) throw new MissingGlyphError(missing);
  if (view.paper === 'slip') return slipPdf(view);
  // A receipt whose texts are too long for half a page takes a page a copy.
  const half = view.kind === 'loss-form' ? null : sheetLayout(view, HALF_PAGE);
  if (half === null) return aPageEach(view, wholePage(view), PAGE);
  return view.paper === 'a5' ? aPageEach(view, half, HALF_SHEET) : onOnePage(view, half);
}

/** A5 across. */
const HALF_SHEET: Sheet = { width: PAGE.width, height: PAGE.height / 2 };

function wholePage(view: LossPaperView): SheetLayout {
  const layout = sheetLayout(view, WHOLE_PAGE);
  if (layout === null) throw new RangeError(`${view.kind} ${view.documentNumber}: the texts do not fit the page`);
  return layout;
}

function aPageEach(view: LossPaperView, layout: SheetLayout, sheet: Sheet): DrawnPaper {
  const ink = new PageInk(infoOf(view), sheet);
  COPIES.forEach((copy, index) => {
    ink.startPage();
    layout.draw(ink, copy, index + 1, COPIES.length);
  });
  return { pdf: ink.finish(), pages: COPIES.length };
}

function onOnePage(view: LossPaperView, layout: SheetLayout): DrawnPaper {
  const ink = new PageInk(infoOf(view));
  ink.startPage();
  COPIES.forEach((copy, index) => layout.draw(ink, copy, 1, 1, index * HALF_SHEET.height));
  drawCutLine(ink, { left: CUT_MARGIN, right: PAGE.width - CUT_MARGIN, y: HALF_SHEET.height });
  return { pdf: ink.finish(), pages: 1 };
}

const CUT_MARGIN = 40;

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
