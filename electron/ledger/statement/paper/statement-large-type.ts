/** The statement for weak eyes: nothing smaller than 14 points, each entry a short paragraph instead of a table row. */
import { yuanGrouped } from '../../../contract/kernel/money.ts';
import type { StatementEntry } from '../../../contract/office/office-views.ts';
import { wrapText } from '../../paper/line-wrap.ts';
import { gap, stack, type Block, type StatementLayout } from '../../paper/page-flow.ts';
import { COLOURS, PAGE, type PageInk, type TextStyle } from '../../paper/page-ink.ts';
import { drawQr, verificationText } from '../../paper/qr-mark.ts';
import * as paper from '../../paper/paper-labels.ts';
import * as say from './statement-labels.ts';
import { ENTRY_KINDS, type StatementView } from './statement-view.ts';

const LEFT = 44;
const RIGHT = PAGE.width - LEFT;
const WIDTH = RIGHT - LEFT;
const LINE = 20;
const LABEL_WIDTH = 170;
const QR_SIDE = 92;
const FOOT_RULE = 778;

const STYLES = {
  office: { face: 'bold', size: 15, colour: COLOURS.accent },
  title: { face: 'bold', size: 24, colour: COLOURS.ink },
  text: { face: 'regular', size: 14, colour: COLOURS.ink },
  quiet: { face: 'regular', size: 14, colour: COLOURS.muted },
  strong: { face: 'bold', size: 15, colour: COLOURS.ink },
  section: { face: 'bold', size: 15, colour: COLOURS.accent },
} as const satisfies Record<string, TextStyle>;

export function largeTypeLayout(view: StatementView): StatementLayout {
  return {
    top: 40,
    bottom: FOOT_RULE - 6,
    firstHead: stack([heading(view), facts(view), totals(view), noticeLines(view), listHead()]),
    laterHead: runningHead(view),
    body: [...view.entries.map(entryParagraph), endOfList(view)],
    foot: (ink, page, pages) => foot(ink, view, page, pages),
  };
}

/** Lines under one another; the whole text is always set, however long. */
function paragraph(style: TextStyle, text: string, x: number, width: number): Block {
  const lines = wrapText(text, style.face, style.size, width);
  const leading = Math.max(LINE, style.size * 1.4);
  return {
    height: lines.length * leading,
    draw: (ink, top) => lines.forEach((line, index) => ink.text(style, x, top + leading - 5 + index * leading, line)),
  };
}

function heading(view: StatementView): Block {
  const width = WIDTH - QR_SIDE - 24;
  const texts = stack([
    paragraph(
      STYLES.office,
      `${view.office.name}${paper.WIDE_SPACE}${paper.both(paper.LABELS.office)} ${view.office.code}`,
      LEFT,
      width,
    ),
    gap(4),
    paragraph(STYLES.title, say.TITLE.zh, LEFT, width),
    paragraph(STYLES.quiet, say.TITLE.en, LEFT, width),
    ...(view.reprint === null ? [] : [paragraph(STYLES.section, paper.reprintLabel(view.reprint), LEFT, width)]),
  ]);
  const height = Math.max(texts.height, QR_SIDE) + 26;
  return {
    height,
    draw: (ink, top) => {
      texts.draw(ink, top);
      drawQr(ink, verificationText(view.documentNumber, view.verificationCode), RIGHT - QR_SIDE, top, QR_SIDE);
      ink.rule(COLOURS.accent, LEFT, top + height - 12, WIDTH, 1.4);
    },
  };
}

function facts(view: StatementView): Block {
  const { period } = view;
  const labels = paper.LABELS;
  return stack([
    fact(labels.holder, view.holder.name),
    fact(labels.idNumber, view.holder.idNumber),
    fact(labels.card, view.card),
    fact(labels.account, view.accountNumber),
    fact(labels.period, `${period.from} — ${period.to}`),
    fact(labels.issuedAt, view.issuedAt.local),
    fact(labels.clerk, view.clerk),
    fact(labels.currency, say.CURRENCY),
    fact(labels.documentNumber, view.documentNumber),
    fact(labels.code, view.verificationCode),
    gap(10),
  ]);
}

function fact(label: paper.Label, value: string): Block {
  const text = paragraph(STYLES.text, value, LEFT + LABEL_WIDTH, WIDTH - LABEL_WIDTH);
  return {
    height: text.height,
    draw: (ink, top) => {
      ink.text(STYLES.quiet, LEFT, top + 15, paper.both(label));
      text.draw(ink, top);
    },
  };
}

function totals(view: StatementView): Block {
  const lines = stack([
    totalLine(STYLES.strong, paper.both(paper.LABELS.opening), '', yuanGrouped(view.openingFen)),
    ...ENTRY_KINDS.map((kind) => {
      const { count, amountFen } = view.totals[kind];
      return totalLine(STYLES.text, paper.both(say.KIND_LABELS[kind]), say.countLabel(count), yuanGrouped(amountFen));
    }),
    totalLine(STYLES.strong, paper.both(paper.LABELS.closing), '', yuanGrouped(view.closingFen)),
  ]);
  return {
    height: lines.height + 22,
    draw: (ink, top) => {
      ink.fill(COLOURS.tint, LEFT, top, WIDTH, lines.height + 10);
      lines.draw(ink, top + 4);
    },
  };
}

