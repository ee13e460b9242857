import fc from 'fast-check';
import decode from 'qr/decode.js';
import { expect, test } from 'vitest';
import '../../../../property-seed.ts';
import { lossPaperPdf } from '../../../../../electron/ledger/loss/paper/loss-paper-pdf.ts';
import type { LossPaperView } from '../../../../../electron/ledger/loss/paper/loss-paper-view.ts';
import { PAGE } from '../../../../../electron/ledger/paper/page-ink.ts';
import { around, collisions, pagesOf, QR_MODULES, qrOf, squeezed, type Box, type Page } from './loss-pages.ts';
import { FIELDS } from '../../../../../electron/ledger/loss/paper/loss-paper-labels.ts';
import { LABELS } from '../../../../../electron/ledger/paper/paper-labels.ts';
import { longestOf, paperArbitrary, paperOf, RECEIPTS } from './loss-sample.ts';

const FORMS = [
  ['loss-form', 'a4'],
  ...RECEIPTS.flatMap((kind) => (['a4', 'a5', 'slip'] as const).map((paper) => [kind, paper] as const)),
] as const;

/** Points free of ink; the left edge of A4 is punched. A glyph may reach a little past its own place. */
const MARGINS = {
  a4: { left: 40, right: 40, top: 17, bottom: 10 },
  a5: { left: 68, right: 40, top: 17, bottom: 10 },
  slip: { left: 12, right: 12, top: 12, bottom: 12 },
} as const;
const REACH = 0.6;

function expectInside(page: Page, { paper }: LossPaperView): void {
  const margin = MARGINS[paper];
  for (const { text, ink } of page.runs) {
    expect(ink.left, text).toBeGreaterThan(margin.left - REACH);
    expect(ink.right, text).toBeLessThan(page.width - margin.right + REACH);
    expect(ink.top, text).toBeLessThan(page.height - margin.top + REACH);
    expect(ink.bottom, text).toBeGreaterThan(margin.bottom - REACH);
  }
  for (const shape of page.shapes.flat()) {
    expect(shape.left).toBeGreaterThan(margin.left - REACH);
    expect(shape.right).toBeLessThan(page.width - margin.right + REACH);
  }
}

async function expectSound(view: LossPaperView): Promise<void> {
  for (const page of await pagesOf(lossPaperPdf(view).pdf)) {
    expectInside(page, view);
    expect(collisions(page)).toEqual([]);
  }
}

test.each(FORMS)('nothing of a %s on %s is cut off or printed over another, whatever it says', async (kind, paper) => {
  await fc.assert(
    fc.asyncProperty(paperArbitrary(kind), (drawn) => expectSound({ ...drawn, paper })),
    { numRuns: 20 },
  );
});

test.each(FORMS)('the longest %s on %s, in broad and in narrow characters', async (kind, paper) => {
  for (const character of ['龘', 'W', 'g', '，']) await expectSound({ ...longestOf(kind, character), paper });
});

test.each(FORMS)('a %s on %s has the pages and the size of its paper', async (kind, paper) => {
  const printed = lossPaperPdf(paperOf(kind, { paper }));
  const pages = await pagesOf(printed.pdf);
  expect(pages.length).toBe(printed.pages);
  expect(pages.length).toBe(kind === 'loss-form' || paper === 'a5' ? 2 : 1);
  for (const { width, height } of pages) {
    expect(width).toBeCloseTo(paper === 'slip' ? (80 / 25.4) * 72 : PAGE.width, 1);
    if (paper !== 'slip') expect(height).toBeCloseTo(paper === 'a5' ? PAGE.height / 2 : PAGE.height, 1);
  }
});

test.each(RECEIPTS)(
  'a page or roll with both copies of a %s says which is which, and where it is cut',
  async (kind) => {
    for (const paper of ['a4', 'slip'] as const) {
      const [page] = await pagesOf(lossPaperPdf(paperOf(kind, { paper })).pdf);
      expect(squeezed(page!)).toMatch(/第一联银行留存联.*第二联客户联/);
      expect(squeezed(page!)).toContain('沿此线裁开Cuthere');
    }
    const copies = await pagesOf(lossPaperPdf(paperOf(kind, { paper: 'a5' })).pdf);
    expect(copies.map((page) => /第.联[^C]*联/.exec(squeezed(page))?.[0])).toEqual([
      '第一联银行留存联',
      '第二联客户联',
    ]);
  },
);

