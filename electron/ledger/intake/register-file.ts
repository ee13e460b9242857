/**
 * The register of insured persons (docs/formats.md 2): one account and one card a line. A bad line is refused with its
 * code and the others stand; only a file that is not the format at all throws an `IntakeRefusal` FORMAT.
 */
import { fromCompactDate, type BusinessDate } from '../../contract/kernel/dates.ts';
import { judgeCardNumber, type CardNumber } from '../numbers/card-number.ts';
import { badCharacter, readName } from '../names/name-characters.ts';
import { readPhone } from '../numbers/phone-number.ts';
import { judgeResidentId, type ResidentId } from '../numbers/resident-id.ts';
import type { CsvRecord } from './csv/csv-records.ts';
import { csvTable } from './csv/csv-table.ts';
import { isCutNumber } from './csv/cut-numbers.ts';
import type { FileNote } from '../../contract/office/office-views.ts';
import { fileNote, widthNote } from './file-note.ts';
import type { FileSource } from './file-source.ts';
import { isLongerThan, isReference, NAME_LIMIT } from './text/identifier-text.ts';
import { refusedLine, type RefusedLine } from './refused-line.ts';

/** In order of precedence: columns at all, then the order of the columns; the first that applies is the line's. */
export const REGISTER_REFUSALS = {
  COLUMN_COUNT_WRONG: 'the line has more or fewer columns than there are titles',
  ID_NUMBER_INVALID: 'the ID number is not valid (GB 11643-1999)',
  NAME_INVALID: 'the name is empty, longer than 140 characters, or holds a character that cannot be kept',
  EMPLOYER_INVALID: 'the employer is longer than 140 characters',
  INSURANCE_NUMBER_INVALID: 'the insurance number must be 1 to 35 characters without outer spaces',
  CARD_NUMBER_INVALID: 'the card number is not valid (16 to 19 digits, prefix 62, check digit)',
  OPENING_DATE_INVALID: 'the opening date is not an existing date YYYYMMDD',
} as const;

export type RegisterRefusalCode = keyof typeof REGISTER_REFUSALS;

export type RegisterLine =
  | {
      readonly ok: true;
      /** Physical line of the file, from 1; the titles are line 1. */
      readonly line: number;
      readonly idNumber: ResidentId;
      readonly name: string;
      /** Digits only, without +86; empty where the cell holds no phone number: the account stands without one. */
      readonly phone: string;
      /** May be empty. */
      readonly employer: string;
      readonly insuranceNumber: string;
      readonly card: CardNumber;
      readonly openingDate: BusinessDate;
    }
  | RefusedLine<RegisterRefusalCode>;

const LINES = ['证件号码', '姓名', '手机号', '单位名称', '医保编号', '卡号', '开户日期'];

/** Batches of judged lines in file order. `today` bounds the birth date in the ID number. */
export async function* readRegister(source: FileSource, today: BusinessDate): AsyncGenerator<readonly RegisterLine[]> {
  for await (const part of csvTable(source, { head: null, lines: LINES, judgesWidth: true }, 'FORMAT')) {
    if (part.kind === 'lines') yield part.records.map((record) => lineOf(record, today));
  }
}

function lineOf(record: CsvRecord, today: BusinessDate): RegisterLine {
  if (record.fields.length !== LINES.length)
    return refused(record, 'COLUMN_COUNT_WRONG', widthNote(record.fields.length, LINES.length));
  const [idText = '', nameText = '', phoneText = '', employer = '', insuranceNumber = ''] = record.fields;
  const [, , , , , cardText = '', openingText = ''] = record.fields;
  const id = judgeResidentId(idText, today);
  if (!id.ok) return refusedFor(record, 'ID_NUMBER_INVALID', 0);
  const name = readName(nameText);
  const bad = badCharacter(name);
  if (bad !== null) return refused(record, 'NAME_INVALID', fileNote(bad.fault, { character: bad.character }));
  if (name === '' || isLongerThan(name, NAME_LIMIT)) return refused(record, 'NAME_INVALID');
  if (isLongerThan(employer, NAME_LIMIT)) return refused(record, 'EMPLOYER_INVALID');
  if (!isReference(insuranceNumber)) return refusedFor(record, 'INSURANCE_NUMBER_INVALID', 4);
  const card = judgeCardNumber(cardText);
  if (!card.ok) return refusedFor(record, 'CARD_NUMBER_INVALID', 5);
  const openingDate = fromCompactDate(openingText);
  if (openingDate === null) return refusedFor(record, 'OPENING_DATE_INVALID', 6);
  const [phone, line] = [readPhone(phoneText) ?? '', record.line];
  return { ok: true, line, idNumber: id.id, name, phone, employer, insuranceNumber, card: card.card, openingDate };
}

/** For what stands in column `at`; that a spreadsheet cut it is told beside. */
function refusedFor(record: CsvRecord, code: RegisterRefusalCode, at: number): RegisterLine {
  const isCut = isCutNumber(record.fields[at] ?? '');
  return refused(record, code, isCut ? fileNote('numberCut', { field: LINES[at] ?? '' }) : null);
}

function refused({ line }: CsvRecord, code: RegisterRefusalCode, detail: FileNote | null = null): RegisterLine {
  return refusedLine(line, code, REGISTER_REFUSALS[code], detail);
}
