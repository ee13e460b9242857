/** The words every window has: the program, and what its shared components say. */
import type { WordPairs } from './word-pairs.ts';

export const sharedWords = {
  app: {
    name: { zh: '医保卡柜台', en: 'Medicard Counter' },
    language: { zh: 'English', en: '中文' },
  },
  secondPress: {
    title: { zh: '请核对后再确认', en: 'Check, then confirm' },
    back: { zh: '先不办', en: 'Go back' },
  },
  common: {
    close: { zh: '关闭', en: 'Close' },
    cancel: { zh: '取消', en: 'Cancel' },
    required: { zh: '请填写此栏。', en: 'Fill in this field.' },
    choose: { zh: '请选择一项。', en: 'Choose one.' },
  },
  pages: {
    label: { zh: '分页', en: 'Pages' },
    labelOf: { zh: '{list}的分页', en: 'Pages of: {list}' },
    previous: { zh: '上一页', en: 'Previous page' },
    next: { zh: '下一页', en: 'Next page' },
    position: { zh: '第 {page} / {pages} 页', en: 'Page {page} of {pages}' },
  },
} satisfies WordPairs;
