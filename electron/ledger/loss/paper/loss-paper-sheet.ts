/** One A4 page of a paper about a loss or a PIN. The left margin leaves room for the punch of a binder. */
import { wrapText } from '../../paper/line-wrap.ts';
import { consequenceOf } from './loss-paper-consequence.ts';
import { sectionsOf } from './loss-paper-fields.ts';
import { grid } from './loss-paper-grid.ts';
import * as say from './loss-paper-labels.ts';
import { signatureRow } from './loss-paper-signatures.ts';
import type { LossPaperView } from './loss-paper-view.ts';
import { gap, stack, type Block } from '../../paper/page-flow.ts';
import { COLOURS, PAGE, type PageInk, type TextStyle } from '../../paper/page-ink.ts';
import { drawQr, verificationText } from '../../paper/qr-mark.ts';
import {
  both,
  HOW_TO_CHECK,
  LABELS,
  pageLabel,
  reprintLabel,
  WIDE_SPACE,
  type Label,
} from '../../paper/paper-labels.ts';

const LEFT = 68;
const RIGHT = PAGE.width - 40;
const WIDTH = RIGHT - LEFT;
const TOP = 36;
const FOOT_RULE = 802;
const QR_SIDE = 60;
const MARK_WIDTH = 215;
const COPY_WIDTH = 160;

const STYLES = {
  office: { face: 'bold', size: 9, colour: COLOURS.accent },
  title: { face: 'bold', size: 18, colour: COLOURS.ink },
  subtitle: { face: 'regular', size: 8.5, colour: COLOURS.muted },
  label: { face: 'regular', size: 6.5, colour: COLOURS.muted },
  strong: { face: 'bold', size: 8.5, colour: COLOURS.ink },
  reprint: { face: 'bold', size: 8.5, colour: COLOURS.accent },
  number: { face: 'bold', size: 14, colour: COLOURS.ink },
  copy: { face: 'bold', size: 10, colour: COLOURS.accent },
  sentence: { face: 'bold', size: 8.5, colour: COLOURS.ink },
  sentenceEnglish: { face: 'regular', size: 7.8, colour: COLOURS.ink },
  foot: { face: 'regular', size: 6.5, colour: COLOURS.muted },
} as const satisfies Record<string, TextStyle>;

/** Sizes in which the values may be set, the first that fits the page: no counter’s texts need the last ones. */
const VALUE_SIZES = [10, 9, 8, 7, 6, 5] as const;

export type SheetLayout = {
  /** `copy` marks the copies of a form. */
  readonly draw: (ink: PageInk, copy: Label | null, page: number, pages: number) => void;
};

/**
 * Lays the page out, once for every copy. Throws a RangeError when the texts fill more than the page even in small
 * type: nothing is ever cut off.
 */
export function sheetLayout(view: LossPaperView): SheetLayout {
  const head = heading(view);
  const top = TOP + head.height;
  const body = fittingBody(view, FOOT_RULE - 8 - top);
  return {
    draw: (ink, copy, page, pages) => {
      head.draw(ink, TOP);
      body.draw(ink, top);
      if (copy !== null) copyMark(ink, copy, top);
      foot(ink, view, page, pages);
    },
  };
}

function fittingBody(view: LossPaperView, room: number): Block {
  const sections = sectionsOf(view);
  const band = numberBand(view);
  const end = stack([gap(10), sentenceBlock(consequenceOf(view)), gap(8), signatureRow(view, LEFT, WIDTH)]);
  for (const valueSize of VALUE_SIZES) {
    const body = stack([band, grid(sections, { left: LEFT, width: WIDTH, valueSize }), end]);
    if (body.height <= room) return body;
  }
  throw new RangeError(`${view.kind} ${view.documentNumber}: the texts do not fit the page`);
}

type Column = readonly { readonly style: TextStyle; readonly step: number; readonly text: string }[];

/** Lines of a column of the heading, each text wrapped into its width. */
function columnLines(column: Column, width: number): Column {
  return column.flatMap(({ style, step, text }) =>
    wrapText(text, style.face, style.size, width).map((line, index) => ({
      style,
      step: index === 0 ? step : style.size * 1.2,
      text: line,
    })),
  );
}

