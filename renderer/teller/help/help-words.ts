/** The words around a page of help; they come with the first screen, for F1 helps there too. */
import type { WordPairs } from '../../shared/words/word-pairs.ts';

export const helpWords = {
  help: {
    title: { zh: '帮助', en: 'Help' },
    steps: { zh: '操作步骤', en: 'Steps' },
    here: { zh: '← 现在这一步', en: '← you are here' },
    rules: { zh: '规定和依据', en: 'Rules and sources' },
    source: { zh: '依据：{source}', en: 'Source: {source}' },
    faults: { zh: '异常处理', en: 'If something goes wrong' },
    cause: { zh: '原因', en: 'Cause' },
    kept: { zh: '保留', en: 'Kept' },
    cure: { zh: '处理', en: 'What to do' },
    near: { zh: '相关帮助', en: 'Related help' },
    hint: { zh: '↑ ↓、PageDown 滚动，Esc 返回原处', en: '↑ ↓ and PageDown scroll, Esc goes back' },
  },
} satisfies WordPairs;

declare module '../../shared/words/word-lists.ts' {
  interface WordLists {
    help: typeof helpWords;
  }
}
