/** The statement in normal type: about fifty lines on the first page, one line an entry wherever its texts are short. */
import { yuanGrouped, type Fen } from '../../../contract/kernel/money.ts';
import type { StatementEntry } from '../../../contract/office/office-views.ts';
import { textWidth } from '../../paper/fonts/document-faces.ts';
import { wrapText } from '../../paper/line-wrap.ts';
import { gap, stack, type Block, type StatementLayout } from '../../paper/page-flow.ts';
import { COLOURS, PAGE, type PageInk, type TextStyle } from '../../paper/page-ink.ts';
import { drawQr, verificationText } from '../../paper/qr-mark.ts';
import * as paper from '../../paper/paper-labels.ts';
import * as say from './statement-labels.ts';
import { ENTRY_KINDS, type StatementView } from './statement-view.ts';

const LEFT = 40;
const RIGHT = PAGE.width - LEFT;
const WIDTH = RIGHT - LEFT;
const TOP = 36;
const FOOT_RULE = 806;
const QR_SIDE = 58;

const STYLES = {
  office: { face: 'bold', size: 9, colour: COLOURS.accent },
  title: { face: 'bold', size: 17, colour: COLOURS.ink },
  subtitle: { face: 'regular', size: 8.5, colour: COLOURS.muted },
  label: { face: 'regular', size: 6.5, colour: COLOURS.muted },
  value: { face: 'regular', size: 8.5, colour: COLOURS.ink },
  strong: { face: 'bold', size: 8.5, colour: COLOURS.ink },
  total: { face: 'bold', size: 8, colour: COLOURS.ink },
  notice: { face: 'regular', size: 7.5, colour: COLOURS.ink },
  column: { face: 'bold', size: 7.2, colour: COLOURS.accent },
  columnEnglish: { face: 'regular', size: 5.8, colour: COLOURS.muted },
  cell: { face: 'regular', size: 7.2, colour: COLOURS.ink },
  cellQuiet: { face: 'regular', size: 6, colour: COLOURS.muted },
  foot: { face: 'regular', size: 6.5, colour: COLOURS.muted },
} as const satisfies Record<string, TextStyle>;

const ROW_HEIGHT = 11;
const LINE_HEIGHT = 9.2;
const BASELINE = 7.9;

/** `x` is a left edge, or a right edge where figures are aligned. */
const COLUMNS = {
  seq: { x: LEFT + 19, align: 'right', label: paper.LABELS.seq },
  date: { x: LEFT + 25, align: 'left', label: paper.LABELS.date },
  time: { x: LEFT + 67, align: 'left', label: paper.LABELS.time },
  kind: { x: LEFT + 139, align: 'left', label: paper.LABELS.kind },
  place: { x: LEFT + 202, align: 'left', label: paper.LABELS.place },
  reference: { x: LEFT + 333, align: 'left', label: paper.LABELS.reference },
  amount: { x: RIGHT - 60, align: 'right', label: paper.LABELS.amount },
  balance: { x: RIGHT, align: 'right', label: paper.LABELS.balance },
} as const;
const PLACE_WIDTH = 126;
const REFERENCE_WIDTH = 67;

export function standardLayout(view: StatementView): StatementLayout {
  return {
    top: TOP,
    bottom: FOOT_RULE - 6,
    firstHead: stack([heading(view), facts(view), totals(view), noticeLines(view), columnHeads()]),
    laterHead: stack([runningHead(view), columnHeads()]),
    body: [...view.entries.map(entryRow), endOfList(view)],
    foot: (ink, page, pages) => foot(ink, view, page, pages),
  };
}

function heading(view: StatementView): Block {
  const office = `${view.office.name}${paper.WIDE_SPACE}${paper.both(paper.LABELS.office)} ${view.office.code}`;
  const lines = wrapText(office, 'bold', STYLES.office.size, WIDTH - QR_SIDE - 130);
  const extra = (lines.length - 1) * 12;
  return {
    height: QR_SIDE + 16 + extra,
    draw: (ink, top) => {
      lines.forEach((line, index) => ink.text(STYLES.office, LEFT, top + 9 + index * 12, line));
      ink.text(STYLES.title, LEFT, top + 34 + extra, say.TITLE.zh);
      ink.text(STYLES.subtitle, LEFT, top + 49 + extra, say.TITLE.en);
      documentMark(ink, view, top);
      ink.rule(COLOURS.accent, LEFT, top + QR_SIDE + 8 + extra, WIDTH, 1.1);
    },
  };
}

