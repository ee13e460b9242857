/**
 * What makes a whole file unreadable, as a value with a place in the file. The readers are async generators, so a
 * fault leaves them as an `IntakeRefusal`: the one class that services catch around a reading loop.
 * Params never hold cell contents: a shifted column could put a name or a card number there (JR/T 0171 C2).
 */

/** FF01: an allocation file (RULES.md 6). FORMAT: every other file (FORMATS.md). FILE_UNREADABLE: the disk said no. */
export type IntakeFaultCode = 'FF01' | 'FORMAT' | 'FILE_UNREADABLE';

/** The English text of each fault; its key is the message key for the windows, `{…}` are the params. */
export const INTAKE_FAULT_MESSAGES = {
  fileUnreadable: 'the file cannot be read ({reason})',
  empty: 'the file is empty',
  wrongKind: 'this is a {kind} file, not a text file',
  utf16: 'the file is in UTF-16; save it as GB18030 or UTF-8',
  undecodable: 'the bytes {bytes} are not valid {encoding}',
  controlCharacter: 'control character {character} in the text',
  recordTooLong: 'the line is longer than {limit} characters, or a quote in it is not closed',
  quoteUnclosed: 'the quote opened here is not closed',
  quoteMisplaced: 'a quote stands inside a field that does not begin with one',
  quoteTrailing: 'after a closing quote a comma or the end of the line must follow',
  blankLine: 'a blank line between lines',
  titlesWrong: 'the title line must read {expected}',
  columnCount: 'the line has {found} columns, not {expected}',
  endMissing: 'the file ends before {missing}',
  noLines: 'the file holds no lines',
  identifierInvalid: '{field} must be 1 to 35 characters without outer spaces',
  textTooLong: '{field} is longer than {limit} characters',
  numberInvalid: '{field} must be {form}',
  valueUnknown: '{field} must be one of {allowed}',
  cashOrTransfer: 'cash and transfers do not exist for a medical account ({field})',
  xmlEncoding: 'the declared encoding {encoding} is neither UTF-8 nor GB18030',
  xmlMalformed: 'not well-formed XML ({detail})',
  xmlDoctype: 'a DOCTYPE is not allowed',
  xmlNamespace: 'the document is not pain.001.001.09 or pain.001.001.03',
  xmlElementUnexpected: 'element {element} is not allowed in {parent}',
  xmlElementTwice: 'element {element} stands twice in {parent}',
  xmlElementOrder: 'element {element} stands too late in {parent}',
  xmlElementMissing: 'element {element} is missing in {parent}',
  xmlStrayText: 'text is not allowed in {parent}',
  xmlTooDeep: 'elements are nested deeper than {limit}',
  xmlTooLong: 'a single piece of text or markup is longer than {limit} characters',
} as const;

export type IntakeFaultKey = keyof typeof INTAKE_FAULT_MESSAGES;
export type IntakeFaultParams = Readonly<Record<string, string | number>>;

/** Both count from 1; columns count characters (code points), not bytes. */
export type Position = { readonly line: number; readonly column: number };

export type IntakeFault = {
  readonly code: IntakeFaultCode;
  /** Null only for FILE_UNREADABLE, which has no place in the text. */
  readonly line: number | null;
  readonly column: number | null;
  readonly key: IntakeFaultKey;
  readonly params: IntakeFaultParams;
  /** English, with the place in front. */
  readonly message: string;
};

export class IntakeRefusal extends Error {
  readonly fault: IntakeFault;

  constructor(fault: IntakeFault) {
    super(fault.message);
    this.name = 'IntakeRefusal';
    this.fault = fault;
  }
}

/** Builds the refusal to throw; `position` null where the file has no text to point at. */
export function refusal(
  code: IntakeFaultCode,
  position: Position | null,
  key: IntakeFaultKey,
  params: IntakeFaultParams = {},
): IntakeRefusal {
  const text = INTAKE_FAULT_MESSAGES[key].replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
  const place = position === null ? '' : `line ${position.line}, column ${position.column}: `;
  return new IntakeRefusal({
    code,
    line: position?.line ?? null,
    column: position?.column ?? null,
    key,
    params,
    message: `${place}${text}`,
  });
}

/** The place of `index` in `text`, whose first character stands at `start`. */
export function positionIn(text: string, index: number, start: Position): Position {
  let { line, column } = start;
  for (const character of text.slice(0, index)) {
    line += character === '\n' ? 1 : 0;
    column = character === '\n' ? 1 : column + 1;
  }
  return { line, column };
}
