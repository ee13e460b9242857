/** Help for the statement. */
import { ofPapers, ruled, type HelpPage } from '../help/help-page.ts';

export const statementHelp: HelpPage = {
  steps: [
    {
      says: {
        zh: '先按 {taskVisit} 识别客户，须出示医保卡；再按 {taskStatement}。',
        en: 'Open a visit with {taskVisit}, with the card shown; then press {taskStatement}.',
      },
    },
    {
      says: {
        zh: '按 {preset} 至 {presetLast} 选期间：本月、近三个月、本年、未打印明细、自定义日期（如 20240131）。',
        en: '{preset} to {presetLast} choose the period: this month, last three months, this year, since last print, other dates (such as 20240131).',
      },
    },
    {
      says: {
        zh: '可只选部分种类；{largeType} 大字。旁边就是要打印的单据，{previousPage}、{nextPage} 翻页。',
        en: 'Kinds of entry can be left out; {largeType} switches to large type. The document is shown exactly as it prints; {previousPage} and {nextPage} turn its pages.',
      },
    },
    {
      says: {
        zh: '{print} 打印。超过 50 页的，核对页数后再按一次确认（参数 longPrintPages）。',
        en: '{print} prints. More than 50 pages must be confirmed with a second press (setting longPrintPages).',
      },
      at: 'secondPress',
    },
    {
      says: {
        zh: '{save} 按所选格式保存：PDF、CSV、camt.053 或 JSON。',
        en: '{save} saves in the chosen format: PDF, CSV, camt.053 or JSON.',
      },
    },
    {
      says: {
        zh: '结息怎么算的：按 {interestSheet} 选定一笔结息，再按 {interestSheet} 看计算单，可打印或保存。',
        en: 'How interest was reckoned: press {interestSheet} to choose an entry of interest and {interestSheet} again for its worksheet, which can be printed or saved.',
      },
    },
    {
      says: {
        zh: '有一笔记错的：按 {correctEntry}，用 ↑ ↓ 选定，再按 {correctEntry}；写明理由，由主管授权，打印回单。',
        en: 'Where an entry is wrong, press {correctEntry}, choose it with ↑ and ↓, and press {correctEntry} again; give the reason, let a supervisor authorise it, and print the receipt.',
      },
      at: 'secondPerson',
    },
  ],
  rules: [
    ruled(1, {
      zh: '未打印明细满 60 笔，卡停止支付（参数 printGate）；打印或存为 PDF 即清除所含笔数。按种类筛选的明细和其他格式不清除。',
      en: 'At 60 unprinted entries the card stops paying (setting printGate). Printing or saving as PDF clears the entries listed; a statement of selected kinds, or another format, clears none.',
    }),
    ruled(1, {
      zh: '明细凭身份证和医保卡在网点打印。',
      en: 'A statement is printed at an office, on presentation of both the ID card and the medical card.',
    }),
    ruled(1, {
      zh: '记错的一笔按相反金额更正，记在当前营业日；原记录保留，每笔只更正一次，更正本身不再更正，余额不得低于零。',
      en: 'A wrong entry is corrected by its opposite on the present business day; the original stays, each is corrected once, a correction never, and no balance goes below zero.',
    }),
    ofPapers(4, {
      zh: '对账单户名为全名（参数 statementName 为 1），卡号脱敏。',
      en: "The holder's name is printed in full (setting statementName), the card number masked.",
    }),
  ],
  faults: [
    {
      code: 'CORRECTION_BELOW_ZERO',
      cause: { zh: '要收回的款已被消费。', en: 'What would be taken back has been spent.' },
    },
    { code: 'ENTRY_CORRECTED', cause: { zh: '这一笔以前更正过。', en: 'The entry was corrected before.' } },
    {
      code: 'ENTRY_RETURNED',
      cause: { zh: '这笔消费的款已经退回（撤销或退货）。', en: 'The payment was voided or refunded.' },
    },
    {
      code: 'CARD_REQUIRED',
      cause: { zh: '识别时没有出示医保卡。', en: 'The visit was opened without the card.' },
    },
    {
      what: { zh: '没有打印成功', en: 'The statement was not printed' },
      cause: {
        zh: '没有打印机，或打印系统未受理。',
        en: 'There is no printer, or the printing system did not accept it.',
      },
      kept: {
        zh: '单据留在打印队列，账目不变。',
        en: 'The document stays in the print queue; the books are unchanged.',
      },
      cure: {
        zh: '按 {taskPrintQueue} 换打印机再打，或保存。',
        en: 'Press {taskPrintQueue} to print it on another printer or to save it.',
      },
    },
    {
      code: 'DOCUMENT_FILTERED',
      cause: {
        zh: '只选了部分种类而存为 camt.053。',
        en: 'Only some kinds of entry were selected, and the format was camt.053.',
      },
    },
    {
      code: 'MISSING_GLYPH',
      cause: { zh: '姓名或地点含字库没有的生僻字。', en: 'A name or place contains a character that the font lacks.' },
    },
    { code: 'SAVE_FAILED', cause: { zh: '所选位置不能写入。', en: 'The chosen location cannot be written to.' } },
  ],
  near: ['visit', 'printQueue', 'documentCheck'],
};