function heading(view: LossPaperView): Block {
  const title = columnLines(titleColumn(view), WIDTH - QR_SIDE - MARK_WIDTH - 28);
  const mark = columnLines(markColumn(view), MARK_WIDTH);
  const deepest = Math.max(...[title, mark].map((column) => column.reduce((sum, { step }) => sum + step, 0)));
  const height = Math.max(QR_SIDE, deepest + 3) + 12;
  return {
    height: height + 8,
    draw: (ink, top) => {
      drawColumn(title, top, (style, y, text) => ink.text(style, LEFT, y, text));
      drawColumn(mark, top, (style, y, text) => ink.textRight(style, RIGHT - QR_SIDE - 14, y, text));
      drawQr(ink, verificationText(view.documentNumber, view.verificationCode), RIGHT - QR_SIDE, top, QR_SIDE);
      ink.rule(COLOURS.accent, LEFT, top + height - 1.1, WIDTH, 1.1);
    },
  };
}

function drawColumn(column: Column, top: number, put: (style: TextStyle, y: number, text: string) => void): void {
  let y = top;
  for (const { style, step, text } of column) {
    y += step;
    put(style, y, text);
  }
}

function titleColumn({ kind, office }: LossPaperView): Column {
  return [
    { style: STYLES.office, step: 9, text: office.name },
    { style: STYLES.title, step: 27, text: say.TITLES[kind].zh },
    { style: STYLES.subtitle, step: 15, text: say.TITLES[kind].en },
  ];
}

function markColumn({ documentNumber, verificationCode, reprint }: LossPaperView): Column {
  const mark = [
    { style: STYLES.label, step: 7, text: both(LABELS.documentNumber) },
    { style: STYLES.strong, step: 11, text: documentNumber },
    { style: STYLES.label, step: 13, text: both(LABELS.code) },
    { style: STYLES.strong, step: 11, text: verificationCode },
  ];
  if (reprint === null) return mark;
  const text = `${reprintLabel(reprint)}（${both(say.NOT_THE_ORIGINAL)}）`;
  return [...mark, { style: STYLES.reprint, step: 14, text }];
}

/** The report's number, large enough to be read over the counter. */
function numberBand({ loss }: LossPaperView): Block {
  if (loss === null) return gap(0);
  const lines = wrapText(loss.number, 'bold', STYLES.number.size, WIDTH - COPY_WIDTH);
  const height = 36 + (lines.length - 1) * 17;
  return {
    height: height + 2,
    draw: (ink, top) => {
      ink.fill(COLOURS.tint, LEFT, top, WIDTH, height);
      ink.text(STYLES.label, LEFT + 8, top + 11, `${both(say.FIELDS.reportNumber)}${WIDE_SPACE}${both(say.FOLLOW_UP)}`);
      lines.forEach((line, index) => ink.text(STYLES.number, LEFT + 8, top + 28 + index * 17, line));
    },
  };
}

/** Which copy this is, beside the report's number. */
function copyMark(ink: PageInk, copy: Label, top: number): void {
  ink.textRight(STYLES.copy, RIGHT - 8, top + 17, copy.zh);
  ink.textRight(STYLES.subtitle, RIGHT - 8, top + 29, copy.en);
}

function sentenceBlock({ zh, en }: Label): Block {
  const lines = [
    ...wrapText(zh, 'bold', STYLES.sentence.size, WIDTH - 10).map((text) => ({ style: STYLES.sentence, text })),
    ...wrapText(en, 'regular', STYLES.sentenceEnglish.size, WIDTH - 10).map((text) => ({
      style: STYLES.sentenceEnglish,
      text,
    })),
  ];
  return {
    height: lines.length * 12,
    draw: (ink, top) => {
      ink.fill(COLOURS.accent, LEFT, top, 2, lines.length * 12);
      lines.forEach(({ style, text }, index) => ink.text(style, LEFT + 10, top + 9 + index * 12, text));
    },
  };
}

function foot(ink: PageInk, view: LossPaperView, page: number, pages: number): void {
  ink.rule(COLOURS.hairline, LEFT, FOOT_RULE, WIDTH, 0.5);
  ink.text(STYLES.foot, LEFT, FOOT_RULE + 11, `${both(LABELS.documentNumber)} ${view.documentNumber}`);
  ink.text(STYLES.foot, LEFT, FOOT_RULE + 20, `${HOW_TO_CHECK.zh}。${HOW_TO_CHECK.en}.`);
  ink.textRight(STYLES.foot, RIGHT, FOOT_RULE + 11, pageLabel(page, pages));
}
