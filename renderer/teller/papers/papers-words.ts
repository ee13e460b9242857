/** The words of giving a paper again. */
import type { WordPairs } from '../../shared/words/word-pairs.ts';

export const papersWords = {
  papers: {
    explain: {
      zh: '该客户的全部单据，新的在前。用 ↑ ↓ 选择，Enter 预览，再按 Enter 打印。',
      en: 'Every paper of this holder, newest first. ↑ ↓ choose, Enter shows one, Enter again prints it.',
    },
    nobody: {
      zh: '没有客户。按 {key} 识别客户后，这里列出其全部单据。',
      en: 'Nobody is at the counter. {key} opens a visit; the papers of its holder come here.',
    },
    empty: {
      zh: '该客户还没有单据。打印或保存的对账单、挂失申请书和回单都会列在这里。',
      en: 'No paper was made for this holder yet. Statements, loss forms and receipts come here.',
    },
  },
} satisfies WordPairs;

declare module '../../shared/words/word-lists.ts' {
  interface WordLists {
    papers: typeof papersWords;
  }
}
