/** The worksheet of one account's interest: the stretches of days, what each comes to, and the sum that is rounded once. */
import type { Instant } from '../../contract/kernel/dates.ts';
import { fen, yuanGrouped, type Fen } from '../../contract/kernel/money.ts';
import { percentText } from '../office/interest-rate-rules.ts';
import { COLOURS, fittedStyle, PAGE, PageInk, type DrawnPaper, type TextStyle } from '../paper/page-ink.ts';
import { bilingual, LABELS, pageLabel, type Label } from '../paper/paper-labels.ts';
import type { InterestPeriod, InterestStretch } from './interest-rules.ts';

export interface WorksheetView extends InterestPeriod {
  readonly office: { readonly code: string; readonly name: string };
  readonly accountNumber: string;
  /** Masked. */
  readonly card: string;
  readonly reference: string;
  readonly stretches: readonly InterestStretch[];
  readonly demandYuan: string;
  readonly carryOverYuan: string;
  readonly amountFen: Fen;
  readonly clerk: string;
  readonly madeAt: { readonly instant: Instant; readonly local: string };
}

const MARGIN = 48;
const WIDTH = PAGE.width - 2 * MARGIN;
const TITLE: TextStyle = { face: 'bold', size: 18, colour: COLOURS.accent };
const LABEL: TextStyle = { face: 'regular', size: 9, colour: COLOURS.muted };
const VALUE: TextStyle = { face: 'regular', size: 10, colour: COLOURS.ink };
const HEAD: TextStyle = { face: 'bold', size: 8.5, colour: COLOURS.ink };
const CELL: TextStyle = { face: 'regular', size: 9.5, colour: COLOURS.ink };
const SUM: TextStyle = { face: 'bold', size: 11, colour: COLOURS.ink };
const ROW = 18;
const TABLE_TOP = 216;
const TABLE_BOTTOM = PAGE.height - 180;

const WORDS = {
  title: { zh: '结息计算单', en: 'Interest worksheet' },
  reference: { zh: '结息批次', en: 'Settlement' },
  demand: { zh: '当年资金结息（元）', en: "Interest of the current year's balance (yuan)" },
  carryOver: { zh: '历年结转结息（元）', en: 'Interest of the carry-over (yuan)' },
  amount: { zh: '合计，四舍五入到分（元）', en: 'Together, rounded half up to the fen (yuan)' },
  rule: {
    zh: '按日终余额逐日计息，一年按 360 天；先支用当年资金，历年结转为年初以来日终余额的最低数。',
    en: "By each day's closing balance, 360 days a year. What is paid comes out of the current year's money first.",
  },
} as const satisfies Record<string, Label>;

/** Right edges of the columns of figures; the first two columns begin at the margin. */
const COLUMNS = [
  { zh: '起', en: 'From', x: MARGIN },
  { zh: '止', en: 'To', x: MARGIN + 66 },
  { zh: '天数', en: 'Days', right: MARGIN + 168 },
  { zh: '当年余额', en: 'Current', right: MARGIN + 258 },
  { zh: '年利率 %', en: 'Rate', right: MARGIN + 318 },
  { zh: '历年结转', en: 'Carry-over', right: MARGIN + 412 },
  { zh: '年利率 %', en: 'Rate', right: MARGIN + WIDTH },
] as const;

export function worksheetPdf(view: WorksheetView): DrawnPaper {
  const ink = new PageInk({ title: `Interest ${view.reference}`, madeAt: new Date(view.madeAt.instant) });
  const rows = Math.floor((TABLE_BOTTOM - TABLE_TOP) / ROW);
  const pages = Math.max(1, Math.ceil(view.stretches.length / rows));
  for (let page = 1; page <= pages; page += 1) {
    ink.startPage();
    drawHead(ink, view);
    const shown = view.stretches.slice((page - 1) * rows, page * rows);
    shown.forEach((stretch, at) => drawRow(ink, stretch, TABLE_TOP + (at + 1) * ROW));
    if (page === pages) drawSums(ink, view, TABLE_TOP + (shown.length + 1) * ROW + 8);
    ink.textRight(LABEL, PAGE.width - MARGIN, PAGE.height - 40, pageLabel(page, pages));
    ink.text(LABEL, MARGIN, PAGE.height - 40, `${bilingual(LABELS.clerk)} ${view.clerk}  ${view.madeAt.local}`);
  }
  return { pdf: ink.finish(), pages };
}

function drawHead(ink: PageInk, view: WorksheetView): void {
  const office = `${view.office.code} ${view.office.name}`;
  ink.text(fittedStyle(LABEL, office, WIDTH), MARGIN, 54, office);
  ink.text(TITLE, MARGIN, 80, bilingual(WORDS.title));
  ink.rule(COLOURS.accent, MARGIN, 92, WIDTH, 1);
  const facts: readonly (readonly [Label, string])[] = [
    [LABELS.account, view.accountNumber],
    [LABELS.card, view.card],
    [LABELS.period, `${view.from} – ${view.to}`],
    [WORDS.reference, view.reference],
  ];
  facts.forEach(([label, value], at) => {
    ink.text(LABEL, MARGIN, 114 + at * 20, bilingual(label));
    ink.text(fittedStyle(VALUE, value, WIDTH - 130), MARGIN + 130, 114 + at * 20, value);
  });
  for (const column of COLUMNS) {
    if ('right' in column) {
      ink.textRight(HEAD, column.right, TABLE_TOP - 12, column.zh);
      ink.textRight(LABEL, column.right, TABLE_TOP - 1, column.en);
    } else {
      ink.text(HEAD, column.x, TABLE_TOP - 12, column.zh);
      ink.text(LABEL, column.x, TABLE_TOP - 1, column.en);
    }
  }
  ink.rule(COLOURS.hairline, MARGIN, TABLE_TOP + 4, WIDTH, 0.8);
}

function drawRow(ink: PageInk, stretch: InterestStretch, y: number): void {
  const { from, to, days, balanceFen, carryOverFen, demandMillionths, carryOverMillionths } = stretch;
  const cells = [
    from,
    to,
    String(days),
    yuanGrouped(fen(balanceFen - carryOverFen)),
    percentText(demandMillionths),
    yuanGrouped(carryOverFen),
    percentText(carryOverMillionths),
  ];
  COLUMNS.forEach((column, at) => {
    const text = cells[at] ?? '';
    if ('right' in column) ink.textRight(fittedStyle(CELL, text, 86), column.right, y, text);
    else ink.text(CELL, column.x, y, text);
  });
}

function drawSums(ink: PageInk, { demandYuan, carryOverYuan, amountFen }: WorksheetView, top: number): void {
  ink.rule(COLOURS.hairline, MARGIN, top - 12, WIDTH, 0.8);
  const sums: readonly (readonly [Label, string, TextStyle])[] = [
    [WORDS.demand, demandYuan, VALUE],
    [WORDS.carryOver, carryOverYuan, VALUE],
    [WORDS.amount, yuanGrouped(amountFen), SUM],
  ];
  sums.forEach(([label, value, style], at) => {
    ink.text(fittedStyle(LABEL, bilingual(label), WIDTH - 120), MARGIN, top + 8 + at * 20, bilingual(label));
    ink.textRight(style, PAGE.width - MARGIN, top + 8 + at * 20, value);
  });
  ink.text(fittedStyle(LABEL, WORDS.rule.zh, WIDTH), MARGIN, top + 76, WORDS.rule.zh);
  ink.text(fittedStyle(LABEL, WORDS.rule.en, WIDTH), MARGIN, top + 90, WORDS.rule.en);
}
