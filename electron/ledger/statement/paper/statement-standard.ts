/** The statement in normal type: about fifty lines on the first page, one line an entry wherever its texts are short. */
import { yuanGrouped, type Fen } from '../../../contract/kernel/money.ts';
import type { StatementEntry } from '../../../contract/office/office-views.ts';
import { wrapText } from '../../paper/line-wrap.ts';
import { gap, stack, type Block, type StatementLayout } from '../../paper/page-flow.ts';
import { COLOURS, fittedStyle, type PageInk } from '../../paper/page-ink.ts';
import { drawQr, verificationText } from '../../paper/qr-mark.ts';
import * as paper from '../../paper/paper-labels.ts';
import { carriedSums } from './statement-carry.ts';
import * as say from './statement-labels.ts';
import { carryRow, endOfList } from './statement-standard-end.ts';
import { FOOT_RULE, LEFT, QR_SIDE, RIGHT, STYLES, TOP, WIDTH } from './statement-standard-style.ts';
import { ENTRY_KINDS, periodTurnover, type KindTotal, type StatementView } from './statement-view.ts';

const ROW_HEIGHT = 11;
const LINE_HEIGHT = 9.2;
const BASELINE = 7.9;

/** `x` is a left edge, or a right edge where figures are aligned. */
const COLUMNS = {
  seq: { x: LEFT + 19, align: 'right', label: paper.LABELS.seq },
  date: { x: LEFT + 24, align: 'left', label: paper.LABELS.date },
  time: { x: LEFT + 65, align: 'left', label: paper.LABELS.time },
  kind: { x: LEFT + 136, align: 'left', label: paper.LABELS.kind },
  place: { x: LEFT + 194, align: 'left', label: paper.LABELS.place },
  reference: { x: LEFT + 314, align: 'left', label: paper.LABELS.reference },
  amount: { x: RIGHT - 59, align: 'right', label: paper.LABELS.amount },
  balance: { x: RIGHT, align: 'right', label: paper.LABELS.balance },
} as const;
const PLACE_WIDTH = 117;
const REFERENCE_WIDTH = 88;
const AMOUNT_WIDTH = 52;
const BALANCE_WIDTH = 56;

export function standardLayout(view: StatementView): StatementLayout {
  const sums = carriedSums(view);
  const carried = (blocks: number, label: paper.Label) => carryRow(label, sums.at(blocks));
  return {
    top: TOP,
    bottom: FOOT_RULE - 6,
    firstHead: stack([heading(view), facts(view), totals(view), noticeLines(view), columnHeads()]),
    laterHead: stack([runningHead(view), columnHeads()]),
    body: [...view.entries.map(entryRow), endOfList(view, sums.at(-1))],
    carry: (blocks) => ({ over: carried(blocks, say.CARRY.over), forward: carried(blocks, say.CARRY.forward) }),
    foot: (ink, page, pages) => foot(ink, view, page, pages),
  };
}

function heading(view: StatementView): Block {
  const office = `${view.office.name}${paper.WIDE_SPACE}${paper.bilingual(paper.LABELS.office)} ${view.office.code}`;
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
  ink.textRight(STYLES.label, right, top + 7, paper.bilingual(paper.LABELS.documentNumber));
  ink.textRight(STYLES.strong, right, top + 18, view.documentNumber);
  ink.textRight(STYLES.label, right, top + 31, paper.bilingual(paper.LABELS.code));
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
    label: paper.bilingual(label),
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
    ...ENTRY_KINDS.map((kind) => ({ label: paper.KIND_LABELS[kind], ...view.totals[kind] })),
    { label: paper.LABELS.closing, amountFen: view.closingFen, count: null },
  ];
  const step = WIDTH / cells.length;
  const { credits, debits } = periodTurnover(view);
  return {
    height: 56,
    draw: (ink, top) => {
      ink.fill(COLOURS.tint, LEFT, top, WIDTH, 51);
      cells.forEach((cell, column) => totalCell(ink, cell, LEFT + (column + 1) * step - 5, top, step - 8));
      ink.rule(COLOURS.hairline, LEFT + 5, top + 33.5, WIDTH - 10, 0.5);
      turnoverCell(ink, say.TURNOVER.credits, credits, LEFT + 10, top + 44.5);
      turnoverCell(ink, say.TURNOVER.debits, debits, LEFT + WIDTH / 2 + 10, top + 44.5);
    },
  };
}

