/** The words of the print preview of a paper. */
import type { WordPairs } from '../../shared/words/word-pairs.ts';

export const paperWords = {
  paper: {
    title: { zh: '单据预览', en: 'Paper' },
    size: { zh: '纸张', en: 'Paper size' },
    enlarge: { zh: '放大', en: 'Enlarge' },
    enlarged: { zh: '↑ ↓ 滚动，Esc 返回', en: '↑ ↓ scroll, Esc goes back' },
    enlargedPages: { zh: '↑ ↓ 滚动，← → 翻页，Esc 返回', en: '↑ ↓ scroll, ← → turn pages, Esc goes back' },
    a4: { zh: 'A4（两联同页）', en: 'A4, both copies' },
    a5: { zh: 'A5', en: 'A5' },
    slip: { zh: '80 毫米卷纸', en: '80 mm roll' },
    kind: {
      statement: { zh: '交易明细', en: 'Statement' },
      'loss-form': { zh: '挂失申请书', en: 'Loss form' },
      'password-receipt': { zh: '密码业务回单', en: 'Password receipt' },
      'reissue-receipt': { zh: '补卡回单', en: 'Reissue receipt' },
      'cancellation-receipt': { zh: '解除挂失回单', en: 'Cancellation receipt' },
      'take-back-receipt': { zh: '撤销误挂回单', en: 'Receipt of a report taken back' },
    },
  },
  final: {
    longPrint: {
      zh: '将打印单据 {number}，共 {pages} 页纸。',
      en: 'Document {number} is printed: {pages} pages of paper.',
    },
    longPrintName: { zh: '打印 {pages} 页', en: 'Print {pages} pages' },
  },
} satisfies WordPairs;

declare module '../../shared/words/word-lists.ts' {
  interface WordLists {
    paper: typeof paperWords;
  }
}
