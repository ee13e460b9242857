/** The day-end report on paper: A4, both languages, from the plain view that was kept when the day was closed. */
import type { BalanceLine, OfficeFigures } from '../../../contract/day/day-views.ts';
import { fen, yuanGrouped, type Fen } from '../../../contract/kernel/money.ts';
import { missingGlyphsIn, MissingGlyphError } from '../../paper/fonts/missing-glyph.ts';
import { pageLabel } from '../../paper/paper-labels.ts';
import { COLOURS, fittedStyle, PAGE, PageInk, type TextStyle } from '../../paper/page-ink.ts';
import { drawQr, verificationText } from '../../paper/qr-mark.ts';
import type { DayReport } from './day-report-rows.ts';
import { controlName, doorName, fileName, reportSections, stateName } from './day-report-labels.ts';

const MARGIN = 48;
const WIDTH = PAGE.width - 2 * MARGIN;
const BOTTOM = PAGE.height - 64;
const ROW = 15;
const TITLE: TextStyle = { face: 'bold', size: 18, colour: COLOURS.accent };
const HEADING: TextStyle = { face: 'bold', size: 10.5, colour: COLOURS.accent };
const LABEL: TextStyle = { face: 'regular', size: 8.5, colour: COLOURS.muted };
const BODY: TextStyle = { face: 'regular', size: 9, colour: COLOURS.ink };
const STRONG: TextStyle = { face: 'bold', size: 9, colour: COLOURS.ink };
const QR_SIDE = 62;

/** One line of a table: each text stands at the right end of its column, the first at the left. */
interface Row {
  readonly cells: readonly string[];
  readonly style: TextStyle;
  /** Its own widths, where it has fewer cells than its table. */
  readonly columns?: readonly number[];
}

interface Section {
  readonly title: string;
  readonly columns: readonly number[];
  readonly rows: readonly Row[];
}

/** Throws a MissingGlyphError when a name cannot be printed. */
export function dayReportPdf(report: DayReport, code: string): Uint8Array {
  const sections = sectionsOf(report);
  const texts = [report.office.name, ...sections.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))];
  const missing = texts.flatMap((text) => missingGlyphsIn(text, 'day report'));
  if (missing.length > 0) throw new MissingGlyphError(missing);
  const ink = new PageInk({ title: report.number, madeAt: new Date(report.closedAt.instant) });
  const pages = paged(sections);
  pages.forEach((lines, index) => {
    ink.startPage();
    let top = index === 0 ? drawHead(ink, report, code) : 60;
    for (const line of lines) {
      line.draw(ink, top);
      top += line.height;
    }
    if (index === pages.length - 1) drawSignatures(ink, top + 14);
    drawFoot(ink, report, pageLabel(index + 1, pages.length));
  });
  return ink.finish();
}

interface Line {
  readonly height: number;
  draw(ink: PageInk, top: number): void;
}

const HEAD_HEIGHT = 156;
const SIGNATURES_HEIGHT = 60;

/** A heading stays with its first row. */
function paged(sections: readonly Section[]): Line[][] {
  const pages: Line[][] = [[]];
  let top = HEAD_HEIGHT;
  for (const section of sections) {
    const rows = section.rows.map((row) => rowLine(section, row));
    for (const [index, row] of rows.entries()) {
      const lines = index === 0 ? [headingLine(section.title), row] : [row];
      const height = lines.reduce((sum, line) => sum + line.height, 0);
      if (top + height > BOTTOM - SIGNATURES_HEIGHT) {
        pages.push([]);
        top = 60;
      }
      pages.at(-1)?.push(...lines);
      top += height;
    }
  }
  return pages;
}

function headingLine(title: string): Line {
  return {
    height: 26,
    draw(ink, top) {
      ink.text(HEADING, MARGIN, top + 18, title);
      ink.rule(COLOURS.hairline, MARGIN, top + 22, WIDTH, 0.6);
    },
  };
}

function rowLine(section: Section, { cells, style, columns = section.columns }: Row): Line {
  return {
    height: ROW,
    draw(ink, top) {
      const [first = '', ...rest] = cells;
      ink.text(fittedStyle(style, first, (columns[0] ?? WIDTH) - 6), MARGIN, top + 11, first);
      let right = MARGIN + (columns[0] ?? 0);
      rest.forEach((cell, at) => {
        const room = columns[at + 1] ?? 0;
        right += room;
        ink.textRight(fittedStyle(style, cell, room - 6), right, top + 11, cell);
      });
    },
  };
}

function drawHead(ink: PageInk, report: DayReport, code: string): number {
  ink.text(TITLE, MARGIN, 70, '日终报告 Day-end report');
  ink.rule(COLOURS.accent, MARGIN, 82, WIDTH, 1);
  const { office, businessDate, nextDate, closedAt, closedBy, second, head } = report;
  const facts: readonly (readonly [string, string])[] = [
    ['网点 Office', `${office.code} ${office.name}`],
    ['营业日 Business day', `${businessDate}  →  下一营业日 next ${nextDate}`],
    ['日终 Closed', `${closedAt.local}  ${second === null ? closedBy : `${closedBy} / ${second}`}`],
    ['审计记录 Audit head', `${head.seq} ${head.hash.slice(0, 32)}`],
    ['凭证编号 · 验证码 Document number · code', `${report.number}  ${code}`],
  ];
  facts.forEach(([label, value], at) => {
    ink.text(LABEL, MARGIN, 100 + at * 13, label);
    ink.text(fittedStyle(BODY, value, WIDTH - 206 - QR_SIDE - 12), MARGIN + 206, 100 + at * 13, value);
  });
  drawQr(ink, verificationText(report.number, code), PAGE.width - MARGIN - QR_SIDE, 90, QR_SIDE);
  return HEAD_HEIGHT;
}

