/** The page a browser would be given to print the same statement: the same texts in the same face. */
import { yuanGrouped } from '../../electron/contract/kernel/money.ts';
import type { StatementEntry } from '../../electron/contract/office/office-views.ts';
import { consumedFen, refundedFen, type StatementView } from '../../electron/ledger/statement/paper/statement-view.ts';

const STYLE = `
  @page { size: A4; margin: 12mm 14mm; }
  body { font: 7.2pt 'Noto Sans SC', sans-serif; color: #1f2937; font-variant-numeric: tabular-nums; }
  h1 { font-size: 17pt; margin: 0; }
  dl { display: grid; grid-template-columns: repeat(4, 1fr); margin: 6pt 0; }
  dt { color: #6b7280; font-size: 6.5pt; }
  dd { margin: 0; font-size: 8.5pt; }
  table { width: 100%; border-collapse: collapse; }
  th { text-align: left; font-size: 7.2pt; color: #1d4ed8; }
  td { line-height: 11pt; border-bottom: 0.3pt solid #e5e7eb; }
  .figure { text-align: right; }`;

const COLUMNS = [
  ['序号', 'No.'],
  ['日期', 'Date'],
  ['交易时间', 'Time'],
  ['类别', 'Kind'],
  ['机构', 'Place'],
  ['流水号', 'Reference'],
  ['金额', 'Amount'],
  ['余额', 'Balance'],
];

const KINDS: Readonly<Record<StatementEntry['kind'], string>> = {
  allocation: '划入 Allocation',
  consumption: '消费 Consumption',
  void: '撤销 Void',
  refund: '退货 Refund',
  interest: '利息 Interest',
  correction: '更正 Correction',
};

export function statementPage(view: StatementView): string {
  const facts: [string, string][] = [
    ['持卡人 Holder', view.holder.name],
    ['证件号码 ID', view.holder.idNumber],
    ['医保卡号 Card', view.card],
    ['账号 Account', view.accountNumber],
    ['期间 Period', `${view.period.from} – ${view.period.to}`],
    ['期初余额 Opening', yuanGrouped(view.openingFen)],
    ['期末余额 Closing', yuanGrouped(view.closingFen)],
    ['划入 Allocated', yuanGrouped(view.totals.allocation.amountFen)],
    ['消费 Consumed', yuanGrouped(consumedFen(view))],
    ['退回 Refunded', yuanGrouped(refundedFen(view))],
    ['单据号 Document', view.documentNumber],
    ['验证码 Verification code', view.verificationCode],
    ['打印时间 Issued', view.issuedAt.local],
    ['柜员 Clerk', view.clerk],
  ];
  const head = COLUMNS.map(([chinese, english]) => `<th>${chinese}<br />${english}</th>`).join('');
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8" /><title>${view.documentNumber}</title>
<style>${STYLE}</style></head><body><p>${view.office.name} ${view.office.code}</p><h1>个人账户对账单</h1><p>Account statement</p>
<dl>${facts.map(([term, value]) => `<div><dt>${term}</dt><dd>${value}</dd></div>`).join('')}</dl>
<table><thead><tr>${head}</tr></thead><tbody>${view.entries.map(row).join('\n')}</tbody></table></body></html>`;
}

function row({
  seq,
  date,
  occurredAt,
  kind,
  place,
  terminal,
  reference,
  amountFen,
  balanceFen,
  text,
}: StatementEntry): string {
  const where = [place, terminal, text].filter((part) => part !== null).join(' ');
  const figures = [amountFen, balanceFen].map((fen) => `<td class="figure">${yuanGrouped(fen)}</td>`).join('');
  return `<tr><td>${seq}</td><td>${date}</td><td>${occurredAt ?? ''}</td><td>${KINDS[kind]}</td><td>${where}</td><td>${reference}</td>${figures}</tr>`;
}