function turnoverCell(ink: PageInk, label: paper.Label, { count, amountFen }: KindTotal, x: number, y: number): void {
  const heading = `${label.zh}合计 ${say.countLabel(count).zh}`;
  ink.text(STYLES.column, x, y, heading);
  ink.text(STYLES.columnEnglish, x + 90, y, label.en);
  ink.textRight(STYLES.total, x + 205, y, yuanGrouped(amountFen));
}

function totalCell(
  ink: PageInk,
  { label, amountFen, count }: TotalCell,
  right: number,
  top: number,
  room: number,
): void {
  const figure = fittedStyle(STYLES.total, yuanGrouped(amountFen), room);
  const heading = count === null ? label.zh : `${label.zh} ${say.countLabel(count).zh}`;
  ink.textRight(fittedStyle(STYLES.column, heading, room), right, top + 9, heading);
  ink.textRight(STYLES.columnEnglish, right, top + 17, label.en);
  ink.textRight(figure, right, top + 28, yuanGrouped(amountFen));
}

function noticeLines(view: StatementView): Block {
  return stack(
    say.notices(view).map((notice) => {
      const lines = wrapText(`${notice.zh} ${notice.en}`, 'regular', STYLES.notice.size, WIDTH - 8);
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
  const reference = wrapText(say.referenceOf(entry), 'regular', STYLES.cell.size, REFERENCE_WIDTH);
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
  const kind = paper.KIND_LABELS[entry.kind];
  const amount = yuanGrouped(entry.amountFen);
  const balance = yuanGrouped(entry.balanceFen);
  ink.textRight(fittedStyle(STYLES.cell, String(entry.seq), 19), COLUMNS.seq.x, y, String(entry.seq));
  ink.text(STYLES.cell, COLUMNS.date.x, y, entry.date);
  ink.text(STYLES.cell, COLUMNS.time.x, y, entry.occurredAt ?? '—');
  ink.text(STYLES.cell, COLUMNS.kind.x, y, kind.zh);
  ink.text(fittedStyle(STYLES.cellQuiet, kind.en, 36), COLUMNS.kind.x + 16.5, y, kind.en);
  ink.textRight(fittedStyle(STYLES.cell, amount, AMOUNT_WIDTH), COLUMNS.amount.x, y, amount);
  ink.textRight(fittedStyle(STYLES.cell, balance, BALANCE_WIDTH), COLUMNS.balance.x, y, balance);
}

/** A long name goes on in a second line. */
function runningHead(view: StatementView): Block {
  const parts = [view.holder.name, view.card, `${view.period.from} — ${view.period.to}`];
  if (view.reprint !== null) parts.push(paper.reprintLabel(view.reprint));
  const lines = wrapText(parts.join(paper.WIDE_SPACE), 'regular', STYLES.notice.size, WIDTH - 120);
  const extra = (lines.length - 1) * 10;
  return {
    height: 22 + extra,
    draw: (ink, top) => {
      ink.text(STYLES.office, LEFT, top + 9, say.TITLE.zh);
      lines.forEach((line, index) => ink.textRight(STYLES.notice, RIGHT, top + 9 + index * 10, line));
      ink.rule(COLOURS.accent, LEFT, top + 15 + extra, WIDTH, 1.1);
    },
  };
}

function foot(ink: PageInk, view: StatementView, page: number, pages: number): void {
  const mark = `${paper.bilingual(paper.LABELS.documentNumber)} ${view.documentNumber}${paper.WIDE_SPACE}${paper.bilingual(paper.LABELS.code)} ${view.verificationCode}`;
  ink.rule(COLOURS.hairline, LEFT, FOOT_RULE, WIDTH, 0.5);
  ink.text(STYLES.foot, LEFT, FOOT_RULE + 11, mark);
  ink.textRight(STYLES.foot, RIGHT, FOOT_RULE + 11, paper.pageLabel(page, pages));
  ink.text(STYLES.foot, LEFT, FOOT_RULE + 20, `${paper.HOW_TO_CHECK.zh}。${paper.HOW_TO_CHECK.en}.`);
}
