/** What calls a clerk whose request was decided. */
import type { WordPairs } from '../../shared/words/word-pairs.ts';

export const decisionWords = {
  decision: {
    approved: {
      zh: '{by} 已授权：{what}{who}，{until} 前有效。按 {key} 去办理。',
      en: 'Approved by {by}: {what}{who}, valid until {until}. {key} leads there.',
    },
    over: {
      zh: '{by} 曾授权：{what}{who}，已于 {until} 过期，须重新申请。按 {key} 查看。',
      en: '{by} had approved {what}{who}, and it ran out at {until}: ask again. {key} shows it.',
    },
    refused: {
      zh: '{by} 已拒绝：{what}{who}，理由：{reason}。什么都没有改变。按 {key} 查看。',
      en: 'Refused by {by}: {what}{who}; reason: {reason}. Nothing was changed. {key} shows it.',
    },
    who: { zh: '（{name}，卡 {card}）', en: ' for {name} (card {card})' },
    more: { zh: '另有 {count} 项结果。', en: ' {count} more were decided.' },
    marker: { zh: '授权结果（{count}）', en: 'Decided ({count})' },
  },
  shortcut: {
    decision: { zh: '去看授权结果', en: 'What was decided for you' },
  },
} satisfies WordPairs;

declare module '../../shared/words/word-lists.ts' {
  interface WordLists {
    decision: typeof decisionWords;
  }
}
