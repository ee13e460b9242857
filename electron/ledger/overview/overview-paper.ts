/** The overview on paper: A4, both languages, every figure in full with a bar beside it. */
import type { Instant } from '../../contract/kernel/dates.ts';
import { yuanGrouped } from '../../contract/kernel/money.ts';
import type { Overview } from '../../contract/overview/overview-verbs.ts';
import { MissingGlyphError, missingGlyphsIn } from '../paper/fonts/missing-glyph.ts';
import { COLOURS, fittedStyle, PAGE, PageInk, type TextStyle } from '../paper/page-ink.ts';
import { pageLabel } from '../paper/paper-labels.ts';
import { drawQr, verificationText } from '../paper/qr-mark.ts';
import { entryKindName, lossDoorName, lossStatusName, refusalName, SECTIONS } from './overview-labels.ts';

export interface OverviewOnPaper extends Overview {
  readonly number: string;
  readonly madeAt: { readonly instant: Instant; readonly local: string };
  /** Clerk code. */
  readonly madeBy: string;
}

const MARGIN = 48;
const WIDTH = PAGE.width - 2 * MARGIN;
const BOTTOM = PAGE.height - 60;
const FIRST_TOP = 150;
const NEXT_TOP = 60;
const ROW = 14;
const HEADING_HEIGHT = 24;
const BAR = 90;
const QR_SIDE = 56;
const TITLE: TextStyle = { face: 'bold', size: 18, colour: COLOURS.accent };
const HEADING: TextStyle = { face: 'bold', size: 10.5, colour: COLOURS.accent };
const LABEL: TextStyle = { face: 'regular', size: 8.5, colour: COLOURS.muted };
const BODY: TextStyle = { face: 'regular', size: 9, colour: COLOURS.ink };
const NONE = '无 None';

interface Row {
  readonly cells: readonly string[];
  /** How long its bar is against the others of its section; none for a head. */
  readonly weight: number | null;
}

interface Section {
  readonly title: string;
  /** Widths of all cells but the first, which has what they leave. */
  readonly columns: readonly number[];
  readonly head: readonly string[];
  readonly rows: readonly Row[];
}

interface Line {
  readonly height: number;
  draw(ink: PageInk, top: number): void;
}

/** Throws a MissingGlyphError when a name cannot be printed. */
export function overviewPdf(overview: OverviewOnPaper, code: string): Uint8Array {
  const sections = sectionsOf(overview);
  const texts = [overview.office.name, ...sections.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))];
  const missing = texts.flatMap((text) => missingGlyphsIn(text, 'overview'));
  if (missing.length > 0) throw new MissingGlyphError(missing);
  const ink = new PageInk({ title: overview.number, madeAt: new Date(overview.madeAt.instant) });
  const pages = pagesOf(sections);
  pages.forEach((lines, index) => {
    ink.startPage();
    if (index === 0) drawHead(ink, overview, code);
    let top = index === 0 ? FIRST_TOP : NEXT_TOP;
    for (const line of lines) {
      line.draw(ink, top);
      top += line.height;
    }
    drawFoot(ink, overview, pageLabel(index + 1, pages.length));
  });
  return ink.finish();
}

/** A heading stays with the head and the first row of its section. */
function pagesOf(sections: readonly Section[]): Line[][] {
  const pages: Line[][] = [[]];
  let top = FIRST_TOP;
  const put = (lines: readonly Line[]): void => {
    const height = lines.reduce((sum, line) => sum + line.height, 0);
    if (top + height > BOTTOM) {
      pages.push([]);
      top = NEXT_TOP;
    }
    pages.at(-1)?.push(...lines);
    top += height;
  };
  for (const section of sections) {
    const most = Math.max(1, ...section.rows.map(({ weight }) => weight ?? 0));
    const [first, ...rest] = section.rows.map((row) => rowLine(section, row, BODY, most));
    const head = rowLine(section, { cells: section.head, weight: null }, LABEL, most);
    put([headingLine(section.title), head, ...(first === undefined ? [] : [first])]);
    for (const row of rest) put([row]);
  }
  return pages;
}

function headingLine(title: string): Line {
  return {
    height: HEADING_HEIGHT,
    draw(ink, top) {
      ink.text(HEADING, MARGIN, top + 16, title);
      ink.rule(COLOURS.hairline, MARGIN, top + 20, WIDTH, 0.6);
    },
  };
}

