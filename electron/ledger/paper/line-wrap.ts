/** Breaks text into lines that fit a width. Nothing is ever dropped: the lines joined are the text, less end-of-line spaces. */
import { textWidth, type Face } from './fonts/document-faces.ts';
import { printable } from './fonts/missing-glyph.ts';

/** Never first on a line: closing punctuation of Chinese and English text. */
const CLINGS_TO_PREVIOUS = /^[，。、；：？！）】》」』”’,.;:?!)\]%]/u;
/** Latin letters and digits stay together where the line allows; every other character may begin a line. */
const UNITS = /[\p{Script=Latin}\p{N}*_'’-]+|\s+|./gsu;

export function wrapText(text: string, face: Face, size: number, width: number): readonly string[] {
  const clean = printable(text);
  if (textWidth(clean, face, size) <= width) return [clean];
  const lines: string[] = [];
  let line = '';
  for (const unit of unitsOf(clean)) {
    if (textWidth(line + unit, face, size) <= width) {
      line += unit;
      continue;
    }
    if (line.trim() !== '') lines.push(line.trimEnd());
    const [last = '', ...full] = splitAnywhere(unit.trimStart(), face, size, width).reverse();
    lines.push(...full.reverse());
    line = last;
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

function unitsOf(text: string): readonly string[] {
  const units: string[] = [];
  for (const [unit] of text.matchAll(UNITS)) {
    const previous = CLINGS_TO_PREVIOUS.test(unit) ? units.pop() : undefined;
    units.push((previous ?? '') + unit);
  }
  return units;
}

/** A unit wider than the line, a long reference for one, is broken between any two characters. */
function splitAnywhere(unit: string, face: Face, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const character of unit) {
    if (line !== '' && textWidth(line + character, face, size) > width) {
      lines.push(line);
      line = '';
    }
    line += character;
  }
  return [...lines, line];
}
