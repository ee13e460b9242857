/** Announces the task of opening a visit. */
import { defineTask, type TaskShortcuts } from '../task.ts';
import { visitWords } from './visit-words.ts';

const shortcuts = {
  agent: { keys: ['Alt+A'], name: { zh: '代办人', en: 'Agent' } },
  cardLost: { keys: ['Alt+K'], name: { zh: '卡已丢失', en: 'The card is lost' } },
  networkCheck: { keys: ['1', '2', '3', '4'], name: { zh: '联网核查结果', en: 'Outcome of the network check' } },
} as const satisfies TaskShortcuts;

export const visitTask = defineTask({
  id: 'visit',
  key: 'F2',
  name: { zh: '客户识别', en: 'Visit' },
  component: () => import('./VisitTask.vue'),
  words: visitWords,
  shortcuts,
  parts: [],
  help: {
    zh: '刷或输入身份证、医保卡，边输边判断真伪。按 {networkCheck} 至 {networkCheckLast} 记下联网核查结果。姓名不符或号码不存在时登记第二种证件，不因此拒绝。卡已丢失的按 {cardLost}，改用登记的姓名和手机号。{agent} 登记代办人；未满 16 周岁须由监护人带户口簿。身份证与卡不符会被记录，短时间内多次不符会锁定柜员。',
    en: 'Read or type ID card and medical card; the verdict appears while typing. Keys {networkCheck} to {networkCheckLast} record the network check. A different name or unknown number asks for a second document and refuses nothing. With a lost card {cardLost} takes the name and phone on file. {agent} records an agent; under 16 it is a guardian with the household register. A pair that does not belong together is recorded, and several in a short time lock the clerk.',
  },
});

declare module '../../shared/keyboard/shortcuts.ts' {
  interface ShortcutLists {
    visit: typeof shortcuts;
  }
}
