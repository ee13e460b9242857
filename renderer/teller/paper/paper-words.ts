/** The words of the print preview of a paper. */
import { terms } from '../../../electron/contract/messages/terms.ts';
import type { WordPairs } from '../../shared/words/word-pairs.ts';

export const paperWords = {
  paper: {
    /** Why it was not printed; an earlier version of the program kept the printing system's words, which are told no more. */
    fault: {
      'print-no-printer': terms['print-no-printer'],
      'print-no-default': terms['print-no-default'],
      'print-printer-gone': terms['print-printer-gone'],
      'print-no-paper': terms['print-no-paper'],
      'print-no-answer': terms['print-no-answer'],
      'print-refused': terms['print-refused'],
    },
    printed: { zh: '单据 {number} 已打印。', en: 'Document {number} has been printed.' },
    printedOn: {
      zh: '单据 {number} 已送打印机 {printer}。',
      en: 'Document {number} has been sent to the printer {printer}.',
    },
    printedAfter: {
      zh: '单据 {number} 已送打印机 {printer}，前面还有 {before} 份。',
      en: 'Document {number} has been sent to the printer {printer}. Papers ahead of it: {before}.',
    },
    title: { zh: '单据预览', en: 'Paper' },
    what: { zh: '单据', en: 'Paper' },
    made: { zh: '制作', en: 'Made' },
    by: { zh: '柜员 {clerk}', en: 'clerk {clerk}' },
    state: { zh: '状态', en: 'State' },
    states: {
      printed: { zh: '已打印', en: 'printed' },
      saved: { zh: '已保存，未打印', en: 'saved, not printed' },
      queued: { zh: '未打印，在打印队列', en: 'not printed, in the print queue' },
      cancelled: { zh: '已取消打印', en: 'removed from the queue' },
      never: { zh: '从未打印', en: 'never printed' },
    },
    copies: { zh: '共 {count} 份', en: '{count} copies' },
    original: { zh: '（首次打印）', en: '(original)' },
    reprint: { zh: '（补打第 {count} 份）', en: '(reprint {count})' },
    size: { zh: '纸张', en: 'Paper size' },
    enlarge: { zh: '放大', en: 'Enlarge' },
    enlarged: { zh: '↑ ↓ 滚动，Esc 返回', en: '↑ ↓ scroll, Esc goes back' },
    enlargedPages: { zh: '↑ ↓ 滚动，← → 翻页，Esc 返回', en: '↑ ↓ scroll, ← → turn pages, Esc goes back' },
    a4: { zh: 'A4（两联）', en: 'A4, two copies' },
    a5: { zh: 'A5', en: 'A5' },
    slip: { zh: '80 毫米卷纸', en: '80 mm roll' },
    kind: {
      statement: { zh: '对账单', en: 'Statement' },
      'loss-form': { zh: '挂失申请书', en: 'Loss form' },
      'password-receipt': { zh: '密码业务回单', en: 'Password receipt' },
      'reissue-receipt': { zh: '补卡业务回单', en: 'Reissue receipt' },
      'cancellation-receipt': { zh: '解除挂失回单', en: 'Cancellation receipt' },
      'take-back-receipt': { zh: '撤销误挂回单', en: 'Take-back receipt' },
      'contact-receipt': { zh: '变更联系方式回单', en: 'Contact receipt' },
      'identity-receipt': { zh: '更正登记信息回单', en: 'Correction receipt' },
      'closing-receipt': { zh: '销户回单', en: 'Closing receipt' },
      'correction-receipt': { zh: '账务更正回单', en: 'Entry correction receipt' },
    },
  },
  final: {
    longPrint: {
      zh: '将打印单据 {number}，共 {pages} 页纸。',
      en: 'Document {number} will be printed: {pages} pages.',
    },
    longPrintName: { zh: '打印 {pages} 页', en: 'Print {pages} pages' },
  },
} satisfies WordPairs;

declare module '../../shared/words/word-lists.ts' {
  interface WordLists {
    paper: typeof paperWords;
  }
}
