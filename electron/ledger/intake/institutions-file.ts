/**
 * The designated institutions (docs/formats.md 2). A bad line is refused with its code and the others stand; a file
 * that is not the format throws an `IntakeRefusal` FORMAT.
 */
import type { CsvRecord } from './csv/csv-records.ts';
import { csvTable } from './csv/csv-table.ts';
import type { FileNote } from '../../contract/office/office-views.ts';
import { widthNote } from './file-note.ts';
import type { FileSource } from './file-source.ts';
import { institutionName, terminalFault, terminalsIn } from './institution-text.ts';
import { copiedText, isReference } from './text/identifier-text.ts';
import { refusedLine, type RefusedLine } from './refused-line.ts';

/** In order of precedence; the first that applies is the line's. */
export const INSTITUTION_REFUSALS = {
  COLUMN_COUNT_WRONG: 'the line has more or fewer columns than there are titles',
  INSTITUTION_CODE_INVALID: 'the institution code must be 1 to 35 characters without outer spaces',
  INSTITUTION_NAME_INVALID: 'the name is empty, longer than 140 characters, or holds a character that cannot be kept',
  INSTITUTION_TYPE_INVALID: 'the type must be 医院 or 药店',
  TERMINAL_INVALID: 'terminals must be 1 to 35 letters, digits or hyphens each, separated by ; and none twice',
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
  | RefusedLine<InstitutionRefusalCode>;

const LINES = ['机构编号', '机构名称', '机构类型', '终端号'];
const TYPES = new Map<string, InstitutionType>([
  ['医院', 'hospital'],
  ['药店', 'pharmacy'],
]);

/** Batches of judged lines in file order. */
export async function* readInstitutions(source: FileSource): AsyncGenerator<readonly InstitutionLine[]> {
  const seen = new Set<string>();
  for await (const part of csvTable(source, { head: null, lines: LINES, judgesWidth: true }, 'FORMAT')) {
    if (part.kind === 'lines') yield part.records.map((record) => lineOf(record, seen));
  }
}

function lineOf(record: CsvRecord, seen: Set<string>): InstitutionLine {
  const [code = '', nameText = '', typeText = '', ...terminalTexts] = record.fields;
  if (terminalTexts.length !== 1 && !TYPES.has(typeText))
    return refused(record, 'COLUMN_COUNT_WRONG', widthNote(record.fields.length, LINES.length));
  if (!isReference(code)) return refused(record, 'INSTITUTION_CODE_INVALID');
  const name = institutionName(nameText);
  if (typeof name !== 'string') return refused(record, 'INSTITUTION_NAME_INVALID', name.note);
  const type = TYPES.get(typeText);
  if (type === undefined) return refused(record, 'INSTITUTION_TYPE_INVALID');
  // A comma between terminals has made columns of them.
  const terminals = terminalsIn(terminalTexts.join(','));
  const fault = terminalFault(terminals);
  if (fault !== null) return refused(record, 'TERMINAL_INVALID', fault.note);
  if (seen.has(code)) return refused(record, 'INSTITUTION_DUPLICATE');
  seen.add(copiedText(code));
  return { ok: true, line: record.line, code, name, type, terminals };
}

function refused({ line }: CsvRecord, code: InstitutionRefusalCode, detail: FileNote | null = null): InstitutionLine {
  return refusedLine(line, code, INSTITUTION_REFUSALS[code], detail);
}
