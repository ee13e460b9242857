/** The statement as CSV for spreadsheets: UTF-8 with byte order mark, amounts in yuan, both balances as lines of their own. */
import { yuanPlain, type Fen } from '../../../contract/kernel/money.ts';
import type { BusinessDate } from '../../../contract/kernel/dates.ts';
import type { StatementEntry } from '../../../contract/office/office-views.ts';
import { BYTE_ORDER_MARK, csvLine } from '../../paper/spreadsheet-text.ts';
import { KIND_LABELS } from './statement-labels.ts';
import { LABELS } from '../../paper/paper-labels.ts';
import { assertStatementAddsUp, type StatementView } from './statement-view.ts';

const HEADER = ['序号', '记账日期', '交易时间', '类别', '金额', '余额', '地点', '终端', '流水号', '摘要'];

/** Throws a RangeError when the view does not add up. */
export function statementCsv(view: StatementView): string {
  assertStatementAddsUp(view);
  return [
    BYTE_ORDER_MARK,
    csvLine(HEADER),
    balanceLine(view.period.from, LABELS.opening.zh, view.openingFen),
    ...view.entries.map(entryLine),
    balanceLine(view.period.to, LABELS.closing.zh, view.closingFen),
  ].join('');
}

function balanceLine(date: BusinessDate, label: string, balanceFen: Fen): string {
  return csvLine(['', date, '', label, '', yuanPlain(balanceFen), '', '', '', '']);
}

function entryLine(entry: StatementEntry): string {
  return csvLine([
    String(entry.seq),
    entry.date,
    entry.occurredAt ?? '',
    KIND_LABELS[entry.kind].zh,
    yuanPlain(entry.amountFen),
    yuanPlain(entry.balanceFen),
    entry.place ?? '',
    entry.terminal ?? '',
    entry.reference,
    entry.text ?? '',
  ]);
}
