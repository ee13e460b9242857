/** Documents as a reader sees them: their words, and their pages as pictures. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** All words of a PDF file, page by page, in reading order of the lines. */
export function pdfText(file: string): string {
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
}

export function pageCount(file: string): number {
  return Number(/^Pages:\s+(\d+)$/m.exec(pdfInfo(file))?.[1]);
}

/** In points. */
export function pageWidth(file: string): number {
  return Number(/^Page size:\s+([\d.]+) x/m.exec(pdfInfo(file))?.[1]);
}

function pdfInfo(file: string): string {
  return execFileSync('pdfinfo', [file], { encoding: 'utf8' });
}

/** Lines with single blanks, as two programs that place letters differently both read them. */
export function plainLines(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
}

/** One page in grey, 0 black to 255 white, row by row. */
export type PagePicture = Uint8Array;

// Small enough that a third of a point, which printers round a page by, does not count.
const width = 300;
const height = 424;

export function pagePictures(file: string): readonly PagePicture[] {
  const folder = mkdtempSync(join(tmpdir(), 'medicard-pages-'));
  try {
    const size = ['-scale-to-x', String(width), '-scale-to-y', String(height)];
    execFileSync('pdftoppm', ['-gray', ...size, file, join(folder, 'page')]);
    const names = readdirSync(folder).sort();
    return names.map((name) => readFileSync(join(folder, name)).subarray(-width * height));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** How much of the ink of one picture lies elsewhere or is missing in the other: 0 for the same page. */
export function inkDifference(one: PagePicture, other: PagePicture): number {
  let ink = 0;
  let different = 0;
  for (const [at, grey] of one.entries()) {
    ink += 255 - grey;
    different += Math.abs(grey - other[at]!);
  }
  return different / ink;
}
