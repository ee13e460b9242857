/** The words that the pages of administration share. */
import type { WordPairs } from '../../shared/words/word-pairs.ts';

export const administrationWords = {
  administration: {
    title: { zh: '系统管理', en: 'Administration' },
    pages: { zh: '系统管理的各页', en: 'Pages of administration' },
    administratorOnly: {
      zh: '系统管理由管理员办理。请管理员在自己的会话中打开。',
      en: 'Administration is for administrators only. Ask an administrator to open it in their own session.',
    },
    reason: { zh: '理由（留档）', en: 'Reason, kept on record' },
  },
} satisfies WordPairs;

declare module '../../shared/words/word-lists.ts' {
  interface WordLists {
    administration: typeof administrationWords;
  }
}