function drawSignatures(ink: PageInk, top: number): void {
  ink.text(LABEL, MARGIN, top + 30, '主管 Supervisor  ____________________');
  ink.text(LABEL, MARGIN + WIDTH / 2, top + 30, '复核 Checked by  ____________________');
}

function drawFoot(ink: PageInk, report: DayReport, page: string): void {
  ink.text(LABEL, MARGIN, PAGE.height - 36, `${report.number}  ${report.businessDate}`);
  ink.textRight(LABEL, PAGE.width - MARGIN, PAGE.height - 36, page);
}

function sectionsOf({ figures }: DayReport): Section[] {
  const words = reportSections;
  return [
    balanceSection(figures),
    table(words.files, [190, 100, 100, 109], ['', '文件 files', '入账 posted', '拒绝 refused'], filesRows(figures)),
    table(words.tills, [120, 60, 50, 50, 70, 70, 79], TILL_HEAD, tillRows(figures)),
    table(words.doors, [190, 100, 100, 109], ['', '办理 done', '挂失 losses', '拒绝 refused'], doorRows(figures)),
    table(words.open, [390, 109], [], openRows(figures)),
    table(words.clocks, [390, 109], [], clockRows(figures)),
  ];
}

const TILL_HEAD = [
  '柜员 Clerk',
  '状态 state',
  '客户 visits',
  '拒绝 refused',
  '应收 due',
  '清点 counted',
  '原因 reason',
];

function table(
  title: string,
  columns: readonly number[],
  head: readonly string[],
  cells: readonly string[][],
): Section {
  const rows = cells.length === 0 ? [['无 None']] : cells;
  const shown = head.length === 0 ? [] : [{ cells: head, style: LABEL }];
  return { title, columns, rows: [...shown, ...rows.map((row) => ({ cells: row, style: BODY }))] };
}

function balanceSection({ balances, holdersFen, controlFen, accounts }: OfficeFigures): Section {
  const head = ['科目 Account', '期初 opening', '借方 debit', '贷方 credit', '期末 closing'];
  const line = (each: BalanceLine): Row => ({
    cells: [controlName(each.account), ...amounts(each.openingFen, each.debitFen, each.creditFen, each.closingFen)],
    style: BODY,
  });
  const total = `持卡人合计 + 总账科目合计 Holders + control accounts（${accounts} 户 accounts）`;
  return {
    title: reportSections.balances,
    columns: [159, 85, 85, 85, 85],
    rows: [
      { cells: head, style: LABEL },
      ...balances.map(line),
      { cells: [total, yuanGrouped(fen(holdersFen + controlFen))], style: STRONG, columns: [414, 85] },
    ],
  };
}

function amounts(...all: readonly Fen[]): string[] {
  return all.map((amount) => yuanGrouped(amount));
}

function filesRows({ files }: OfficeFigures): string[][] {
  return files.map(({ kind, ...file }) => [
    fileName(kind),
    ...[file.files, file.accepted, file.rejected].map((count) => String(count)),
  ]);
}

function tillRows({ tills }: OfficeFigures): string[][] {
  return tills.map(({ clerk, state, visits, refusals, expectedFen, countedFen, reason, closedBy }) => [
    `${clerk.code} ${clerk.name}`,
    closedBy === null || closedBy === clerk.code ? stateName(state) : `${stateName(state)} ${closedBy}`,
    String(visits),
    String(refusals),
    yuanGrouped(expectedFen),
    countedFen === null ? '' : yuanGrouped(countedFen),
    reason ?? '',
  ]);
}

function doorRows({ doors }: OfficeFigures): string[][] {
  return doors.map(({ door, done, losses, refusals }) => [
    doorName(door),
    ...[done, losses, refusals].map((count) => String(count)),
  ]);
}

function openRows({ papersWaiting, approvalsWaiting, filesReceived }: OfficeFigures): string[][] {
  return [
    ['打印队列中的单据 Papers in the print queue', String(papersWaiting)],
    ['待授权的申请 Requests waiting for a second person', String(approvalsWaiting)],
    ['已接收未记账的文件 Files received and not posted', String(filesReceived)],
  ];
}

function clockRows({ clocks }: OfficeFigures): string[][] {
  return [
    ['今天 24 时失效的口头挂失 Oral reports lapsing at 24:00 today', String(clocks.lapsingToday)],
    ['明天 24 时失效的口头挂失 Oral reports lapsing at 24:00 tomorrow', String(clocks.lapsingTomorrow)],
    ['已可补卡或设新密码 New cards or passwords due', String(clocks.due)],
  ];
}
