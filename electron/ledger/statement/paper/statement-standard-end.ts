/** How a page of the statement in normal type ends: the sums carried over, and at last the seal and the signatures. */
import { yuanGrouped } from '../../../contract/kernel/money.ts';
import { wrapText } from '../../paper/line-wrap.ts';
import { drawFrame, gap, stack, type Block } from '../../paper/page-flow.ts';
import { COLOURS, fittedStyle, PAGE, type PageInk } from '../../paper/page-ink.ts';
import * as paper from '../../paper/paper-labels.ts';
import type { Carried } from './statement-carry.ts';
import * as say from './statement-labels.ts';
import { LEFT, RIGHT, STYLES, WIDTH } from './statement-standard-style.ts';
import { NO_TURNOVER, type KindTotal, type StatementView } from './statement-view.ts';

const ROW = 13;
/** A branch's seal is 40 by 30 mm. */
const SIGN_HEIGHT = 92;
const SEAL_WIDTH = 150;
const SIGNATURE_WIDTH = 150;
const BALANCE_WIDTH = 56;

/** One line: money in, money out, and the balance in the column of balances. */
export function carryRow(label: paper.Label, carried: Carried | undefined): Block {
  const { credits, debits } = carried?.turnover ?? NO_TURNOVER;
  return {
    height: ROW,
    draw: (ink, top) => {
      const y = top + 9;
      ink.fill(COLOURS.tint, LEFT, top + 0.6, WIDTH, ROW - 1.2);
      ink.text(STYLES.carry, LEFT + 4, y, label.zh);
      ink.text(STYLES.columnEnglish, LEFT + 36, y, label.en);
      sum(ink, say.TURNOVER.credits, credits, LEFT + 262, y);
      sum(ink, say.TURNOVER.debits, debits, LEFT + 420, y);
      if (carried === undefined) return;
      const balance = yuanGrouped(carried.balanceFen);
      ink.textRight(fittedStyle(STYLES.carry, balance, BALANCE_WIDTH), RIGHT, y, balance);
    },
  };
}

function sum(ink: PageInk, { zh }: paper.Label, { count, amountFen }: KindTotal, right: number, y: number): void {
  ink.textRight(
    STYLES.carry,
    right,
    y,
    `${zh} ${say.countLabel(count).zh}${paper.WIDE_SPACE}${yuanGrouped(amountFen)}`,
  );
}

/** What closes the list: the sums of all that is listed, the law, the seal and who signs. Never broken over two pages. */
export function endOfList(view: StatementView, carried: Carried | undefined): Block {
  const isWhole = view.kindFilter === null;
  const list =
    view.entries.length === 0
      ? emptyNotice(isWhole ? say.EMPTY_PERIOD : say.EMPTY_FILTER)
      : stack([carryRow(isWhole ? say.CARRY.total : say.CARRY.listed, carried), endMark()]);
  return stack([list, gap(4), lawLines(view), gap(6), signatures(view)]);
}

function endMark(): Block {
  const text = `— ${paper.bilingual(say.END_OF_LIST)} —`;
  return { height: 15, draw: (ink, top) => ink.textCentred(STYLES.label, PAGE.width / 2, top + 10, text) };
}

function emptyNotice({ zh, en }: paper.Label): Block {
  return {
    height: 60,
    draw: (ink, top) => {
      ink.textCentred(STYLES.strong, PAGE.width / 2, top + 30, zh);
      ink.textCentred(STYLES.subtitle, PAGE.width / 2, top + 43, en);
    },
  };
}

function lawLines({ queryTelephone }: StatementView): Block {
  const telephone = queryTelephone === null ? [] : [paper.queryText(queryTelephone)];
  const lines = [say.LAW.zh, say.LAW.en, ...telephone].flatMap((text) =>
    wrapText(text, 'regular', STYLES.law.size, WIDTH),
  );
  return {
    height: lines.length * 9.5,
    draw: (ink, top) => lines.forEach((line, index) => ink.text(STYLES.law, LEFT, top + 8 + index * 9.5, line)),
  };
}

/** Clerk and reviewer on the left, the frame in which the branch sets its seal on the right. */
function signatures({ clerk, issuedAt }: StatementView): Block {
  const { clerk: handled, reviewer } = say.SIGNATURES;
  return {
    height: SIGN_HEIGHT,
    draw: (ink, top) => {
      signature(ink, handled, clerk, LEFT, top);
      signature(ink, reviewer, '', LEFT + SIGNATURE_WIDTH + 20, top);
      ink.text(STYLES.label, LEFT, top + 70, `${paper.bilingual(paper.LABELS.issuedAt)} ${issuedAt.local}`);
      drawFrame(ink, RIGHT - SEAL_WIDTH, top, SEAL_WIDTH, SIGN_HEIGHT - 4);
      ink.textCentred(STYLES.label, RIGHT - SEAL_WIDTH / 2, top + SIGN_HEIGHT - 16, `（${say.SEAL.zh}）`);
      ink.textCentred(STYLES.columnEnglish, RIGHT - SEAL_WIDTH / 2, top + SIGN_HEIGHT - 8, say.SEAL.en);
    },
  };
}

function signature(ink: PageInk, label: paper.Label, who: string, x: number, top: number): void {
  ink.text(STYLES.law, x, top + 10, `${paper.bilingual(label)}${paper.WIDE_SPACE}${who}`);
  ink.rule(COLOURS.muted, x, top + 46, SIGNATURE_WIDTH, 0.5);
}
