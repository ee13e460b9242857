/** A receipt on the roll of an 80 mm printer: as wide as the roll, as long as it needs to be, black on white alone. */
import { wrapText } from '../../paper/line-wrap.ts';
import { consequenceOf } from './loss-paper-consequence.ts';
import { NOTHING, sectionsOf, type Field } from './loss-paper-fields.ts';
import * as say from './loss-paper-labels.ts';
import { signers } from './loss-paper-signatures.ts';
import type { LossPaperView } from './loss-paper-view.ts';
import { gap, stack, type Block } from '../../paper/page-flow.ts';
import { COLOURS, type PageInk, type Sheet, type TextStyle } from '../../paper/page-ink.ts';
import { drawQr, verificationText } from '../../paper/qr-mark.ts';
import { both, HOW_TO_CHECK, LABELS, pageLabel, reprintLabel, type Label } from '../../paper/paper-labels.ts';

/** 80 mm. */
const SLIP_WIDTH = 226.77;
/** The head of such a printer reaches 72 mm. */
const MARGIN = 12;
const WIDTH = SLIP_WIDTH - 2 * MARGIN;
const LABEL_WIDTH = 88;
const GUTTER = 4;
const QR_SIDE = 84;

const STYLES = {
  office: { face: 'bold', size: 9, colour: COLOURS.ink },
  title: { face: 'bold', size: 14, colour: COLOURS.ink },
  english: { face: 'regular', size: 7.5, colour: COLOURS.ink },
  label: { face: 'regular', size: 6.8, colour: COLOURS.ink },
  value: { face: 'regular', size: 8.5, colour: COLOURS.ink },
  strong: { face: 'bold', size: 8.5, colour: COLOURS.ink },
} as const satisfies Record<string, TextStyle>;

export type Slip = { readonly sheet: Sheet; readonly draw: (ink: PageInk) => void };

export function receiptSlip(view: LossPaperView): Slip {
  const body = stack([
    centred(STYLES.office, view.office.name),
    gap(3),
    centred(STYLES.title, say.TITLES[view.kind].zh),
    centred(STYLES.english, say.TITLES[view.kind].en),
    ...(view.reprint === null ? [] : [gap(3), centred(STYLES.strong, reprintText(view.reprint))]),
    divider(),
    ...fieldsOf(view).map(fieldLine),
    divider(),
    ...paragraph(STYLES.strong, consequenceOf(view).zh),
    ...paragraph(STYLES.english, consequenceOf(view).en),
    ...signers(view).map(signatureLine),
    divider(),
    qrBlock(view),
    centred(STYLES.label, HOW_TO_CHECK.zh),
    centred(STYLES.label, HOW_TO_CHECK.en),
    gap(2),
    centred(STYLES.label, pageLabel(1, 1)),
  ]);
  return {
    sheet: { width: SLIP_WIDTH, height: Math.ceil(body.height + 2 * MARGIN) },
    draw: (ink) => body.draw(ink, MARGIN),
  };
}

function reprintText(reprint: number): string {
  return `${reprintLabel(reprint)}（${both(say.NOT_THE_ORIGINAL)}）`;
}

/** The document and the report it is about, then the receipt's own fields; on a roll an empty field is left out. */
function fieldsOf(view: LossPaperView): readonly Field[] {
  const own = sectionsOf(view).flatMap(({ title, rows }) =>
    rows.flat().map((field) => (title === say.SECTIONS.agent ? ofAgent(field) : field)),
  );
  return [
    { label: LABELS.documentNumber, value: view.documentNumber },
    { label: LABELS.code, value: view.verificationCode },
    ...(view.loss === null ? [] : [{ label: say.FIELDS.reportNumber, value: view.loss.number }]),
    ...own.filter(({ value }) => value !== NOTHING),
  ];
}

/** Without the grid's section a name would not say whose it is. */
function ofAgent({ label, value }: Field): Field {
  return label === say.FIELDS.relation
    ? { label, value }
    : { label: { zh: `${say.SECTIONS.agent.zh}${label.zh}`, en: `${say.SECTIONS.agent.en}: ${label.en}` }, value };
}

function fieldLine({ label, value }: Field): Block {
  const labels = wrapText(both(label), 'regular', STYLES.label.size, LABEL_WIDTH - GUTTER);
  const values = wrapText(value, 'regular', STYLES.value.size, WIDTH - LABEL_WIDTH);
  return {
    height: Math.max(labels.length * 8.5, values.length * 11) + 2,
    draw: (ink, top) => {
      labels.forEach((line, index) => ink.text(STYLES.label, MARGIN, top + 9 + index * 8.5, line));
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
      ink.text(STYLES.label, MARGIN, top + 30, both(label));
      ink.rule(COLOURS.ink, MARGIN + 104, top + 31, WIDTH - 104, 0.5);
    },
  };
}

/** Stands free of the line above and the text below by four of its modules (ISO/IEC 18004). */
function qrBlock(view: LossPaperView): Block {
  const text = verificationText(view.documentNumber, view.verificationCode);
  return {
    height: QR_SIDE + 20,
    draw: (ink, top) => drawQr(ink, text, (SLIP_WIDTH - QR_SIDE) / 2, top + 8, QR_SIDE),
  };
}