function documentMark(ink: PageInk, view: StatementView, top: number): void {
  const right = RIGHT - QR_SIDE - 14;
  drawQr(ink, verificationText(view.documentNumber, view.verificationCode), RIGHT - QR_SIDE, top, QR_SIDE);
  ink.textRight(STYLES.label, right, top + 7, paper.both(paper.LABELS.documentNumber));
  ink.textRight(STYLES.strong, right, top + 18, view.documentNumber);
  ink.textRight(STYLES.label, right, top + 31, paper.both(paper.LABELS.code));
  ink.textRight(STYLES.strong, right, top + 42, view.verificationCode);
  if (view.reprint !== null) ink.textRight(STYLES.office, right, top + 56, paper.reprintLabel(view.reprint));
}

/** Two rows of four facts; a long one goes on in a second line and makes its row taller. */
function facts(view: StatementView): Block {
  const { period } = view;
  const labels = paper.LABELS;
  return stack([
    factRow([
      [labels.holder, view.holder.name],
      [labels.idNumber, view.holder.idNumber],
      [labels.card, view.card],
      [labels.account, view.accountNumber],
    ]),
    factRow([
      [labels.period, `${period.from} — ${period.to}`],
      [labels.issuedAt, view.issuedAt.local],
      [labels.clerk, view.clerk],
      [labels.currency, say.CURRENCY],
    ]),
    gap(4),
  ]);
}

function factRow(facts: readonly (readonly [paper.Label, string])[]): Block {
  const step = WIDTH / facts.length;
  const cells = facts.map(([label, value]) => ({
    label: paper.both(label),
    lines: wrapText(value, 'regular', STYLES.value.size, step - 8),
  }));
  const tallest = Math.max(...cells.map(({ lines }) => lines.length));
  return {
    height: 14 + tallest * 10.5,
    draw: (ink, top) =>
      cells.forEach(({ label, lines }, column) => {
        const x = LEFT + column * step;
        ink.text(STYLES.label, x, top + 7, label);
        lines.forEach((line, index) => ink.text(STYLES.value, x, top + 17.5 + index * 10.5, line));
      }),
  };
}

type TotalCell = { readonly label: paper.Label; readonly amountFen: Fen; readonly count: number | null };

function totals(view: StatementView): Block {
  const cells: readonly TotalCell[] = [
    { label: paper.LABELS.opening, amountFen: view.openingFen, count: null },
    ...ENTRY_KINDS.map((kind) => ({ label: say.KIND_LABELS[kind], ...view.totals[kind] })),
    { label: paper.LABELS.closing, amountFen: view.closingFen, count: null },
  ];
  const step = WIDTH / cells.length;
  return {
    height: 38,
    draw: (ink, top) => {
      ink.fill(COLOURS.tint, LEFT, top, WIDTH, 33);
      cells.forEach((cell, column) => totalCell(ink, cell, LEFT + (column + 1) * step - 5, top, step - 8));
    },
  };
}

function totalCell(
  ink: PageInk,
  { label, amountFen, count }: TotalCell,
  right: number,
  top: number,
  room: number,
): void {
  const figure = fitted(STYLES.total, yuanGrouped(amountFen), room);
  const heading = count === null ? label.zh : `${label.zh} ${say.countLabel(count)}`;
  ink.textRight(fitted(STYLES.column, heading, room), right, top + 9, heading);
  ink.textRight(STYLES.columnEnglish, right, top + 17, label.en);
  ink.textRight(figure, right, top + 28, yuanGrouped(amountFen));
}

/** A figure is never broken over lines; one that is too long for its place is set smaller. */
function fitted(style: TextStyle, text: string, room: number): TextStyle {
  const width = textWidth(text, style.face, style.size);
  return width <= room ? style : { ...style, size: Math.floor((style.size * room * 100) / width) / 100 };
}

function noticeLines(view: StatementView): Block {
  return stack(
    say.notices(view).map((notice) => {
      const lines = wrapText(notice, 'regular', STYLES.notice.size, WIDTH - 8);
      return {
        height: lines.length * 10.5 + 3,
        draw: (ink: PageInk, top: number) => {
          ink.fill(COLOURS.accent, LEFT, top, 2, lines.length * 10.5);
          lines.forEach((line, index) => ink.text(STYLES.notice, LEFT + 8, top + 8 + index * 10.5, line));
        },
      };
    }),
  );
}

