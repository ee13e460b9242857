/**
 * The statement for weak eyes: nothing smaller than 14 points, each entry a short paragraph instead of a table row, and
 * every label once, in the language that was asked for.
 */
import { yuanGrouped } from '../../../contract/kernel/money.ts';
import type { StatementEntry } from '../../../contract/office/office-views.ts';
import type { Block, StatementLayout } from '../../paper/page-flow.ts';
import { gap, stack } from '../../paper/page-flow.ts';
import { COLOURS, type PageInk, type TextStyle } from '../../paper/page-ink.ts';
import { textWidth } from '../../paper/fonts/document-faces.ts';
import { printable } from '../../paper/fonts/missing-glyph.ts';
import { drawQr, verificationText } from '../../paper/qr-mark.ts';
import * as paper from '../../paper/paper-labels.ts';
import { carriedSums } from './statement-carry.ts';
import * as say from './statement-labels.ts';
import { carryLines, endOfList, sum } from './statement-large-type-end.ts';
import {
  FOOT_RULE,
  inLanguage,
  LEFT,
  LINE,
  paragraph,
  QR_SIDE,
  RIGHT,
  STYLES,
  WIDTH,
  type Word,
} from './statement-large-type-style.ts';
import { ENTRY_KINDS, periodTurnover, type StatementView } from './statement-view.ts';

const HALF = WIDTH / 2;

export function largeTypeLayout(view: StatementView): StatementLayout {
  const word = inLanguage(view);
  const sums = carriedSums(view);
  const carried = (blocks: number, label: paper.Label): Block => carryLines(word, label, sums.at(blocks));
  return {
    top: 36,
    bottom: FOOT_RULE - 4,
    firstHead: stack([heading(view, word), facts(view, word), totals(view, word), noticeLines(view, word)]),
    laterHead: runningHead(view, word),
    body: [...view.entries.map((entry) => entryParagraph(entry, word)), endOfList(view, word, sums.at(-1))],
    carry: (blocks) => ({ over: carried(blocks, say.CARRY.over), forward: carried(blocks, say.CARRY.forward) }),
    foot: (ink, page, pages) => foot(ink, view, page, pages),
  };
}

function heading(view: StatementView, word: Word): Block {
  const width = WIDTH - QR_SIDE - 20;
  const { LABELS } = paper;
  const reprint =
    view.reprint === null ? [] : [paragraph(STYLES.section, paper.reprintLabel(view.reprint), LEFT, width)];
  const texts = stack([
    paragraph(STYLES.office, `${view.office.name}${paper.WIDE_SPACE}${view.office.code}`, LEFT, width),
    paragraph(STYLES.title, word(say.TITLE), LEFT, width),
    ...reprint,
    paragraph(STYLES.quiet, `${word(LABELS.documentNumber)} ${view.documentNumber}`, LEFT, width),
    paragraph(STYLES.quiet, `${word(LABELS.code)} ${view.verificationCode}`, LEFT, width),
  ]);
  const height = Math.max(texts.height, QR_SIDE) + 18;
  return {
    height,
    draw: (ink, top) => {
      texts.draw(ink, top);
      drawQr(ink, verificationText(view.documentNumber, view.verificationCode), RIGHT - QR_SIDE, top, QR_SIDE);
      ink.rule(COLOURS.accent, LEFT, top + height - 5, WIDTH, 1.4);
    },
  };
}

type Fact = readonly [paper.Label, string];

function facts(view: StatementView, word: Word): Block {
  const { period } = view;
  const { LABELS } = paper;
  const rows: readonly (readonly Fact[])[] = [
    [[LABELS.holder, view.holder.name]],
    [
      [LABELS.idNumber, view.holder.idNumber],
      [LABELS.card, view.card],
    ],
    [
      [LABELS.account, view.accountNumber],
      [LABELS.period, `${period.from} — ${period.to}`],
    ],
    [
      [LABELS.issuedAt, view.issuedAt.local],
      [LABELS.clerk, view.clerk],
    ],
  ];
  return stack([...rows.map((row) => sideBySide(row.map((one, place) => fact(one, word, place)))), gap(4)]);
}

/** A fact at the place of its column; what does not fit the half goes on below. */
function fact([label, value]: Fact, word: Word, column: number): Block {
  const labelled = `${word(label)}${paper.WIDE_SPACE}${value}`;
  const width = label === paper.LABELS.holder ? WIDTH : HALF - 8;
  return paragraph(STYLES.text, labelled, LEFT + column * HALF, width);
}

function sideBySide(blocks: readonly Block[]): Block {
  return {
    height: Math.max(...blocks.map(({ height }) => height)),
    draw: (ink, top) => blocks.forEach((block) => block.draw(ink, top)),
  };
}