function rowLine({ columns }: Section, { cells, weight }: Row, style: TextStyle, most: number): Line {
  const figures = columns.reduce((sum, width) => sum + width, 0);
  const firstRoom = WIDTH - BAR - figures;
  return {
    height: ROW,
    draw(ink, top) {
      const [first = '', ...rest] = cells;
      ink.text(fittedStyle(style, first, firstRoom - 6), MARGIN, top + 10, first);
      let right = MARGIN + firstRoom;
      rest.forEach((cell, at) => {
        const room = columns[at] ?? 0;
        right += room;
        ink.textRight(fittedStyle(style, cell, room - 6), right, top + 10, cell);
      });
      if (weight !== null && weight > 0)
        ink.fill(COLOURS.accent, MARGIN + WIDTH - BAR + 8, top + 4, ((BAR - 8) * weight) / most, 6);
    },
  };
}

function drawHead(ink: PageInk, { office, from, until, madeAt, madeBy, number }: OverviewOnPaper, code: string): void {
  ink.text(TITLE, MARGIN, 70, '经营概览 Overview');
  ink.rule(COLOURS.accent, MARGIN, 82, WIDTH, 1);
  const facts: readonly (readonly [string, string])[] = [
    ['网点 Office', `${office.code} ${office.name}`],
    ['期间 Period', `${from} – ${until}`],
    ['制表 Made', `${madeAt.local}  ${madeBy}`],
    ['凭证编号 · 验证码 Document number · code', `${number}  ${code}`],
  ];
  facts.forEach(([label, value], at) => {
    ink.text(LABEL, MARGIN, 100 + at * 13, label);
    ink.text(fittedStyle(BODY, value, WIDTH - 206 - QR_SIDE - 12), MARGIN + 206, 100 + at * 13, value);
  });
  drawQr(ink, verificationText(number, code), PAGE.width - MARGIN - QR_SIDE, 88, QR_SIDE);
}

function drawFoot(ink: PageInk, { number, from, until }: OverviewOnPaper, page: string): void {
  ink.text(LABEL, MARGIN, PAGE.height - 36, `${number}  ${from} – ${until}`);
  ink.textRight(LABEL, PAGE.width - MARGIN, PAGE.height - 36, page);
}

const counted = (count: number): string => count.toLocaleString('en-US');

function sectionsOf({ movements, institutions, others, losses, refusals, hours }: Overview): Section[] {
  const paid = institutions.map(({ code, name, entries, amountFen }) => ({
    cells: [`${code} ${name}`, counted(entries), yuanGrouped(amountFen)],
    weight: Math.max(0, amountFen),
  }));
  const rest = {
    cells: [`其余 ${others.institutions} 家 Others`, counted(others.entries), yuanGrouped(others.amountFen)],
    weight: Math.max(0, others.amountFen),
  };
  return [
    section(
      SECTIONS.movements,
      { columns: [70, 110], head: ['月份 Month', '笔数 entries', '金额 amount'] },
      movements.map(({ month, kind, entries, amountFen }) => ({
        cells: [`${month}  ${entryKindName(kind)}`, counted(entries), yuanGrouped(amountFen)],
        weight: Math.abs(amountFen),
      })),
    ),
    section(
      SECTIONS.institutions,
      { columns: [70, 110], head: ['机构 Institution', '笔数 entries', '金额 amount'] },
      others.institutions === 0 ? paid : [...paid, rest],
    ),
    section(
      SECTIONS.losses,
      { columns: [50, 170], head: ['月份、渠道 Month, channel', '份数 reports', '现状 as they stand'] },
      losses.map(({ month, channel, reports, statuses }) => ({
        cells: [`${month}  ${lossDoorName(channel)}`, counted(reports), statuses.map(statusText).join('；')],
        weight: reports,
      })),
    ),
    section(
      SECTIONS.refusals,
      { columns: [60], head: ['原因 Reason', '次数 times'] },
      refusals.map(({ code, count }) => ({ cells: [refusalName(code), counted(count)], weight: count })),
    ),
    section(
      SECTIONS.hours,
      { columns: [90, 90], head: ['时段 Hour', '客户识别 visits', '业务 acts'] },
      hours.map(({ hour, visits, acts }) => ({
        cells: [hourText(hour), counted(visits), counted(acts)],
        weight: visits + acts,
      })),
    ),
  ];
}

function statusText({ status, reports }: Overview['losses'][number]['statuses'][number]): string {
  return `${lossStatusName(status)} ${counted(reports)}`;
}

function hourText(hour: number): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${two(hour)}:00–${two(hour)}:59`;
}

function section(title: string, shape: Pick<Section, 'columns' | 'head'>, rows: readonly Row[]): Section {
  return { title, ...shape, rows: rows.length === 0 ? [{ cells: [NONE], weight: null }] : rows };
}
