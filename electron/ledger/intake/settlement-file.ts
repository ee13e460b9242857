/**
 * The settlement file of POS consumption (docs/formats.md 4). What is wrong with the file as a whole throws an
 * `IntakeRefusal` FORMAT; what is wrong with a line's amount or its parties is the service's to answer.
 */
import { fromCompactDate, fromCompactTime, type BusinessDate } from '../../contract/kernel/dates.ts';
import type { Fen } from '../../contract/kernel/money.ts';
import { ControlTotal, exactYuan, lineAmount, wholeFen, type ExactYuan } from './allocation/control-total.ts';
import type { CsvRecord } from './csv/csv-records.ts';
import { csvTable, fieldFault } from './csv/csv-table.ts';
import { CutNumbers } from './csv/cut-numbers.ts';
import type { FileNote } from '../../contract/office/office-views.ts';
import type { FileSource } from './file-source.ts';
import { cardNumberText, declaredCount, isReference, copiedText } from './text/identifier-text.ts';
import type { IntakeRefusal } from './intake-fault.ts';

export type SettlementKind = 'consumption' | 'void' | 'refund';
export type SettlementCategory = 'outpatient' | 'pharmacy' | 'inpatient';

export type SettlementHeader = {
  /** 清算文件号: 1–35 characters, unique to the file (FILE_DUPLICATE). */
  readonly batch: string;
  readonly settlementDate: BusinessDate;
  readonly declaredCount: number;
  readonly declaredNetText: string;
  /** Null when it is no whole number of fen: then TOTAL_WRONG. May be negative. */
  readonly declaredNet: Fen | null;
};

export type SettlementLine = {
  readonly line: number;
  /** 流水号: 1–35 characters. May repeat: DUPLICATE is the service's to find. */
  readonly reference: string;
  /** The terminal's own time, `YYYY-MM-DD HH:MM:SS`. */
  readonly occurredAt: string;
  readonly institution: string;
  readonly terminal: string;
  /** Normalised. */
  readonly card: string;
  readonly kind: SettlementKind;
  readonly category: SettlementCategory;
  readonly amountText: string;
  /** Null is AMOUNT_INVALID: malformed or negative. So is zero, which the service must refuse too. */
  readonly amount: Fen | null;
  /** 原流水号, null when empty. */
  readonly original: string | null;
  /** The line's columns as they stand in the file, for the answer. */
  readonly cells: readonly string[];
};

export type SettlementSummary = {
  readonly count: number;
  /** Consumption less voids and refunds over all lines whose amount is not null, exact, in fen. */
  readonly netFen: bigint;
  /** False is COUNT_WRONG. */
  readonly countHolds: boolean;
  /** False is TOTAL_WRONG. How malformed amounts count: see ControlTotal. */
  readonly netHolds: boolean;
  readonly notes: readonly FileNote[];
};

export type SettlementPart =
  | { readonly kind: 'header'; readonly header: SettlementHeader }
  | { readonly kind: 'lines'; readonly lines: readonly SettlementLine[] }
  | { readonly kind: 'summary'; readonly summary: SettlementSummary };

const HEAD = ['清算文件号', '清算日期', '笔数', '净额'];
const LINES = ['流水号', '交易时间', '机构编号', '终端号', '卡号', '交易类型', '类别', '金额', '原流水号'];
const KINDS = new Map<string, SettlementKind>([
  ['消费', 'consumption'],
  ['撤销', 'void'],
  ['退货', 'refund'],
]);
const CATEGORIES = new Map<string, SettlementCategory>([
  ['门诊', 'outpatient'],
  ['药店', 'pharmacy'],
  ['住院', 'inpatient'],
]);
/** docs/rules.md 1: they do not exist, so a file that holds one is not a settlement of this purse. */
const CASH_OR_TRANSFER = new Set(['取现', '转账']);

/** One header, batches of lines in file order, one summary. A file without any line is of the format. */
export async function* readSettlement(source: FileSource): AsyncGenerator<SettlementPart> {
  const total = new ControlTotal();
  const cut = new CutNumbers(LINES);
  let header: SettlementHeader | null = null;
  let declared: ExactYuan | null = null;
  for await (const part of csvTable(source, { head: HEAD, lines: LINES }, 'FORMAT')) {
    if (part.kind === 'lines') {
      yield { kind: 'lines', lines: part.records.map((record) => lineOf(record, total, cut)) };
      continue;
    }
    header = headerOf(part.record);
    declared = exactYuan(header.declaredNetText);
    yield { kind: 'header', header };
  }
  if (header === null || declared === null) throw new Error('a table without a head was read as a settlement');
  const countHolds = header.declaredCount === total.count;
  const summary = {
    count: total.count,
    netFen: total.wellFormedFen,
    countHolds,
    netHolds: total.isDeclaredAs(declared),
    notes: cut.notes(),
  };
  yield { kind: 'summary', summary };
}

function headerOf(record: CsvRecord): SettlementHeader {
  const [batch = '', dateText = '', countText = '', netText = ''] = record.fields;
  if (!isReference(batch)) throw fieldFault('FORMAT', HEAD, record, 0, 'identifierInvalid');
  const settlementDate = fromCompactDate(dateText);
  if (settlementDate === null) throw fieldFault('FORMAT', HEAD, record, 1, 'numberInvalid', { form: 'date' });
  const count = declaredCount(countText);
  if (count === null) throw fieldFault('FORMAT', HEAD, record, 2, 'numberInvalid', { form: 'count' });
  if (exactYuan(netText) === null) throw fieldFault('FORMAT', HEAD, record, 3, 'numberInvalid', { form: 'yuan' });
  return {
    batch: copiedText(batch),
    settlementDate,
    declaredCount: count,
    declaredNetText: netText,
    declaredNet: wholeFen(netText),
  };
}

function lineOf(record: CsvRecord, total: ControlTotal, cut: CutNumbers): SettlementLine {
  const [reference = '', time = '', institution = '', terminal = '', card = ''] = record.fields;
  const [, , , , , kindText = '', categoryText = '', amountText = '', original = ''] = record.fields;
  if (!isReference(reference)) throw fieldFault('FORMAT', LINES, record, 0, 'identifierInvalid');
  const occurredAt = fromCompactTime(time);
  if (occurredAt === null) throw fieldFault('FORMAT', LINES, record, 1, 'numberInvalid', { form: 'time' });
  const kind = KINDS.get(kindText);
  if (kind === undefined) throw kindFault(record, kindText);
  const category = CATEGORIES.get(categoryText);
  if (category === undefined)
    throw fieldFault('FORMAT', LINES, record, 6, 'valueUnknown', { allowed: [...CATEGORIES.keys()].join(' ') });
  if (original !== '' && !isReference(original)) throw fieldFault('FORMAT', LINES, record, 8, 'identifierInvalid');
  const amount = lineAmount(amountText);
  total.add(amountText, amount, kind === 'consumption' ? 1 : -1);
  cut.look(record.line, record.fields);
  return {
    line: record.line,
    reference: copiedText(reference),
    occurredAt,
    institution,
    terminal,
    card: cardNumberText(card),
    kind,
    category,
    amountText,
    amount,
    original: original === '' ? null : copiedText(original),
    cells: record.fields,
  };
}

function kindFault(record: CsvRecord, kindText: string): IntakeRefusal {
  if (CASH_OR_TRANSFER.has(kindText)) return fieldFault('FORMAT', LINES, record, 5, 'cashOrTransfer');
  return fieldFault('FORMAT', LINES, record, 5, 'valueUnknown', { allowed: [...KINDS.keys()].join(' ') });
}
