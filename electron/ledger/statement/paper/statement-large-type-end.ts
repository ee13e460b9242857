/** How a page of the statement in large type ends: the sums carried over, and at last the seal and the signatures. */
import { yuanGrouped } from '../../../contract/kernel/money.ts';
import { drawFrame, gap, stack, type Block } from '../../paper/page-flow.ts';
import { COLOURS, PAGE, type PageInk, type TextStyle } from '../../paper/page-ink.ts';
import * as paper from '../../paper/paper-labels.ts';
import type { Carried } from './statement-carry.ts';
import * as say from './statement-labels.ts';
import { LEFT, LINE, paragraph, RIGHT, STYLES, WIDTH, type Word } from './statement-large-type-style.ts';
import { NO_TURNOVER, type KindTotal, type StatementView } from './statement-view.ts';

const SIGN_HEIGHT = 92;
const SEAL_WIDTH = 190;

/** Two lines: money in and the balance, money out. */
export function carryLines(word: Word, label: paper.Label, carried: Carried | undefined): Block {
  const { credits, debits } = carried?.turnover ?? NO_TURNOVER;
  const balance = carried === undefined ? '' : `${word(paper.LABELS.balance)} ${yuanGrouped(carried.balanceFen)}`;
  return {
    height: 2 * LINE + 4,
    draw: (ink, top) => {
      ink.fill(COLOURS.tint, LEFT, top + 1, WIDTH, 2 * LINE + 2);
      ink.text(STYLES.strong, LEFT + 6, top + 16, word(label));
      ink.textRight(STYLES.strong, RIGHT - 6, top + 16, balance);
      ink.text(STYLES.text, LEFT + 6, top + 36, sum(word, say.TURNOVER.credits, credits));
      ink.textRight(STYLES.text, RIGHT - 6, top + 36, sum(word, say.TURNOVER.debits, debits));
    },
  };
}

/** As in `收入 3 笔 300.00`. */
export function sum(word: Word, label: paper.Label, { count, amountFen }: KindTotal): string {
  return `${word(label)} ${word(say.countLabel(count))} ${yuanGrouped(amountFen)}`;
}

/** What closes the list: the sums of all that is listed, the law, the seal and who signs. Never broken over two pages. */
export function endOfList(view: StatementView, word: Word, carried: Carried | undefined): Block {
  const isWhole = view.kindFilter === null;
  const list =
    view.entries.length === 0
      ? stack([gap(8), centred(STYLES.strong, word(isWhole ? say.EMPTY_PERIOD : say.EMPTY_FILTER)), gap(8)])
      : stack([
          carryLines(word, isWhole ? say.CARRY.total : say.CARRY.listed, carried),
          centred(STYLES.quiet, `— ${word(say.END_OF_LIST)} —`),
        ]);
  const telephone =
    view.queryTelephone === null ? [] : [`${word(paper.ENQUIRIES)}${paper.WIDE_SPACE}${view.queryTelephone}`];
  const lines = [word(say.LAW), ...telephone].map((text) => paragraph(STYLES.text, text, LEFT, WIDTH));
  return stack([list, ...lines, gap(6), signatures(view, word)]);
}

function centred(style: TextStyle, text: string): Block {
  return { height: LINE + 2, draw: (ink, top) => ink.textCentred(style, PAGE.width / 2, top + 16, text) };
}

/** Clerk and reviewer on the left, the frame in which the branch sets its seal on the right. */
function signatures({ clerk }: StatementView, word: Word): Block {
  const { clerk: handled, reviewer } = say.SIGNATURES;
  return {
    height: SIGN_HEIGHT,
    draw: (ink, top) => {
      signature(ink, `${word(handled)} ${clerk}`, top + 20);
      signature(ink, word(reviewer), top + 64);
      drawFrame(ink, RIGHT - SEAL_WIDTH, top, SEAL_WIDTH, SIGN_HEIGHT - 4);
      ink.textCentred(STYLES.quiet, RIGHT - SEAL_WIDTH / 2, top + SIGN_HEIGHT - 14, `（${word(say.SEAL)}）`);
    },
  };
}

function signature(ink: PageInk, label: string, y: number): void {
  ink.text(STYLES.text, LEFT, y, label);
  ink.rule(COLOURS.muted, LEFT + 120, y + 2, 150, 0.6);
}
