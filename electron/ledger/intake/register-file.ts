/**
 * The register of insured persons (FORMATS.md): one account and one card a line. A bad line is refused with its code
 * and the others stand; only a file that is not the format at all throws an `IntakeRefusal` FORMAT.
 */
import { fromCompactDate, type BusinessDate } from '../../contract/dates.ts';
import { judgeCardNumber, type CardNumber } from '../domain/card-number.ts';
import { judgeResidentId, type ResidentId } from '../domain/resident-id.ts';
import type { CsvRecord } from './csv-records.ts';
import { csvTable } from './csv-table.ts';
import type { FileSource } from './file-source.ts';
import { isIdentifier, isLongerThan, NAME_LIMIT } from './identifier-text.ts';

/** In order of precedence: the order of the columns; the first that applies is the line's. */
export const REGISTER_REFUSALS = {
  ID_NUMBER_INVALID: 'the ID number is not valid (GB 11643-1999)',
  NAME_INVALID: 'the name is empty, longer than 140 characters, or holds a character lost in an earlier conversion',
  PHONE_INVALID: 'the phone number is neither a mobile number of 11 digits nor a landline with area code',
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
      /** Digits only, without +86. Never empty: an oral loss report is proven by it (RULES.md 3). */
      readonly phone: string;
      /** May be empty. */
      readonly employer: string;
      readonly insuranceNumber: string;
      readonly card: CardNumber;
      readonly openingDate: BusinessDate;
    }
  | { readonly ok: false; readonly line: number; readonly code: RegisterRefusalCode; readonly message: string };

const LINES = ['证件号码', '姓名', '手机号', '单位名称', '医保编号', '卡号', '开户日期'];
const MOBILE_OR_LANDLINE = /^(?:1\d{10}|0\d{9,11})$/;

/** Batches of judged lines in file order. `today` bounds the birth date in the ID number. */
export async function* readRegister(source: FileSource, today: BusinessDate): AsyncGenerator<readonly RegisterLine[]> {
  for await (const part of csvTable(source, { head: null, lines: LINES }, 'FORMAT')) {
    if (part.kind === 'lines') yield part.records.map((record) => lineOf(record, today));
  }
}

function lineOf(record: CsvRecord, today: BusinessDate): RegisterLine {
  const [idText = '', nameText = '', phoneText = '', employerText = '', numberText = ''] = record.fields;
  const [, , , , , cardText = '', openingText = ''] = record.fields;
  const id = judgeResidentId(idText, today);
  if (!id.ok) return refused(record, 'ID_NUMBER_INVALID');
  const name = nameText.trim();
  if (!isName(name)) return refused(record, 'NAME_INVALID');
  const phone = phoneNumber(phoneText);
  if (!MOBILE_OR_LANDLINE.test(phone)) return refused(record, 'PHONE_INVALID');
  const employer = employerText.trim();
  if (isLongerThan(employer, NAME_LIMIT)) return refused(record, 'EMPLOYER_INVALID');
  const insuranceNumber = numberText.trim();
  if (!isIdentifier(insuranceNumber)) return refused(record, 'INSURANCE_NUMBER_INVALID');
  const card = judgeCardNumber(cardText);
  if (!card.ok) return refused(record, 'CARD_NUMBER_INVALID');
  const openingDate = fromCompactDate(openingText.trim());
  if (openingDate === null) return refused(record, 'OPENING_DATE_INVALID');
  return {
    ok: true,
    line: record.line,
    idNumber: id.id,
    name,
    phone,
    employer,
    insuranceNumber,
    card: card.card,
    openingDate,
  };
}

function refused(record: CsvRecord, code: RegisterRefusalCode): RegisterLine {
  return { ok: false, line: record.line, code, message: REGISTER_REFUSALS[code] };
}

/** U+FFFD is what a converter leaves where it lost a character: whoever that was, it is not this name. */
function isName(name: string): boolean {
  return name !== '' && !isLongerThan(name, NAME_LIMIT) && !name.includes('\ufffd') && !name.includes('\n');
}

/** Full-width digits become ASCII; spaces, hyphens and the country code go. */
function phoneNumber(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s-]+/g, '')
    .replace(/^(?:\+|00)86/, '');
}