function totalLine(style: TextStyle, label: string, count: string, amount: string): Block {
  return {
    height: LINE,
    draw: (ink, top) => {
      ink.text(style, LEFT + 10, top + 15, label);
      ink.textRight(STYLES.quiet, LEFT + 300, top + 15, count);
      ink.textRight(style, RIGHT - 10, top + 15, amount);
    },
  };
}

function noticeLines(view: StatementView): Block {
  return stack(
    say.notices(view).flatMap((notice) => {
      const text = paragraph(STYLES.text, notice, LEFT + 12, WIDTH - 12);
      const barred: Block = {
        height: text.height,
        draw: (ink, top) => {
          ink.fill(COLOURS.accent, LEFT, top + 1, 3, text.height - 2);
          text.draw(ink, top);
        },
      };
      return [barred, gap(8)];
    }),
  );
}

function listHead(): Block {
  return {
    height: 30,
    draw: (ink, top) => {
      ink.text(STYLES.section, LEFT, top + 17, `${paper.both(paper.LABELS.date)} / ${paper.both(paper.LABELS.kind)}`);
      ink.textRight(
        STYLES.section,
        RIGHT,
        top + 17,
        `${paper.both(paper.LABELS.amount)} / ${paper.both(paper.LABELS.balance)}`,
      );
      ink.rule(COLOURS.accent, LEFT, top + 25, WIDTH, 1);
    },
  };
}

function entryParagraph(entry: StatementEntry): Block {
  const details = [entry.place, entry.terminal, entry.text].filter((part) => part !== null).join(' ');
  const lower = stack([
    ...(details === '' ? [] : [paragraph(STYLES.text, details, LEFT, WIDTH)]),
    paragraph(STYLES.quiet, `${paper.both(paper.LABELS.reference)} ${entry.reference}`, LEFT, WIDTH),
  ]);
  const height = 2 * LINE + lower.height + 10;
  return {
    height,
    draw: (ink, top) => {
      ink.text(
        STYLES.strong,
        LEFT,
        top + 18,
        `${entry.seq}.${paper.WIDE_SPACE}${entry.date}${paper.WIDE_SPACE}${paper.both(say.KIND_LABELS[entry.kind])}`,
      );
      ink.textRight(STYLES.strong, RIGHT, top + 18, yuanGrouped(entry.amountFen));
      ink.text(STYLES.quiet, LEFT, top + LINE + 17, `${say.TIME_SHORT} ${entry.occurredAt ?? '—'}`);
      ink.textRight(
        STYLES.text,
        RIGHT,
        top + LINE + 17,
        `${paper.both(paper.LABELS.balance)} ${yuanGrouped(entry.balanceFen)}`,
      );
      lower.draw(ink, top + 2 * LINE + 2);
      ink.rule(COLOURS.hairline, LEFT, top + height - 1, WIDTH, 0.6);
    },
  };
}

function endOfList(view: StatementView): Block {
  if (view.entries.length > 0) return centred(30, STYLES.quiet, `— ${paper.both(say.END_OF_LIST)} —`);
  const label = view.kindFilter === null ? say.EMPTY_PERIOD : say.EMPTY_FILTER;
  return stack([gap(16), centred(LINE, STYLES.strong, label.zh), centred(LINE, STYLES.quiet, label.en)]);
}

function centred(height: number, style: TextStyle, text: string): Block {
  return { height, draw: (ink, top) => ink.textCentred(style, PAGE.width / 2, top + 18, text) };
}

function runningHead(view: StatementView): Block {
  return {
    height: 62,
    draw: (ink, top) => {
      ink.text(STYLES.section, LEFT, top + 15, say.TITLE.zh);
      ink.text(STYLES.text, LEFT, top + 36, `${view.holder.name}${paper.WIDE_SPACE}${view.card}`);
      ink.textRight(STYLES.text, RIGHT, top + 36, `${view.period.from} — ${view.period.to}`);
      if (view.reprint !== null) ink.textRight(STYLES.section, RIGHT, top + 15, paper.reprintLabel(view.reprint));
      ink.rule(COLOURS.accent, LEFT, top + 46, WIDTH, 1.4);
    },
  };
}

function foot(ink: PageInk, view: StatementView, page: number, pages: number): void {
  ink.rule(COLOURS.hairline, LEFT, FOOT_RULE, WIDTH, 0.6);
  ink.text(STYLES.quiet, LEFT, FOOT_RULE + 18, `${view.documentNumber}${paper.WIDE_SPACE}${view.verificationCode}`);
  ink.textRight(STYLES.quiet, RIGHT, FOOT_RULE + 38, paper.pageLabel(page, pages));
  ink.text(STYLES.quiet, LEFT, FOOT_RULE + 38, paper.HOW_TO_CHECK.zh);
}
