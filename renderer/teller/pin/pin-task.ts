/** Announces the task of the card's PIN and the telephone password. */
import { defineTask, type TaskShortcuts } from '../task.ts';
import { pinWords } from './pin-words.ts';

const shortcuts = {
  pinChoice: { keys: ['1', '2', '3', '4'], name: { zh: '办理什么', en: 'What is wanted' } },
} as const satisfies TaskShortcuts;

export const pinTask = defineTask({
  id: 'pin',
  key: 'F4',
  name: { zh: '密码', en: 'Password' },
  component: () => import('./PinTask.vue'),
  words: pinWords,
  shortcuts,
  parts: ['secondPerson', 'steps', 'paper'],
  help: {
    zh: '密码由持卡人本人在客户窗口输入，这里只显示进行到哪一步。已按密码状态选好业务：未设置的首次设置，正常的修改，锁定或作废的办理忘记密码。忘记密码先挂失、再由主管授权或从授权队列取得授权（{askInQueue}）。{stepBack} 结束输入。代办人不能办理。',
    en: "The holder types in the customer's window; here one sees only how far it is. The choice fits the password's state: none is set for the first time, a good one changed, a locked or void one forgotten. A forgotten one is reported lost, then a supervisor authorises here or in the queue ({askInQueue}). {stepBack} ends the entry. An agent is refused.",
  },
});

declare module '../../shared/keyboard/shortcuts.ts' {
  interface ShortcutLists {
    pin: typeof shortcuts;
  }
}
