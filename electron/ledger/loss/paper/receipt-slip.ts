/** A receipt on the roll of an 80 mm printer: as wide as the roll, as long as it needs to be, black on white alone. */
import { wrapText } from '../../paper/line-wrap.ts';
import { consequenceOf } from './loss-paper-consequence.ts';
import { drawCutLine } from './cut-line.ts';
import { NO_VALUE, untitledRows, type Field } from './loss-paper-fields.ts';
import * as say from './loss-paper-labels.ts';
import { signers } from './loss-paper-signatures.ts';
import type { LossPaperView } from './loss-paper-view.ts';
import { drawFrame, gap, stack, type Block } from '../../paper/page-flow.ts';
import { COLOURS, fittedStyle, type PageInk, type Sheet, type TextStyle } from '../../paper/page-ink.ts';
import { drawQr, verificationText } from '../../paper/qr-mark.ts';
import {
  bilingual,
  HOW_TO_CHECK,
  LABELS,
  queryText,
  reprintLabel,
  type Label,
  type Reprint,
} from '../../paper/paper-labels.ts';

/** 80 mm. */
const SLIP_WIDTH = 226.77;
/** The head of such a printer reaches 72 mm. */
const MARGIN = 12;
const WIDTH = SLIP_WIDTH - 2 * MARGIN;
const LABEL_WIDTH = 76;
const GUTTER = 4;
const QR_SIDE = 84;

const STYLES = {
  office: { face: 'bold', size: 9, colour: COLOURS.ink },
  title: { face: 'bold', size: 14, colour: COLOURS.ink },
  english: { face: 'regular', size: 7.5, colour: COLOURS.ink },
  label: { face: 'regular', size: 7, colour: COLOURS.ink },
  labelEnglish: { face: 'regular', size: 5.6, colour: COLOURS.ink },
  value: { face: 'regular', size: 8.5, colour: COLOURS.ink },
  strong: { face: 'bold', size: 8.5, colour: COLOURS.ink },
} as const satisfies Record<string, TextStyle>;

export type Slip = { readonly sheet: Sheet; readonly draw: (ink: PageInk) => void };

/** The bank's copy with the signatures, the line along which it is cut, and the customer's copy with the seal. */
export function receiptSlip(view: LossPaperView): Slip {
  const [bank, customer] = say.COPIES.map((copy, place) => copyOf(view, copy, place === 0));
  const body = stack([bank ?? gap(0), cutLine(), customer ?? gap(0)]);
  return {
    sheet: { width: SLIP_WIDTH, height: Math.ceil(body.height + 2 * MARGIN) },
    draw: (ink) => body.draw(ink, MARGIN),
  };
}

function copyOf(view: LossPaperView, copy: Label, signed: boolean): Block {
  return stack([
    centred(STYLES.office, view.office.name),
    gap(3),
    centred(STYLES.title, say.TITLES[view.kind].zh),
    centred(STYLES.english, say.TITLES[view.kind].en),
    gap(3),
    centred(STYLES.strong, bilingual(copy)),
    ...(view.reprint === null ? [] : [gap(3), centred(STYLES.strong, reprintText(view.reprint))]),
    divider(),
    ...fieldsOf(view).map(fieldLine),
    divider(),
    ...paragraph(STYLES.strong, consequenceOf(view).zh),
    ...paragraph(STYLES.english, consequenceOf(view).en),
    ...(view.queryTelephone === null ? [] : paragraph(STYLES.english, queryText(view.queryTelephone))),
    ...(signed ? signers(view).map(signatureLine) : [sealSpace()]),
    divider(),
    qrBlock(view),
    centred(STYLES.label, HOW_TO_CHECK.zh),
    centred(STYLES.label, HOW_TO_CHECK.en),
  ]);
}

function cutLine(): Block {
  return {
    height: 30,
    draw: (ink, top) => drawCutLine(ink, { left: MARGIN, right: SLIP_WIDTH - MARGIN, y: top + 15 }),
  };
}

/** As high as a branch's seal. */
function sealSpace(): Block {
  return {
    height: 92,
    draw: (ink, top) => {
      drawFrame(ink, MARGIN + 30, top + 4, WIDTH - 60, 86);
      ink.textCentred(STYLES.label, SLIP_WIDTH / 2, top + 84, `（${bilingual(say.SIGNATURES.seal)}）`);
    },
  };
}

function reprintText(reprint: Reprint): string {
  return `${reprintLabel(reprint)}（${bilingual(say.NOT_THE_ORIGINAL)}）`;
}

/** The document and the report it is about, then the receipt's own fields; on a roll an empty field is left out. */
function fieldsOf(view: LossPaperView): readonly Field[] {
  return [
    { label: LABELS.documentNumber, value: view.documentNumber },
    { label: LABELS.code, value: view.verificationCode },
    ...(view.loss === null ? [] : [{ label: say.FIELDS.reportNumber, value: view.loss.number }]),
    ...untitledRows(view)
      .flat()
      .filter(({ value }) => value !== NO_VALUE),
  ];
}

/** The English of a label is below the Chinese, each on one line, so that neither leaves its column. */
function fieldLine({ label, value }: Field): Block {
  const values = wrapText(value, 'regular', STYLES.value.size, WIDTH - LABEL_WIDTH);
  const room = LABEL_WIDTH - GUTTER;
  return {
    height: Math.max(17, values.length * 11) + 2,
    draw: (ink, top) => {
      ink.text(fittedStyle(STYLES.label, label.zh, room), MARGIN, top + 8, label.zh);
      ink.text(fittedStyle(STYLES.labelEnglish, label.en, room), MARGIN, top + 15, label.en);
      values.forEach((line, index) => ink.text(STYLES.value, MARGIN + LABEL_WIDTH, top + 9 + index * 11, line));
    },
  };
}

function centred(style: TextStyle, text: string): Block {
  const lines = wrapText(text, style.face, style.size, WIDTH);
  const step = style.size * 1.3;
  return {
    height: lines.length * step,
    draw: (ink, top) =>
      lines.forEach((line, index) => ink.textCentred(style, SLIP_WIDTH / 2, top + style.size + index * step, line)),
  };
}

function paragraph(style: TextStyle, text: string): readonly Block[] {
  const lines = wrapText(text, style.face, style.size, WIDTH);
  return [
    ...lines.map((line) => ({
      height: style.size * 1.3,
      draw: (ink: PageInk, top: number) => ink.text(style, MARGIN, top + style.size, line),
    })),
    gap(2),
  ];
}

function divider(): Block {
  return { height: 11, draw: (ink, top) => ink.rule(COLOURS.ink, MARGIN, top + 5, WIDTH, 0.7) };
}

function signatureLine(label: Label): Block {
  return {
    height: 34,
    draw: (ink, top) => {
      ink.text(STYLES.label, MARGIN, top + 30, bilingual(label));
      ink.rule(COLOURS.ink, MARGIN + 104, top + 31, WIDTH - 104, 0.5);
    },
  };
}

/** The QR code has a margin of four of its modules above and below (ISO/IEC 18004). */
function qrBlock(view: LossPaperView): Block {
  const text = verificationText(view.documentNumber, view.verificationCode);
  return {
    height: QR_SIDE + 20,
    draw: (ink, top) => drawQr(ink, text, (SLIP_WIDTH - QR_SIDE) / 2, top + 8, QR_SIDE),
  };
}
