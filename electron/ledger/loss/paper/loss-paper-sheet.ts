/**
 * One copy of a paper about a loss or a PIN: a page of A4, or half of one, which is A5 across. The left margin leaves room
 * for the punch of a binder.
 */
import { wrapText } from '../../paper/line-wrap.ts';
import { consequenceOf } from './loss-paper-consequence.ts';
import { sectionsOf, untitledRows, type Section } from './loss-paper-fields.ts';
import { grid } from './loss-paper-grid.ts';
import * as say from './loss-paper-labels.ts';
import { signatureRow } from './loss-paper-signatures.ts';
import type { LossPaperView } from './loss-paper-view.ts';
import { gap, stack, type Block } from '../../paper/page-flow.ts';
import { COLOURS, fittedStyle, PAGE, type PageInk, type TextStyle } from '../../paper/page-ink.ts';
import { drawQr, verificationText } from '../../paper/qr-mark.ts';
import {
  bilingual,
  HOW_TO_CHECK,
  LABELS,
  pageLabel,
  queryText,
  reprintLabel,
  WIDE_SPACE,
  type Label,
} from '../../paper/paper-labels.ts';

const LEFT = 68;
const RIGHT = PAGE.width - 40;
const WIDTH = RIGHT - LEFT;
const MARK_WIDTH = 215;
const COPY_WIDTH = 160;
/** Beside the sentence of how a paper is checked. */
const TELEPHONE_WIDTH = 140;
/** High enough for a label's two lines with space around them. */
const SMALLEST_LABEL = 16.6;
const SMALLEST_SIGNATURE = 47;

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

/** Where one copy begins and ends, and its line spacing. */
export type SheetForm = {
  readonly top: number;
  readonly footRule: number;
  readonly qrSide: number;
  readonly titled: boolean;
  readonly labelHeight: number;
  readonly signatureHeight: number;
  /** Type sizes of the values, of which the first that fits is taken: real texts never need the last ones. */
  readonly valueSizes: readonly number[];
};
export const WHOLE_PAGE: SheetForm = {
  top: 32,
  footRule: 806,
  qrSide: 60,
  titled: true,
  labelHeight: 17.5,
  signatureHeight: 64,
  valueSizes: [10, 9, 8, 7, 6, 5],
};
export const HALF_PAGE: SheetForm = {
  top: 17,
  footRule: 388,
  qrSide: 54,
  titled: false,
  labelHeight: SMALLEST_LABEL,
  signatureHeight: SMALLEST_SIGNATURE,
  valueSizes: [9, 8, 7, 6],
};

export type SheetLayout = {
  /** `copy` is the copy's mark; `down` is its distance from the top of the page. */
  readonly draw: (ink: PageInk, copy: Label, page: number, pages: number, down?: number) => void;
};

/** Lays a copy out; null when the texts fill more than the form even in small type: nothing is ever cut off. */
export function sheetLayout(view: LossPaperView, form: SheetForm): SheetLayout | null {
  const head = heading(view, form);
  const top = form.top + head.height;
  const body = fittingBody(view, form, form.footRule - 8 - top);
  if (body === null) return null;
  return {
    draw: (ink, copy, page, pages, down = 0) => {
      head.draw(ink, down + form.top);
      body.draw(ink, down + top);
      copyMark(ink, copy, down + top);
      foot(ink, view, pageLabel(page, pages), down + form.footRule);
    },
  };
}

function fittingBody(view: LossPaperView, form: SheetForm, room: number): Block | null {
  const sections = form.titled ? sectionsOf(view) : [untitled(view)];
  for (const valueSize of form.valueSizes) {
    const isSmall = valueSize < 7;
    const labelHeight = isSmall ? SMALLEST_LABEL : form.labelHeight;
    const signatureHeight = isSmall ? SMALLEST_SIGNATURE : form.signatureHeight;
    const body = stack([
      numberBand(view),
      grid(sections, { left: LEFT, width: WIDTH, valueSize, labelHeight }),
      gap(form.titled ? 10 : 6),
      ...sentences(view).map(sentenceBlock),
      gap(form.titled ? 8 : 5),
      signatureRow(view, { left: LEFT, width: WIDTH, height: signatureHeight }),
    ]);
    if (body.height <= room) return body;
  }
  return null;
}

