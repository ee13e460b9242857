/**
 * What a spreadsheet adds to a table means nothing (docs/formats.md 1): blanks and TABs at either end of a cell, empty
 * cells beyond the last title, lines of nothing but empty cells, and the apostrophe that keeps a number a text.
 */
import type { CsvRecord } from './csv-records.ts';

const [SPACE, TAB, APOSTROPHE, NO_BREAK_SPACE, IDEOGRAPHIC_SPACE] = [0x20, 0x09, 0x27, 0xa0, 0x3000];
const KEPT_AS_TEXT = /^'[\t\p{Zs}]*(?=\d)/u;
const OUTER_BLANKS = /^[\t\p{Zs}]+|[\t\p{Zs}]+$/gu;

/** Records without what means nothing in their cells; those that are empty then are left out. */
export function cleanedRecords(records: readonly CsvRecord[]): readonly CsvRecord[] {
  if (records.every(isClean)) return records;
  return records.map((record) => (isClean(record) ? record : cleaned(record))).filter((record) => !isEmpty(record));
}

/** The record without empty cells beyond so many; one with fewer, or with something beyond, as it is. */
export function withoutEmptyCellsBeyond(record: CsvRecord, width: number): CsvRecord {
  const { fields } = record;
  if (fields.length <= width || fields.slice(width).some((field) => field !== '')) return record;
  return { ...record, fields: fields.slice(0, width) };
}

/** In one walk: it is asked of every record of a million. */
function isClean({ fields }: CsvRecord): boolean {
  let isEmptyRecord = true;
  for (const field of fields) {
    if (field === '') continue;
    if (hasOuterBlank(field) || field.charCodeAt(0) === APOSTROPHE) return false;
    isEmptyRecord = false;
  }
  return !isEmptyRecord;
}

function isEmpty({ fields }: CsvRecord): boolean {
  return fields[0] === '' && fields.every((field) => field === '');
}

function cleaned(record: CsvRecord): CsvRecord {
  return { ...record, fields: record.fields.map(cleanedCell) };
}

function cleanedCell(text: string): string {
  return withoutOuterBlanks(text).replace(KEPT_AS_TEXT, '');
}

/** Not `trim`, which also takes a byte order mark away: inside a file that is an invisible character. */
export function withoutOuterBlanks(text: string): string {
  return hasOuterBlank(text) ? text.replace(OUTER_BLANKS, '') : text;
}

/** Looked at for every cell of a million lines, so by number and without a regular expression. */
function hasOuterBlank(text: string): boolean {
  const { length } = text;
  return length > 0 && (isBlank(text.charCodeAt(0)) || isBlank(text.charCodeAt(length - 1)));
}

function isBlank(unit: number): boolean {
  if (unit === SPACE || unit === TAB) return true;
  if (unit < NO_BREAK_SPACE || unit > IDEOGRAPHIC_SPACE) return false;
  return unit === NO_BREAK_SPACE || unit === IDEOGRAPHIC_SPACE || /\p{Zs}/u.test(String.fromCharCode(unit));
}