/** Kinds that the period does not have are left out: an empty line helps no weak eye. */
function totals(view: StatementView, word: Word): Block {
  const { credits, debits } = periodTurnover(view);
  const kinds = ENTRY_KINDS.filter((kind) => view.totals[kind].count > 0);
  const lines = stack([
    totalLine(STYLES.strong, word(say.OPENING_IN_YUAN), '', yuanGrouped(view.openingFen)),
    ...kinds.map((kind) => {
      const { count, amountFen } = view.totals[kind];
      const label = word(paper.KIND_LABELS[kind]);
      return totalLine(STYLES.text, label, word(say.countLabel(count)), yuanGrouped(amountFen));
    }),
    bothSides(sum(word, say.TURNOVER.credits, credits), sum(word, say.TURNOVER.debits, debits)),
    totalLine(STYLES.strong, word(paper.LABELS.closing), '', yuanGrouped(view.closingFen)),
  ]);
  return {
    height: lines.height + 12,
    draw: (ink, top) => {
      ink.fill(COLOURS.tint, LEFT, top, WIDTH, lines.height + 6);
      lines.draw(ink, top + 1);
    },
  };
}

function bothSides(left: string, right: string): Block {
  return {
    height: LINE,
    draw: (ink, top) => {
      ink.text(STYLES.text, LEFT + 10, top + 15, left);
      ink.textRight(STYLES.text, RIGHT - 10, top + 15, right);
    },
  };
}

function totalLine(style: TextStyle, label: string, count: string, amount: string): Block {
  return {
    height: LINE,
    draw: (ink, top) => {
      ink.text(style, LEFT + 10, top + 15, label);
      ink.textRight(STYLES.quiet, LEFT + 260, top + 15, count);
      ink.textRight(style, RIGHT - 10, top + 15, amount);
    },
  };
}

function noticeLines(view: StatementView, word: Word): Block {
  return stack(
    say.notices(view).flatMap((notice) => {
      const text = paragraph(STYLES.text, word(notice), LEFT + 12, WIDTH - 12);
      const barred: Block = {
        height: text.height,
        draw: (ink, top) => {
          ink.fill(COLOURS.accent, LEFT, top + 1, 3, text.height - 2);
          text.draw(ink, top);
        },
      };
      return [barred, gap(6)];
    }),
  );
}

/** Two lines of figures, the transaction's time or a short text beside the second; below, what else there is. */
function entryParagraph(entry: StatementEntry, word: Word): Block {
  const { WIDE_SPACE, LABELS } = paper;
  const reference = say.referenceOf(entry);
  const texts = [
    entry.occurredAt === null ? '' : `${word(LABELS.time)} ${entry.occurredAt}`,
    [entry.place, entry.terminal, entry.text].filter((part) => part !== null).join(' '),
    reference === '' ? '' : `${word(say.REFERENCE_SHORT)} ${reference}`,
  ].filter((text) => text !== '');
  const [first = '', ...rest] = texts;
  const fits = textWidth(printable(first), 'regular', STYLES.text.size) <= WIDTH - BALANCE_ROOM;
  const below = (fits ? rest : texts).join(WIDE_SPACE);
  const lower = stack([
    fits ? paragraph(STYLES.text, first, LEFT, WIDTH) : gap(LINE),
    ...(below === '' ? [] : [paragraph(STYLES.text, below, LEFT, WIDTH)]),
  ]);
  const height = LINE + Math.max(lower.height, LINE) + 6;
  return {
    height,
    draw: (ink, top) => {
      const kind = word(paper.KIND_LABELS[entry.kind]);
      const what = `${entry.seq}.${WIDE_SPACE}${word(say.ENTERED)} ${entry.date}${WIDE_SPACE}${kind}`;
      ink.text(STYLES.strong, LEFT, top + 16, what);
      ink.textRight(STYLES.strong, RIGHT, top + 16, yuanGrouped(entry.amountFen));
      lower.draw(ink, top + LINE);
      const balance = `${word(LABELS.balance)} ${yuanGrouped(entry.balanceFen)}`;
      ink.textRight(STYLES.text, RIGHT, top + LINE + 15, balance);
      ink.rule(COLOURS.hairline, LEFT, top + height - 2, WIDTH, 0.6);
    },
  };
}

/** What the balance takes at the right of the lines below the first one: more than any exact amount needs. */
const BALANCE_ROOM = 230;

function runningHead(view: StatementView, word: Word): Block {
  const { WIDE_SPACE } = paper;
  const reprint = view.reprint === null ? '' : `${WIDE_SPACE}${paper.reprintLabel(view.reprint)}`;
  const texts = stack([
    paragraph(STYLES.section, `${word(say.TITLE)}${reprint}`, LEFT, WIDTH),
    paragraph(STYLES.text, `${view.holder.name}${WIDE_SPACE}${view.card}`, LEFT, WIDTH),
    paragraph(STYLES.text, `${view.period.from} — ${view.period.to}`, LEFT, WIDTH),
  ]);
  return {
    height: texts.height + 12,
    draw: (ink, top) => {
      texts.draw(ink, top);
      ink.rule(COLOURS.accent, LEFT, top + texts.height + 4, WIDTH, 1.4);
    },
  };
}

function foot(ink: PageInk, view: StatementView, page: number, pages: number): void {
  const word = inLanguage(view);
  ink.rule(COLOURS.hairline, LEFT, FOOT_RULE, WIDTH, 0.6);
  ink.text(STYLES.quiet, LEFT, FOOT_RULE + 18, `${view.documentNumber}${paper.WIDE_SPACE}${view.verificationCode}`);
  ink.textRight(STYLES.quiet, RIGHT, FOOT_RULE + 18, word(paper.pageWords(page, pages)));
  ink.text(STYLES.quiet, LEFT, FOOT_RULE + 36, word(paper.HOW_TO_CHECK));
}
