/** Announces the task of following up a loss report. */
import { defineTask, type TaskShortcuts } from '../task.ts';
import { followUpWords } from './follow-up-words.ts';

const shortcuts = {
  followUpAction: {
    keys: ['1', '2', '3', '4', '5', '6', '7'],
    name: { zh: '今天可以办理的', en: 'What can be done today' },
  },
  anotherReport: { keys: ['Alt+N'], name: { zh: '另一份挂失', en: 'Another report' } },
} as const satisfies TaskShortcuts;

export const followUpTask = defineTask({
  id: 'followUp',
  key: 'F6',
  name: { zh: '挂失查询与处理', en: 'Follow-up' },
  component: () => import('./FollowUpTask.vue'),
  words: followUpWords,
  shortcuts,
  parts: ['secondPerson', 'steps', 'paper'],
  help: {
    zh: '输入挂失编号（或扫描二维码）和身份证号码，查看办理记录和今天可办的事项；数字键直接办理。书面确认、撤销、补卡、设置新密码须持卡人本人在柜台前。撤销书面挂失先验证密码，再由主管授权。误挂在登记后几分钟内可以撤销：写明原因，由主管授权，不需要持卡人的密码。',
    en: 'Report number (typed or scanned) and ID number show the timeline and what can be done today; digit keys do it. Confirming, cancelling, a new card and a new password need the holder at the counter. A written report is cancelled after the password and with a supervisor. What was entered by mistake is taken back within minutes, for a reason and with a supervisor.',
  },
});

declare module '../../shared/keyboard/shortcuts.ts' {
  interface ShortcutLists {
    followUp: typeof shortcuts;
  }
}
