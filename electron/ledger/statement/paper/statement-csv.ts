/** The statement as CSV for spreadsheets: UTF-8 with byte order mark, amounts in yuan, both balances as lines of their own. */
import { yuanPlain, type Fen } from '../../../contract/kernel/money.ts';
import type { BusinessDate } from '../../../contract/kernel/dates.ts';
import type { StatementEntry } from '../../../contract/office/office-views.ts';
import { BYTE_ORDER_MARK, csvLine } from '../../paper/spreadsheet-text.ts';
import { KIND_LABELS, LABELS } from '../../paper/paper-labels.ts';
import { assertStatementAddsUp, type StatementView } from './statement-view.ts';

/** The first ten are the entry's; the others tell whose statement a line is, wherever the line ends up. */
const HEADER = [
  ...['序号', '记账日期', '交易时间', '类别', '金额', '余额', '地点', '终端', '流水号', '摘要'],
  ...['批次号', '凭证编号', '网点', '账户', '医保卡号', '期间起', '期间止'],
];

/** Throws a RangeError when the view does not add up. */
export function statementCsv(view: StatementView): string {
  assertStatementAddsUp(view);
  const { office, period } = view;
  const whose = [view.documentNumber, `${office.code} ${office.name}`, view.accountNumber, view.card];
  const last = [...whose, period.from, period.to];
  return [
    BYTE_ORDER_MARK,
    csvLine(HEADER),
    csvLine([...balanceCells(period.from, LABELS.opening.zh, view.openingFen), '', ...last]),
    ...view.entries.map((entry) => csvLine([...entryCells(entry), entry.batch ?? '', ...last])),
    csvLine([...balanceCells(period.to, LABELS.closing.zh, view.closingFen), '', ...last]),
  ].join('');
}

function balanceCells(date: BusinessDate, label: string, balanceFen: Fen): readonly string[] {
  return ['', date, '', label, '', yuanPlain(balanceFen), '', '', '', ''];
}

function entryCells(entry: StatementEntry): readonly string[] {
  return [
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
  ];
}