function untitled(view: LossPaperView): Section {
  return { title: null, rows: untitledRows(view) };
}

/** What follows for the holder; on the loss form also who bears what was taken before. */
function sentences(view: LossPaperView): readonly Label[] {
  return [consequenceOf(view), ...(view.kind === 'loss-form' ? [say.LIABILITY] : [])];
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

function heading(view: LossPaperView, { qrSide, titled }: SheetForm): Block {
  const title = columnLines(titleColumn(view), WIDTH - qrSide - MARK_WIDTH - 28);
  const mark = columnLines(markColumn(view), MARK_WIDTH);
  const deepest = Math.max(...[title, mark].map((column) => column.reduce((sum, { step }) => sum + step, 0)));
  const height = Math.max(qrSide, deepest + 3) + 12;
  return {
    height: height + (titled ? 8 : 2),
    draw: (ink, top) => {
      drawColumn(title, top, (style, y, text) => ink.text(style, LEFT, y, text));
      drawColumn(mark, top, (style, y, text) => ink.textRight(style, RIGHT - qrSide - 14, y, text));
      drawQr(ink, verificationText(view.documentNumber, view.verificationCode), RIGHT - qrSide, top, qrSide);
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
    { style: STYLES.label, step: 7, text: bilingual(LABELS.documentNumber) },
    { style: STYLES.strong, step: 11, text: documentNumber },
    { style: STYLES.label, step: 13, text: bilingual(LABELS.code) },
    { style: STYLES.strong, step: 11, text: verificationCode },
  ];
  if (reprint === null) return mark;
  const text = `${reprintLabel(reprint)}（${bilingual(say.NOT_THE_ORIGINAL)}）`;
  return [...mark, { style: STYLES.reprint, step: 14, text }];
}

/** The report's number, large enough to be read over the counter. */
function numberBand({ loss }: LossPaperView): Block {
  // Beside the title of the copy, where there is no number.
  if (loss === null) return gap(34);
  const lines = wrapText(loss.number, 'bold', STYLES.number.size, WIDTH - COPY_WIDTH);
  const height = 36 + (lines.length - 1) * 17;
  return {
    height: height + 2,
    draw: (ink, top) => {
      ink.fill(COLOURS.tint, LEFT, top, WIDTH, height);
      ink.text(
        STYLES.label,
        LEFT + 8,
        top + 11,
        `${bilingual(say.FIELDS.reportNumber)}${WIDE_SPACE}${bilingual(say.FOLLOW_UP)}`,
      );
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
    height: lines.length * 12 + 3,
    draw: (ink, top) => {
      ink.fill(COLOURS.accent, LEFT, top, 2, lines.length * 12);
      lines.forEach(({ style, text }, index) => ink.text(style, LEFT + 10, top + 9 + index * 12, text));
    },
  };
}

function foot(ink: PageInk, view: LossPaperView, page: string, rule: number): void {
  ink.rule(COLOURS.hairline, LEFT, rule, WIDTH, 0.5);
  ink.text(STYLES.foot, LEFT, rule + 11, `${bilingual(LABELS.documentNumber)} ${view.documentNumber}`);
  ink.text(STYLES.foot, LEFT, rule + 20, `${HOW_TO_CHECK.zh}。${HOW_TO_CHECK.en}.`);
  ink.textRight(STYLES.foot, RIGHT, rule + 11, page);
  if (view.queryTelephone === null) return;
  const telephone = queryText(view.queryTelephone);
  ink.textRight(fittedStyle(STYLES.foot, telephone, TELEPHONE_WIDTH), RIGHT, rule + 20, telephone);
}
