/** What calls a clerk whose request was decided. */
import type { WordPairs } from '../../shared/words/word-pairs.ts';

export const decisionWords = {
  decision: {
    approved: {
      zh: '{by} 已授权：{what}{who}，{until} 前有效。按 {key} 去办理。',
      en: 'Approved by {by}: {what}{who}, valid until {until}. Press {key} to continue.',
    },
    over: {
      zh: '{by} 曾授权：{what}{who}，已于 {until} 过期，须重新申请。按 {key} 查看。',
      en: '{by} approved {what}{who}, but the approval expired at {until}; request it again. {key} shows it.',
    },
    refused: {
      zh: '{by} 已拒绝：{what}{who}，理由：{reason}。未作任何改动。按 {key} 查看。',
      en: 'Refused by {by}: {what}{who}; reason: {reason}. Nothing has changed. {key} shows it.',
    },
    who: { zh: '（{name}，卡 {card}）', en: ' for {name} (card {card})' },
    more: { zh: '另有 {count} 项结果。', en: ' More decisions: {count}.' },
    marker: { zh: '授权结果（{count}）', en: 'Decisions ({count})' },
  },
  arrived: {
    told: {
      zh: '新的授权请求：{by}，{what}{who}。按 {key} 处理。',
      en: 'A new request of {by}: {what}{who}. {key} leads there.',
    },
  },
  shortcut: {
    decision: { zh: '去看授权结果', en: 'Show the decision' },
  },
} satisfies WordPairs;

declare module '../../shared/words/word-lists.ts' {
  interface WordLists {
    decision: typeof decisionWords;
  }
}
