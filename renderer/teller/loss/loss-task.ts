/** Announces the task of reporting a loss. */
import { defineTask, type TaskShortcuts } from '../task.ts';
import { lossWords } from './loss-words.ts';

const shortcuts = {
  lostObject: { keys: ['1', '2', '3'], name: { zh: '挂失对象', en: 'What is lost' } },
  lossKind: { keys: ['4', '5'], name: { zh: '挂失方式', en: 'How it is reported' } },
  telephone: { keys: ['Alt+T'], name: { zh: '电话挂失', en: 'By telephone' } },
  askHolder: { keys: ['Alt+H'], name: { zh: '请持卡人核对', en: 'Let the holder check it' } },
} as const satisfies TaskShortcuts;

export const lossTask = defineTask({
  id: 'loss',
  key: 'F5',
  name: { zh: '挂失', en: 'Loss' },
  component: () => import('./LossTask.vue'),
  words: lossWords,
  shortcuts,
  parts: ['secondPerson', 'steps', 'paper'],
  help: {
    zh: '先看下面一句话：从何时起止付、何时失效、何时可补卡。书面挂失打印申请书，口头挂失把编号告诉持卡人。密码挂失须主管授权。{askHolder} 在客户窗口列出挂失内容，请持卡人核对；持卡人表示有误的，直接转到撤销误挂。{telephone} 转到电话挂失，凭电话密码办理口头挂失或告知余额。',
    en: 'Read the sentence below the fields: from when debits stop, when it lapses, when a new card is due. A written report prints the form, an oral one gives the number. A lost password needs a supervisor. {askHolder} shows the holder at their window what was reported, and asks whether it is right; a no leads straight to taking it back. {telephone} turns to the telephone: with the telephone password an oral report or the balance.',
  },
});

declare module '../../shared/keyboard/shortcuts.ts' {
  interface ShortcutLists {
    loss: typeof shortcuts;
  }
}
