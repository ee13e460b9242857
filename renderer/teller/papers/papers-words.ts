/** The words of giving a paper again. */
import type { WordPairs } from '../../shared/words/word-pairs.ts';

export const papersWords = {
  papers: {
    explain: {
      zh: '该客户的全部单据，新的在前。用 ↑ ↓ 选择，Enter 预览，再按 Enter 打印。',
      en: 'All documents of this holder, newest first. ↑ ↓ choose, Enter previews, Enter again prints.',
    },
    nobody: {
      zh: '没有客户。按 {key} 识别客户后，这里列出其全部单据。',
      en: "No customer. Open a visit with {key}; the holder's documents are then listed here.",
    },
    empty: {
      zh: '该客户还没有单据。打印或保存的对账单、挂失申请书和回单都会列在这里。',
      en: 'No documents yet. The statements, loss forms and receipts printed or saved for this holder are listed here.',
    },
  },
} satisfies WordPairs;

declare module '../../shared/words/word-lists.ts' {
  interface WordLists {
    papers: typeof papersWords;
  }
}
