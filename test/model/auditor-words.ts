/** What the auditor writes down. Its own words: nothing here comes from the code under test. */

export interface RegisterLine {
  readonly idNumber: string;
  readonly name: string;
  readonly phone: string;
  readonly employer: string;
  readonly insurance: string;
  readonly card: string;
  readonly opened: string;
  /** What is wrong with the line by itself, as whoever wrote it knows; null when nothing is. */
  readonly fault: string | null;
}

export interface AllocationLine {
  readonly id: string;
  readonly idNumber: string;
  readonly name: string;
  readonly card: string;
  readonly amount: string;
}

export interface SettlementLine {
  readonly reference: string;
  readonly institution: string;
  readonly terminal: string;
  readonly card: string;
  readonly kind: 'consumption' | 'void' | 'refund';
  readonly amount: string;
  readonly original: string;
}

/** A batch file as its sender means it. */
export interface Sent<Line> {
  readonly form: 'csv' | 'xml';
  readonly batch: string;
  readonly count: number;
  readonly sumFen: number;
  readonly lines: readonly Line[];
  /** The sender broke the form itself. */
  readonly broken: boolean;
}

export interface Institution {
  readonly code: string;
  readonly name: string;
  readonly terminals: readonly string[];
}

export interface FileVerdict {
  readonly posted: boolean;
  readonly fileReason: string | null;
  readonly accepted: number;
  readonly amountFen: number;
  /** Place in the file, identifier, reason. */
  readonly refused: readonly (readonly [number, string, string])[];
}

/** The line of a file that an entry comes from. */
export interface Source {
  /** Null for a payment, whose reference is the terminal's own and the only one. */
  readonly batch: string | null;
  readonly reference: string;
  readonly institution: string | null;
}

export interface Entry extends Source {
  readonly seq: number;
  readonly date: string;
  readonly kind: string;
  readonly amountFen: number;
  readonly balanceFen: number;
}

export interface Account {
  readonly number: string;
  readonly card: string;
  readonly idNumber: string;
  readonly name: string;
  readonly entries: Entry[];
  readonly printed: Set<number>;
}

/**
 * An amount in yuan as docs/rules.md 6 allows it, in fen; null for anything else. XML writes decimals of its own,
 * without commas.
 */
export function fenOf(text: string, form: 'csv' | 'xml'): number | null {
  if (form === 'xml') return decimalFen(text);
  const grouped = /^\d{1,3}(,\d{3})+(\.\d\d?)?$/.test(text);
  if (!grouped && !/^\d+(\.\d\d?)?$/.test(text)) return null;
  const [whole = '', decimals = ''] = text.replaceAll(',', '').split('.');
  return Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
}

function decimalFen(text: string): number | null {
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(text)) return null;
  const fen = Number(text) * 100;
  return Math.abs(fen - Math.round(fen)) > 1e-6 || fen < 0 ? null : Math.abs(Math.round(fen));
}

/** The name as the sender means it: any dot is the middle dot, blanks beside Han characters and case mean nothing. */
export function meant(name: string): string {
  return Array.from(name.replaceAll('\ue863', '䶮'), (each) => ('•・．‧･∙⋅﹒.'.includes(each) ? '·' : each))
    .join('')
    .replaceAll(/[ \u3000]/g, '')
    .toLowerCase();
}

export function nextDay(date: string): string {
  const at = new Date(`${date}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + 1);
  return at.toISOString().slice(0, 10);
}
