/** The department's CSV layout: title lines that must match, then lines of as many columns. */
import type { FileFaultKey } from '../../../contract/month-end/file-faults.ts';
import { withoutEmptyCellsBeyond, cleanedRecords } from './csv-cells.ts';
import { csvRecords, type CsvRecord } from './csv-records.ts';
import { isSeparatorLine, otherSeparatorAt } from '../csv-separators.ts';
import { isScientific } from './cut-numbers.ts';
import type { FileSource } from '../file-source.ts';
import {
  positionIn,
  refusal,
  type IntakeFaultCode,
  type IntakeFaultParams,
  type IntakeRefusal,
  type Position,
} from '../intake-fault.ts';

export type CsvLayout = {
  /** Titles of the two-line head that states batch, count and sum; null for a file without one. */
  readonly head: readonly string[] | null;
  readonly lines: readonly string[];
  /** A line with more or fewer columns than titles is handed out for its own refusal; else it refuses the file. */
  readonly judgesWidth?: true;
};

export type CsvPart =
  | { readonly kind: 'head'; readonly record: CsvRecord }
  | { readonly kind: 'lines'; readonly records: readonly CsvRecord[] };

/** The rows a file begins with: titles to compare, or the head's values; the line titles come last. */
type Opening = { readonly titles: readonly string[]; readonly isValues: boolean };

/** Yields the head's values, then batches of lines, each of exactly the layout's columns unless it judges that itself. */
export async function* csvTable(source: FileSource, layout: CsvLayout, code: IntakeFaultCode): AsyncGenerator<CsvPart> {
  const openings = openingsOf(layout);
  let opened = 0;
  let end: Position = { line: 1, column: 1 };
  for await (const read of csvRecords(source, code)) {
    const records = cleanedRecords(read);
    let first = opened === 0 && isFirstLine(records[0]) && isSeparatorLine(records[0].raw) ? 1 : 0;
    for (; opened < openings.length && first < records.length; first += 1, opened += 1) {
      const record = records[first];
      const opening = openings[opened];
      if (!record || !opening) break;
      const fitted = withoutEmptyCellsBeyond(record, opening.titles.length);
      requireOpening(fitted, opening, code);
      if (opening.isValues) yield { kind: 'head', record: fitted };
    }
    const lines = first === 0 ? records : records.slice(first);
    yield* layout.judgesWidth ? anyWidth(lines, layout.lines.length) : sameWidth(lines, layout.lines.length, code);
    end = { line: (read.at(-1)?.line ?? 0) + 1, column: 1 };
  }
  const missing = openings[opened];
  if (missing) throw refusal(code, end, 'endMissing', { missing: missing.titles.join(',') });
}

function isFirstLine(record: CsvRecord | undefined): record is CsvRecord {
  return record?.line === 1;
}

function openingsOf(layout: CsvLayout): readonly Opening[] {
  const titles = { titles: layout.lines, isValues: false };
  if (layout.head === null) return [titles];
  return [{ titles: layout.head, isValues: false }, { titles: layout.head, isValues: true }, titles];
}

function requireOpening(record: CsvRecord, { titles, isValues }: Opening, code: IntakeFaultCode): void {
  if (isValues) {
    requireWidth(record, titles.length, code);
    return;
  }
  const wrong = titles.findIndex((title, at) => record.fields[at] !== title);
  if (wrong === -1 && record.fields.length === titles.length) return;
  const separator = otherSeparator(record, titles);
  if (separator !== null) throw refusal(code, fieldPosition(record, 0), 'separatorWrong', { found: separator });
  const at = wrong === -1 ? titles.length : wrong;
  const found = shownTitle(record.fields[at]);
  throw refusal(code, fieldPosition(record, at), 'titlesWrong', {
    found,
    expected: titles[at] ?? NO_TITLE,
    titles: titles.join(','),
  });
}

const NO_TITLE = '–';
const LONGEST_TITLE = 20;

/** Where the titles are missing, people's numbers stand in their place, so longer numbers are not shown. */
function shownTitle(text: string | undefined): string {
  if (text === undefined || text === '') return NO_TITLE;
  const characters = Array.from(text.replace(/\d{4,}/g, (digits) => '*'.repeat(digits.length)));
  return characters.length > LONGEST_TITLE ? `${characters.slice(0, LONGEST_TITLE).join('')}…` : characters.join('');
}

/** The right titles, but with something else between columns. */
function otherSeparator({ fields }: CsvRecord, [first]: readonly string[]): string | null {
  const [text = ''] = fields;
  const title = /^[^;；，、|\t]+/u.exec(text)?.[0] ?? '';
  return fields.length === 1 && title.trim() === first ? otherSeparatorAt(text, title.length) : null;
}

function* anyWidth(records: readonly CsvRecord[], width: number): Generator<CsvPart> {
  if (records.length > 0) yield { kind: 'lines', records: allFittedTo(records, width) };
}

function allFittedTo(records: readonly CsvRecord[], width: number): readonly CsvRecord[] {
  if (records.every(({ fields }) => fields.length === width)) return records;
  return records.map((record) => withoutEmptyCellsBeyond(record, width));
}

function* sameWidth(records: readonly CsvRecord[], width: number, code: IntakeFaultCode): Generator<CsvPart> {
  if (records.length === 0) return;
  const fitted = allFittedTo(records, width);
  const odd = fitted.findIndex((record) => record.fields.length !== width);
  if (odd !== 0) yield { kind: 'lines', records: odd === -1 ? fitted : fitted.slice(0, odd) };
  const record = fitted[odd];
  if (record) requireWidth(record, width, code);
}

function requireWidth(record: CsvRecord, expected: number, code: IntakeFaultCode): void {
  const found = record.fields.length;
  if (found === expected) return;
  throw refusal(code, fieldPosition(record, expected), 'columnCount', { expected, found });
}

/** Where field `index` (from 0) begins; just past the end of the record when it has no such field. */
function fieldPosition(record: CsvRecord, index: number): Position {
  let commas = 0;
  let at = 0;
  for (let quoted = false; at < record.raw.length && commas < index; at += 1) {
    const character = record.raw[at];
    if (character === '"') quoted = !quoted;
    if (character === ',' && !quoted) commas += 1;
  }
  return positionIn(record.raw, at, { line: record.line, column: 1 });
}

/**
 * The refusal of a file for what stands in field `index` of a record; param `field` is that column's title. A number that
 * a spreadsheet has cut is told as such, whatever else it breaks.
 */
export function fieldFault(
  code: IntakeFaultCode,
  titles: readonly string[],
  record: CsvRecord,
  index: number,
  key: FileFaultKey,
  params: IntakeFaultParams = {},
): IntakeRefusal {
  const isCut = isScientific(record.fields[index] ?? '');
  return refusal(code, fieldPosition(record, index), isCut ? 'numberCut' : key, {
    field: titles[index] ?? '',
    ...params,
  });
}