test.each(RECEIPTS)('the usual %s, by an agent before a second person, fits half a page', async (kind) => {
  const { agent } = longestOf(kind);
  const view = paperOf(kind, {
    paper: 'a5',
    agent: agent && { ...agent, name: '李四', relation: '配偶' },
    authorisedBy: '2001',
    authoriserName: '赵主管',
    queryTelephone: '010-12345678',
  });
  const pages = await pagesOf(lossPaperPdf(view).pdf);
  for (const { height } of pages) expect(height).toBeCloseTo(PAGE.height / 2, 1);
});

test.each(RECEIPTS)('a %s whose texts no half page holds takes a page of A4 a copy', async (kind) => {
  const { holder } = paperOf(kind);
  for (const paper of ['a4', 'a5'] as const) {
    const view = paperOf(kind, { paper, holder: { ...holder, name: '龘'.repeat(700) } });
    const pages = await pagesOf(lossPaperPdf(view).pdf);
    expect(pages.map(({ height }) => Math.round(height))).toEqual([842, 842]);
  }
});

test.each(RECEIPTS)('on the roll no label of a %s leaves its column', async (kind) => {
  const view = { ...longestOf(kind), paper: 'slip' as const };
  const [page] = await pagesOf(lossPaperPdf(view).pdf);
  const labels = page!.runs.filter(({ ink, size }) => ink.left < 14 && size < 7.1);
  expect(labels.length).toBeGreaterThan(20);
  const column = labels.filter(({ text }) =>
    [...Object.values(FIELDS), ...Object.values(LABELS)].some(({ zh, en }) => text === zh || text === en),
  );
  for (const { ink, text } of column) expect(ink.right, text).toBeLessThan(12 + 76);
});

test('a slip is as long as what it says', async () => {
  const [short, long] = await Promise.all(
    [paperOf('password-receipt'), longestOf('password-receipt')].map((view) =>
      pagesOf(lossPaperPdf({ ...view, paper: 'slip' }).pdf),
    ),
  );
  expect(long![0]!.height).toBeGreaterThan(short![0]!.height + 100);
  const lowest = Math.min(...short![0]!.runs.map(({ ink }) => ink.bottom));
  expect(lowest).toBeLessThan(20);
});

test('texts that no page could hold are refused, not cut off', () => {
  const { holder } = paperOf('loss-form');
  const view = paperOf('loss-form', { holder: { ...holder, address: '龘'.repeat(5_000) } });
  expect(() => lossPaperPdf(view)).toThrow(/do not fit the page/);
});

/** The dark rectangles as a scanner would see them on white paper. */
function picture(boxes: readonly Box[]) {
  const unit = 4;
  const { left, top, right } = around(boxes);
  const scale = (QR_MODULES * unit) / (right - left);
  const width = (QR_MODULES + 8) * unit;
  const data = new Uint8Array(width * width * 4).fill(255);
  const at = (distance: number): number => Math.round(distance * scale) + 4 * unit;
  for (const box of boxes) {
    for (let row = at(top - box.top); row < at(top - box.bottom); row += 1) {
      data.fill(0, (row * width + at(box.left - left)) * 4, (row * width + at(box.right - left)) * 4);
    }
  }
  for (let alpha = 3; alpha < data.length; alpha += 4) data[alpha] = 255;
  return { width, height: width, data };
}

test.each(FORMS)('the QR code of a %s on %s is read back as MC1|number|code on every page', async (kind, paper) => {
  const view = paperOf(kind, { paper });
  const pages = await pagesOf(lossPaperPdf(view).pdf);
  for (const page of pages) {
    expect(decode(picture(qrOf(page)))).toBe(`MC1|${view.documentNumber}|${view.verificationCode}`);
  }
});
