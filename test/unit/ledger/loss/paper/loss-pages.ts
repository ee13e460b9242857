/**
 * Reads a paper back as a press would see it: each text with the box its ink fills, each filled shape. pdf.js tells the
 * texts one by one as they were drawn; the ink of a glyph is its outline's own box in the face.
 */
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { z } from 'zod';
import { faceFont, type Face } from '../../../../../electron/ledger/paper/fonts/document-faces.ts';

/** In points from the page's bottom left corner, as PDF counts. */
export type Box = { readonly left: number; readonly bottom: number; readonly right: number; readonly top: number };
export type Run = { readonly text: string; readonly size: number; readonly ink: Box };
export type Page = {
  readonly width: number;
  readonly height: number;
  readonly runs: readonly Run[];
  /** The rectangles of each filled path. */
  readonly shapes: readonly (readonly Box[])[];
};

const fontName = z.object({ name: z.string() });
const setFont = z.tuple([z.string(), z.number()]);
const setTextMatrix = z.tuple([z.instanceof(Float32Array)]);
const showText = z.tuple([z.array(z.object({ unicode: z.string() }))]);
const constructPath = z.tuple([z.number(), z.tuple([z.instanceof(Float32Array)]), z.unknown()]);

export async function pagesOf(pdf: Uint8Array): Promise<readonly Page[]> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const document = await task.promise;
  const pages: Page[] = [];
  for (let number = 1; number <= document.numPages; number += 1) pages.push(await pageOf(document, number));
  await task.destroy();
  return pages;
}

type PdfDocument = Awaited<ReturnType<typeof getDocument>['promise']>;

async function pageOf(document: PdfDocument, number: number): Promise<Page> {
  const page = await document.getPage(number);
  const { fnArray, argsArray } = await page.getOperatorList();
  const runs: Run[] = [];
  const shapes: Box[][] = [];
  let [face, size, x, y]: [Face, number, number, number] = ['regular', 0, 0, 0];
  fnArray.forEach((operator, index) => {
    const given: unknown = argsArray[index];
    if (operator === OPS.setFont) {
      const [font, points] = setFont.parse(given);
      face = fontName.parse(page.commonObjs.get(font)).name.endsWith('SemiBold') ? 'bold' : 'regular';
      size = points;
    } else if (operator === OPS.setTextMatrix) {
      const [matrix] = setTextMatrix.parse(given);
      [x, y] = [matrix[4]!, matrix[5]!];
    } else if (operator === OPS.showText) {
      const text = showText
        .parse(given)[0]
        .map(({ unicode }) => unicode)
        .join('');
      if (text.trim() !== '') runs.push({ text, size, ink: inkOf(text, face, size, x, y) });
    } else if (operator === OPS.constructPath) {
      shapes.push(rectanglesOf(constructPath.parse(given)[1][0]));
    }
  });
  const [, , width = 0, height = 0] = page.view;
  return { width, height, runs, shapes };
}

function inkOf(text: string, face: Face, size: number, x: number, y: number): Box {
  const font = faceFont(face);
  const scale = size / font.unitsPerEm;
  const boxes: Box[] = [];
  let at = x;
  for (const character of text) {
    const glyph = font.glyphOf(character.codePointAt(0)!);
    const outline = font.outlineOf(glyph);
    if (outline.length > 0) {
      boxes.push({
        left: at + outline.readInt16BE(2) * scale,
        bottom: y + outline.readInt16BE(4) * scale,
        right: at + outline.readInt16BE(6) * scale,
        top: y + outline.readInt16BE(8) * scale,
      });
    }
    at += font.advanceOf(glyph) * scale;
  }
  return around(boxes);
}

export function around(boxes: readonly Box[]): Box {
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    bottom: Math.min(...boxes.map(({ bottom }) => bottom)),
    right: Math.max(...boxes.map(({ right }) => right)),
    top: Math.max(...boxes.map(({ top }) => top)),
  };
}

/** Move, three lines, close: a rectangle is thirteen numbers. */
const RECTANGLE = 13;

function rectanglesOf(path: Float32Array): Box[] {
  const boxes: Box[] = [];
  for (let at = 0; at < path.length; at += RECTANGLE) {
    const [, x1, y1, , , , , x2, y2] = Array.from(path.subarray(at, at + RECTANGLE));
    boxes.push({
      left: Math.min(x1!, x2!),
      bottom: Math.min(y1!, y2!),
      right: Math.max(x1!, x2!),
      top: Math.max(y1!, y2!),
    });
  }
  return boxes;
}

export function overlap(a: Box, b: Box): boolean {
  const deep = 0.05;
  return a.left < b.right - deep && b.left < a.right - deep && a.bottom < b.top - deep && b.bottom < a.top - deep;
}

/** The texts in the order of drawing, without the spaces that are only distance. */
export function squeezed({ runs }: Page): string {
  return bare(runs.map(({ text }) => text).join(''));
}

export function bare(text: string): string {
  return text.replaceAll(/\s/g, '');
}

/** The QR code is the one path of hundreds of rectangles. */
export function qrOf({ shapes }: Page): readonly Box[] {
  return shapes.find((boxes) => boxes.length > 100) ?? [];
}

/** A side of the code of a document's number (version 3). */
export const QR_MODULES = 29;

/** Texts over texts, texts over ruled lines, and what stands in the quiet of the QR code, named; empty when all is apart. */
export function collisions(page: Page): readonly string[] {
  const { runs, shapes } = page;
  const qr = qrOf(page);
  const drawn = shapes.filter((shape) => shape !== qr).flat();
  const lines = drawn.filter(({ left, bottom, right, top }) => right - left < 2 || top - bottom < 1.5);
  const faults = runs.flatMap((run, index) => [
    ...runs
      .slice(index + 1)
      .filter(({ ink }) => overlap(run.ink, ink))
      .map(({ text }) => `${run.text} | ${text}`),
    ...lines.filter((line) => overlap(run.ink, line)).map(() => `${run.text} | line`),
  ]);
  if (qr.length === 0) return faults;
  const quiet = quietZone(qr);
  return [
    ...faults,
    ...runs.filter(({ ink }) => overlap(ink, quiet)).map(({ text }) => `${text} | QR code`),
    ...drawn.filter((shape) => overlap(shape, quiet)).map(() => 'shape | QR code'),
  ];
}

/** ISO/IEC 18004: four modules of white on every side. */
function quietZone(qr: readonly Box[]): Box {
  const { left, bottom, right, top } = around(qr);
  const white = ((right - left) / QR_MODULES) * 4;
  return { left: left - white, bottom: bottom - white, right: right + white, top: top + white };
}
