/** The words of the settings. */
import type { WordPairs } from '../../../shared/words/word-pairs.ts';

export const settingsWords = {
  settings: {
    title: { zh: '参数', en: 'Settings' },
    explain: {
      zh: '本网点的参数。用 ↑ ↓ 选择，Enter 查看和更改。加粗的已改过，不是默认值。',
      en: 'What this office has set. ↑ ↓ choose, Enter shows and changes one. In bold is what differs from its default.',
    },
    name: { zh: '名称', en: 'Name' },
    sentence: {
      zh: '{name} 由“{was}”改为“{value}”，立即生效，原值留档。',
      en: '{name} becomes "{value}" instead of "{was}", at once; the value before stays on record.',
    },
    newValue: { zh: '新值', en: 'New value' },
    valueMissing: { zh: '请输入新值。', en: 'Enter the new value.' },
    change: { zh: '更改参数', en: 'Change the setting' },
    changeNow: { zh: '授权更改', en: 'Authorise the change' },
    changes: { zh: '更改记录', en: 'Earlier values' },
    neverChanged: { zh: '没有更改过，一直是默认值。', en: 'It was never changed and has always had its default.' },
    changedAt: { zh: '时间', en: 'Changed' },
    was: { zh: '原值', en: 'From' },
    became: { zh: '新值', en: 'To' },
    by: { zh: '办理和授权', en: 'By' },
    byWhom: { zh: '{by} 办理，{second} 授权', en: '{by}, authorised by {second}' },
    reason: { zh: '理由', en: 'Reason' },
    same: { zh: '与现值相同。', en: 'It has this value already.' },
    changed: { zh: '{name} 已改为“{value}”。', en: '{name} is "{value}" now.' },
  },
} satisfies WordPairs;

declare module '../../../shared/words/word-lists.ts' {
  interface WordLists {
    settings: typeof settingsWords;
  }
}
