/** Lines of CSV that a spreadsheet shows and never runs (docs/formats.md 1; RFC 4180 quoting, CRLF). */

/** First characters by which spreadsheets take text for a formula; tab and line ends let one hide behind them. */
const RUNS_AS_FORMULA = /^[=+\-@＝＋－＠\t\r\n]/;
const NEEDS_QUOTES = /[",\r\n]/;
const PURE_DECIMAL = /^-?\d+(?:\.\d+)?$/;

export const BYTE_ORDER_MARK = '\uFEFF';

/** One line with its end. Every cell is text: a leading minus is kept only where the whole cell is a decimal number. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(text: string): string {
  const safe = RUNS_AS_FORMULA.test(text) && !PURE_DECIMAL.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
