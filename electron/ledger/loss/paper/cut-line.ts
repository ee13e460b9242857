/** The line along which two copies are cut apart: dashes, and a word in the middle of them. */
import { CUT_LINE } from './loss-paper-labels.ts';
import { textWidth } from '../../paper/fonts/document-faces.ts';
import { COLOURS, type PageInk, type TextStyle } from '../../paper/page-ink.ts';
import { bilingual } from '../../paper/paper-labels.ts';

const STYLE: TextStyle = { face: 'regular', size: 6.5, colour: COLOURS.ink };
const DASH = 4;
const STEP = 7;

export function drawCutLine(ink: PageInk, { left, right, y }: { left: number; right: number; y: number }): void {
  const [word, centre] = [bilingual(CUT_LINE), (left + right) / 2];
  const clear = textWidth(word, STYLE.face, STYLE.size) / 2 + 6;
  const places = Array.from({ length: Math.floor((right - left) / STEP) }, (_, place) => left + place * STEP);
  ink.fillAll(
    COLOURS.ink,
    places
      .filter((x) => x + DASH < centre - clear || x > centre + clear)
      .map((x) => ({ x, y: y - 0.25, width: DASH, height: 0.5 })),
  );
  ink.textCentred(STYLE, centre, y + 2.3, word);
}
