/** The words of the statement. */
import { terms } from '../../../electron/contract/messages/terms.ts';
import type { WordPairs } from '../../shared/words/word-pairs.ts';

export const statementWords = {
  statement: {
    title: { zh: '交易明细', en: 'Statement' },
    period: { zh: '期间', en: 'Period' },
    thisMonth: { zh: '本月', en: 'This month' },
    lastThreeMonths: { zh: '近三个月', en: 'Last 3 months' },
    thisYear: { zh: '本年', en: 'This year' },
    sinceLastPrint: { zh: '未打印明细', en: 'Since last print' },
    ownDates: { zh: '自定义日期', en: 'Other dates' },
    nothingUnprinted: { zh: '全部已打印', en: 'nothing unprinted' },
    from: { zh: '从', en: 'From' },
    to: { zh: '到', en: 'To' },
    dateWrong: { zh: '日期不存在，例如 20240131', en: 'No such date; enter it as in 20240131' },
    dateOrder: { zh: '开始日期晚于结束日期', en: 'The first date is after the last' },
    kinds: { zh: '种类', en: 'Kinds' },
    kind: {
      allocation: { zh: '划入', en: 'Allocation' },
      consumption: { zh: '消费', en: 'Consumption' },
      void: { zh: '撤销', en: 'Void' },
      refund: { zh: '退货', en: 'Refund' },
      interest: { zh: '结息', en: 'Interest' },
      correction: { zh: '更正', en: 'Correction' },
    },
    oneKind: { zh: '至少选一种。', en: 'Choose at least one kind.' },
    largeType: { zh: '大字', en: 'Large type' },
    preparing: { zh: '正在生成…', en: 'Preparing…' },
    preview: { zh: '打印预览', en: 'Print preview' },
    previewPage: { zh: '预览第 {page} 页，共 {pages} 页', en: 'Preview, page {page} of {pages}' },
    totals: { zh: '合计（元）', en: 'Totals (yuan)' },
    opening: { zh: '期初余额', en: 'Opening balance' },
    closing: { zh: '期末余额', en: 'Closing balance' },
    allocated: { zh: '划入', en: 'Allocated' },
    consumed: { zh: '消费', en: 'Consumed' },
    refunded: { zh: '撤销和退货', en: 'Voids and refunds' },
    interest: { zh: '结息', en: 'Interest' },
    lines: { zh: '明细', en: 'Lines' },
    linesCaption: { zh: '{from} 至 {to} 的交易，共 {count} 笔', en: 'Entries from {from} to {to}, {count} in all' },
    date: { zh: '日期', en: 'Date' },
    kindColumn: { zh: '种类', en: 'Kind' },
    place: { zh: '地点', en: 'Place' },
    amount: { zh: '金额', en: 'Amount' },
    balance: { zh: '余额', en: 'Balance' },
    noLines: { zh: '此期间没有交易。', en: 'No entries in this period.' },
    clears: {
      zh: '打印或存为 PDF 将清除 {clears} 笔未打印（共 {unprinted} 笔）。',
      en: 'Printing or saving as PDF clears {clears} of {unprinted} unprinted entries.',
    },
    clearsNone: {
      zh: '按种类筛选的明细不清除未打印笔数（共 {unprinted} 笔）。',
      en: 'A statement filtered by kind clears none of the {unprinted} unprinted entries.',
    },
    clearsOutside: {
      zh: '此期间不含未打印的交易（共 {unprinted} 笔未打印）。',
      en: 'This period contains none of the {unprinted} unprinted entries.',
    },
    clearsNothing: { zh: '没有未打印的交易要清除。', en: 'No unprinted entries to clear.' },
    nameMasked: {
      zh: '字库缺少姓名中的字，对账单户名只印姓氏和星号。请告知持卡人；须全名证明的，报告主管。',
      en: 'The font lacks a character of the name, so the statement shows the surname and an asterisk. Tell the holder; if the full name is needed, ask a supervisor.',
    },
    documentNumber: { zh: '凭证编号 {number}', en: 'Document {number}' },
    print: { zh: '打印', en: 'Print' },
    save: { zh: '保存', en: 'Save' },
    format: { zh: '保存格式', en: 'Format to save' },
    formats: {
      pdf: { zh: 'PDF', en: 'PDF' },
      csv: { zh: 'CSV', en: 'CSV' },
      camt053: { zh: 'camt.053', en: 'camt.053' },
      json: { zh: 'JSON', en: 'JSON' },
    },
    queued: {
      zh: '没有打印成功（{failure}），单据 {number} 已留在打印队列（{key}），可再打印或保存。',
      en: 'Not printed: {failure}. Document {number} is in the print queue ({key}); print it again or save it there.',
    },
    noPrinter: terms['print-no-printer'],
    saved: { zh: '已保存：{fileName}。', en: 'Saved: {fileName}.' },
    notSaved: { zh: '没有保存：对话框已关闭。', en: 'Not saved: the dialog was closed.' },
    needCard: {
      zh: '本次办理没有出示医保卡，不能打印明细。请持卡人带卡再来；挂失按 {key}。',
      en: 'This visit was opened without the medical card, so no statement can be printed. Ask the holder to come back with the card; {key} reports it lost.',
    },
    needVisit: {
      zh: '要打印明细，请先按 {key} 识别客户。',
      en: 'To print a statement, open a visit with {key} first.',
    },
    corrects: { zh: '更正 {date} 第 {seq} 笔', en: 'corrects entry {seq} of {date}' },
    chooseLine: {
      zh: '用 ↑ ↓ 选定要更正的一笔，再按 {key}。',
      en: 'Choose the entry to be corrected with ↑ and ↓, then press {key} again.',
    },
    chooseInterest: {
      zh: '已选最近一笔结息；用 ↑ ↓ 可另选，再按 {key} 看计算单。',
      en: 'The newest interest is chosen; ↑ and ↓ choose another. Press {key} again for its worksheet.',
    },
    noInterest: { zh: '此期间没有结息。', en: 'There is no interest in this period.' },
    sheet: { zh: '结息计算单', en: 'Interest worksheet' },
    sheetPeriod: { zh: '结息期', en: 'Period' },
    sheetDemand: { zh: '当年资金结息（元）', en: "Of the current year's balance (yuan)" },
    sheetCarryOver: { zh: '历年结转结息（元）', en: 'Of the carry-over (yuan)' },
    sheetAmount: { zh: '入账金额（元）', en: 'Booked (yuan)' },
    sheetPrinted: { zh: '计算单已交打印机。', en: 'The worksheet was sent to the printer.' },
    correction: { zh: '账务更正', en: 'Correct an entry' },
    correctionReason: { zh: '更正理由', en: 'Reason for the correction' },
    correctionHint: {
      zh: '如：医保部门重复划入；理由记录在案并印在回单上。',
      en: 'Such as: allocated twice by the department. It goes on record and on the receipt.',
    },
    toSecond: { zh: '请主管授权', en: 'Ask a supervisor' },
    secondCorrection: {
      zh: '主管核对原记账凭证和更正理由，在此授权。',
      en: 'The supervisor checks the record of the entry and the reason, and authorises here.',
    },
    correctNow: { zh: '授权并更正', en: 'Authorise and correct' },
    corrected: {
      zh: '已更正，记在当前营业日。请打印回单交客户签字。',
      en: 'Corrected on the present business day. Print the receipt for the customer to sign.',
    },
    toStatement: { zh: '返回明细', en: 'Back to the statement' },
  },
  final: {
    entryCorrection: {
      zh: '{name}（卡 {card}）第 {seq} 笔（{date} {kind} {amount} 元）将更正：今日记入 {opposite} 元，余额变为 {balance} 元。原记录保留，不能再次更正。',
      en: 'Entry {seq} of {name}, card {card} ({date}, {kind}, {amount} yuan) will be corrected: {opposite} yuan is posted today and the balance becomes {balance} yuan. The original stays and cannot be corrected again.',
    },
  },
} satisfies WordPairs;

declare module '../../shared/words/word-lists.ts' {
  interface WordLists {
    statement: typeof statementWords;
  }
}
