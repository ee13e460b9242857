/** The ruled grid of a bank's form: sections of rows, a tinted label beside each value, values wrapped in full. */
import { textWidth } from '../../paper/fonts/document-faces.ts';
import { wrapText } from '../../paper/line-wrap.ts';
import type { Field, FieldRow, Section } from './loss-paper-fields.ts';
import { stack, type Block } from '../../paper/page-flow.ts';
import { COLOURS, fittedStyle, type Colour, type PageInk, type TextStyle } from '../../paper/page-ink.ts';

const STYLES = {
  section: { face: 'bold', size: 7.6, colour: COLOURS.accent },
  sectionEnglish: { face: 'regular', size: 6.4, colour: COLOURS.muted },
  label: { face: 'regular', size: 7.4, colour: COLOURS.ink },
  labelEnglish: { face: 'regular', size: 5.8, colour: COLOURS.muted },
} as const satisfies Record<string, TextStyle>;

const SECTION_HEIGHT = 14;
const LABEL_WIDTH = 78;
const PAD = 5;
const LINE = 0.5;
/** Height of a glyph's middle above the baseline, as a share of the type size. */
const MIDDLE = 0.36;

/** Position of the grid and type size of its values, in points. */
export type GridMeasure = {
  readonly left: number;
  readonly width: number;
  readonly valueSize: number;
  /** The least height of a row: a label's two lines, however small the value's type is. */
  readonly labelHeight: number;
};

export function grid(sections: readonly Section[], measure: GridMeasure): Block {
  return stack(sections.map((section) => sectionBlock(section, measure)));
}

function sectionBlock({ title, rows }: Section, measure: GridMeasure): Block {
  const head: Block = {
    height: title === null ? 0 : SECTION_HEIGHT,
    draw: (ink, top) => {
      if (title === null) return;
      ink.text(STYLES.section, measure.left, top + 10, title.zh);
      const after = measure.left + textWidth(title.zh, 'bold', STYLES.section.size) + PAD;
      ink.text(STYLES.sectionEnglish, after, top + 10, title.en);
    },
  };
  const close: Block = {
    height: LINE,
    draw: (ink, top) => ink.rule(COLOURS.hairline, measure.left, top, measure.width, LINE),
  };
  return stack([head, ...rows.map((row, index) => gridRow(row, measure, index === 0 ? FIRST : LATER)), close]);
}

/** The line above a row is drawn with the row, over its own tint, so that no row paints over the one before. */
type UpperLine = { readonly colour: Colour; readonly thickness: number };
const FIRST: UpperLine = { colour: COLOURS.accent, thickness: 0.8 };
const LATER: UpperLine = { colour: COLOURS.hairline, thickness: LINE };

function gridRow(row: FieldRow, measure: GridMeasure, upper: UpperLine): Block {
  const { left, width, valueSize, labelHeight } = measure;
  const lineHeight = valueSize * 1.22;
  const cellWidth = width / row.length;
  const room = cellWidth - LABEL_WIDTH - 2 * PAD;
  const cells = row.map(({ label, value }) => ({ label, lines: wrapText(value, 'regular', valueSize, room) }));
  const tallest = Math.max(...cells.map(({ lines }) => lines.length));
  const height = Math.max(labelHeight, valueSize * 2.15, tallest * lineHeight + valueSize * 0.75);
  return {
    height,
    draw: (ink, top) => {
      cells.forEach(({ label, lines }, column) => {
        const x = left + column * cellWidth;
        const first = top + height / 2 + valueSize * MIDDLE - ((lines.length - 1) * lineHeight) / 2;
        labelCell(ink, label, { x, top, height });
        lines.forEach((line, index) => {
          ink.text(valueStyle(valueSize), x + LABEL_WIDTH + PAD, first + index * lineHeight, line);
        });
      });
      uprights(ink, measure, row.length, { top, height });
      ink.rule(upper.colour, left, top, width, upper.thickness);
    },
  };
}

function labelCell(ink: PageInk, label: Field['label'], at: { x: number; top: number; height: number }): void {
  const middle = at.top + at.height / 2;
  ink.fill(COLOURS.tint, at.x, at.top, LABEL_WIDTH, at.height);
  ink.text(fittedStyle(STYLES.label, label.zh, LABEL_WIDTH - PAD - 2), at.x + PAD, middle - 0.8, label.zh);
  ink.text(fittedStyle(STYLES.labelEnglish, label.en, LABEL_WIDTH - PAD - 2), at.x + PAD, middle + 6.6, label.en);
}

function uprights(
  ink: PageInk,
  { left, width }: GridMeasure,
  cells: number,
  row: { top: number; height: number },
): void {
  const lines = Array.from({ length: cells + 1 }, (_, index) => ({
    x: left + (index * width) / cells - (index === 0 ? 0 : LINE),
    y: row.top,
    width: LINE,
    height: row.height,
  }));
  ink.fillAll(COLOURS.hairline, lines);
}

function valueStyle(size: number): TextStyle {
  return { face: 'regular', size, colour: COLOURS.ink };
}