function columnHeads(): Block {
  return {
    height: 23,
    draw: (ink, top) => {
      for (const { x, align, label } of Object.values(COLUMNS)) {
        const put = align === 'right' ? ink.textRight.bind(ink) : ink.text.bind(ink);
        put(STYLES.column, x, top + 10, label.zh);
        put(STYLES.columnEnglish, x, top + 17.5, label.en);
      }
      ink.rule(COLOURS.accent, LEFT, top + 21.5, WIDTH, 0.7);
    },
  };
}

function entryRow(entry: StatementEntry): Block {
  const details = [entry.place, entry.terminal, entry.text].filter((part) => part !== null).join(' ');
  const place = wrapText(details === '' ? '—' : details, 'regular', STYLES.cell.size, PLACE_WIDTH);
  const reference = wrapText(entry.reference, 'regular', STYLES.cell.size, REFERENCE_WIDTH);
  const height = ROW_HEIGHT + (Math.max(place.length, reference.length) - 1) * LINE_HEIGHT;
  return {
    height,
    draw: (ink, top) => {
      const y = top + BASELINE;
      entryFigures(ink, entry, y);
      place.forEach((line, index) => ink.text(STYLES.cell, COLUMNS.place.x, y + index * LINE_HEIGHT, line));
      reference.forEach((line, index) => ink.text(STYLES.cell, COLUMNS.reference.x, y + index * LINE_HEIGHT, line));
      ink.rule(COLOURS.hairline, LEFT, top + height - 0.4, WIDTH, 0.35);
    },
  };
}

function entryFigures(ink: PageInk, entry: StatementEntry, y: number): void {
  const kind = say.KIND_LABELS[entry.kind];
  const amount = yuanGrouped(entry.amountFen);
  const balance = yuanGrouped(entry.balanceFen);
  ink.textRight(fitted(STYLES.cell, String(entry.seq), 19), COLUMNS.seq.x, y, String(entry.seq));
  ink.text(STYLES.cell, COLUMNS.date.x, y, entry.date);
  ink.text(STYLES.cell, COLUMNS.time.x, y, entry.occurredAt ?? '—');
  ink.text(STYLES.cell, COLUMNS.kind.x, y, kind.zh);
  ink.text(STYLES.cellQuiet, COLUMNS.kind.x + 17, y, kind.en);
  ink.textRight(fitted(STYLES.cell, amount, 52), COLUMNS.amount.x, y, amount);
  ink.textRight(fitted(STYLES.cell, balance, 56), COLUMNS.balance.x, y, balance);
}

function endOfList(view: StatementView): Block {
  if (view.entries.length === 0) return emptyNotice(view);
  return {
    height: 15,
    draw: (ink, top) => {
      ink.textCentred(STYLES.label, PAGE.width / 2, top + 10, `— ${paper.both(say.END_OF_LIST)} —`);
    },
  };
}

function emptyNotice(view: StatementView): Block {
  const label = view.kindFilter === null ? say.EMPTY_PERIOD : say.EMPTY_FILTER;
  return {
    height: 60,
    draw: (ink, top) => {
      ink.textCentred(STYLES.strong, PAGE.width / 2, top + 30, label.zh);
      ink.textCentred(STYLES.subtitle, PAGE.width / 2, top + 43, label.en);
    },
  };
}

function runningHead(view: StatementView): Block {
  const who = [view.holder.name, view.card, `${view.period.from} — ${view.period.to}`].join(paper.WIDE_SPACE);
  const mark = view.reprint === null ? '' : `${paper.WIDE_SPACE}${paper.reprintLabel(view.reprint)}`;
  return {
    height: 22,
    draw: (ink, top) => {
      ink.text(STYLES.office, LEFT, top + 9, say.TITLE.zh);
      ink.textRight(STYLES.notice, RIGHT, top + 9, who + mark);
      ink.rule(COLOURS.accent, LEFT, top + 15, WIDTH, 1.1);
    },
  };
}

function foot(ink: PageInk, view: StatementView, page: number, pages: number): void {
  const mark = `${paper.both(paper.LABELS.documentNumber)} ${view.documentNumber}${paper.WIDE_SPACE}${paper.both(paper.LABELS.code)} ${view.verificationCode}`;
  ink.rule(COLOURS.hairline, LEFT, FOOT_RULE, WIDTH, 0.5);
  ink.text(STYLES.foot, LEFT, FOOT_RULE + 11, mark);
  ink.textRight(STYLES.foot, RIGHT, FOOT_RULE + 11, paper.pageLabel(page, pages));
  ink.text(STYLES.foot, LEFT, FOOT_RULE + 20, `${paper.HOW_TO_CHECK.zh}。${paper.HOW_TO_CHECK.en}.`);
}
