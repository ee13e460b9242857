/**
 * The designated institutions (FORMATS.md). A bad line is refused with its code and the others stand; a file that is
 * not the format throws an `IntakeRefusal` FORMAT.
 */
import type { CsvRecord } from './csv-records.ts';
import { csvTable } from './csv-table.ts';
import type { FileSource } from './file-source.ts';
import { isIdentifier, isLongerThan, keepable, NAME_LIMIT } from './identifier-text.ts';

/** In order of precedence; the first that applies is the line's. */
export const INSTITUTION_REFUSALS = {
  INSTITUTION_CODE_INVALID: 'the institution code must be 1 to 35 characters without outer spaces',
  INSTITUTION_NAME_INVALID: 'the name is empty, longer than 140 characters, or holds a lost character',
  INSTITUTION_TYPE_INVALID: 'the type must be 医院 or 药店',
  TERMINAL_INVALID: 'terminals must be 1 to 35 characters each, separated by ; and none twice',
  INSTITUTION_DUPLICATE: 'the institution code stands on an earlier line of this file',
} as const;

export type InstitutionRefusalCode = keyof typeof INSTITUTION_REFUSALS;
export type InstitutionType = 'hospital' | 'pharmacy';

export type InstitutionLine =
  | {
      readonly ok: true;
      readonly line: number;
      readonly code: string;
      readonly name: string;
      readonly type: InstitutionType;
      /** At least one, in file order, none twice. */
      readonly terminals: readonly string[];
    }
  | { readonly ok: false; readonly line: number; readonly code: InstitutionRefusalCode; readonly message: string };

const LINES = ['机构编号', '机构名称', '机构类型', '终端号'];
const TYPES = new Map<string, InstitutionType>([
  ['医院', 'hospital'],
  ['药店', 'pharmacy'],
]);

/** Batches of judged lines in file order. */
export async function* readInstitutions(source: FileSource): AsyncGenerator<readonly InstitutionLine[]> {
  const seen = new Set<string>();
  for await (const part of csvTable(source, { head: null, lines: LINES }, 'FORMAT')) {
    if (part.kind === 'lines') yield part.records.map((record) => lineOf(record, seen));
  }
}

function lineOf(record: CsvRecord, seen: Set<string>): InstitutionLine {
  const [codeText = '', nameText = '', typeText = '', terminalsText = ''] = record.fields;
  const code = codeText.trim();
  if (!isIdentifier(code)) return refused(record, 'INSTITUTION_CODE_INVALID');
  const name = nameText.trim();
  if (name === '' || isLongerThan(name, NAME_LIMIT) || name.includes('\ufffd')) {
    return refused(record, 'INSTITUTION_NAME_INVALID');
  }
  const type = TYPES.get(typeText.trim());
  if (type === undefined) return refused(record, 'INSTITUTION_TYPE_INVALID');
  const terminals = terminalsText.split(';').map((terminal) => terminal.trim());
  const areSound = terminals.every(isIdentifier) && new Set(terminals).size === terminals.length;
  if (!areSound) return refused(record, 'TERMINAL_INVALID');
  if (seen.has(code)) return refused(record, 'INSTITUTION_DUPLICATE');
  seen.add(keepable(code));
  return { ok: true, line: record.line, code, name, type, terminals };
}

function refused(record: CsvRecord, code: InstitutionRefusalCode): InstitutionLine {
  return { ok: false, line: record.line, code, message: INSTITUTION_REFUSALS[code] };
}
