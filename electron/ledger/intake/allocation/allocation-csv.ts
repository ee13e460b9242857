/** The allocation file as CSV (docs/formats.md 3): a head with batch, month, count and sum, then one credit a line. */
import type { AllocationHeader, AllocationLine, AllocationPart } from './allocation-part.ts';
import { ControlTotal, exactYuan, lineAmount, wholeFen, type ExactYuan } from './control-total.ts';
import type { CsvRecord } from '../csv/csv-records.ts';
import { csvTable, fieldFault } from '../csv/csv-table.ts';
import { CutNumbers } from '../csv/cut-numbers.ts';
import type { FileSource } from '../file-source.ts';
import {
  cardNumberText,
  declaredCount,
  isReference,
  isLongerThan,
  copiedText,
  NAME_LIMIT,
  residentIdText,
} from '../text/identifier-text.ts';
import { refusal } from '../intake-fault.ts';

const HEAD = ['批次号', '入账年月', '笔数', '总金额'];
const LINES = ['序号', '证件号码', '姓名', '卡号', '金额', '摘要'];
const MONTH = /^\d{4}(?:0[1-9]|1[0-2])$/;

export async function* readAllocationCsv(source: FileSource): AsyncGenerator<AllocationPart> {
  const total = new ControlTotal();
  const cut = new CutNumbers(LINES);
  let header: AllocationHeader | null = null;
  let declared: ExactYuan | null = null;
  let lastLine = 0;
  for await (const part of csvTable(source, { head: HEAD, lines: LINES }, 'FF01')) {
    if (part.kind === 'head') {
      header = headerOf(part.record);
      declared = exactYuan(header.declaredSumText ?? '');
      yield { kind: 'header', header };
      continue;
    }
    const batch = header?.batch ?? '';
    yield { kind: 'lines', lines: part.records.map((record) => lineOf(record, batch, total, cut)) };
    lastLine = part.records.at(-1)?.line ?? lastLine;
  }
  if (header === null || declared === null) throw new Error('a table without a head was read as an allocation');
  if (lastLine === 0) throw refusal('FF01', { line: 4, column: 1 }, 'noLines');
  const countHolds = header.declaredCount === total.count;
  const summary = {
    count: total.count,
    sumFen: total.wellFormedFen,
    countHolds,
    sumHolds: total.isDeclaredAs(declared),
    notes: cut.notes(),
  };
  yield { kind: 'summary', summary };
}

function headerOf(record: CsvRecord): AllocationHeader {
  const [batch = '', month = '', countText = '', sumText = ''] = record.fields;
  if (!isReference(batch)) throw fieldFault('FF01', HEAD, record, 0, 'identifierInvalid');
  if (!MONTH.test(month)) throw fieldFault('FF01', HEAD, record, 1, 'numberInvalid', { form: 'month' });
  const count = declaredCount(countText);
  if (count === null) throw fieldFault('FF01', HEAD, record, 2, 'numberInvalid', { form: 'count' });
  if (exactYuan(sumText) === null) throw fieldFault('FF01', HEAD, record, 3, 'numberInvalid', { form: 'yuan' });
  return {
    batch: copiedText(batch),
    month: `${month.slice(0, 4)}-${month.slice(4)}`,
    declaredCount: count,
    declaredCountText: countText,
    declaredSumText: sumText,
    declaredSum: wholeFen(sumText),
    form: 'csv',
    originalMessageName: 'pain.001.001.09',
  };
}

function lineOf(record: CsvRecord, batch: string, total: ControlTotal, cut: CutNumbers): AllocationLine {
  const [id = '', idNumber = '', name = '', card = '', amountText = '', text = ''] = record.fields;
  if (!isReference(id)) throw fieldFault('FF01', LINES, record, 0, 'identifierInvalid');
  if (isLongerThan(name, NAME_LIMIT)) throw fieldFault('FF01', LINES, record, 2, 'textTooLong', { limit: NAME_LIMIT });
  if (isLongerThan(text, NAME_LIMIT)) throw fieldFault('FF01', LINES, record, 5, 'textTooLong', { limit: NAME_LIMIT });
  const amount = lineAmount(amountText);
  total.add(amountText, amount);
  cut.look(record.line, record.fields);
  return {
    line: record.line,
    id: copiedText(id),
    paymentId: batch,
    idNumber: residentIdText(idNumber),
    name,
    card: cardNumberText(card),
    amountText,
    amount,
    text,
  };
}
