/** Announces the task of the holder's data. */
import type { WordPair } from '../../../electron/contract/messages/word-pair.ts';
import type { Visit } from '../../../electron/contract/office/office-views.ts';
import { defineTask, type TaskAction, type TaskShortcuts } from '../task.ts';
import { holderDataActs, type HolderDataAct } from './holder-data-acts.ts';
import { holderDataWords } from './holder-data-words.ts';

const shortcuts = {
  holderDataAct: { keys: ['1', '2', '3'], name: { zh: '办理事项', en: 'What is to be done' } },
} as const satisfies TaskShortcuts;

const ALIAS: Readonly<Record<HolderDataAct, readonly string[]>> = {
  contact: ['换手机号', '改电话', '改地址', 'phone', 'address', 'contact'],
  correct: ['改名', '身份证号错', '性别', 'name', 'ID number', 'mistake in the register'],
  close: ['注销账户', '退保', 'close', 'end the account'],
};

const closed = ({ accountStatus }: Visit): WordPair | null =>
  accountStatus === 'closed' ? { zh: '该账户已销户。', en: 'This account is closed.' } : null;

const actions = holderDataActs.map((act, index): TaskAction => ({
  name: holderDataWords.holderData.act[act],
  alias: ALIAS[act],
  needs: 'holder',
  forbidden: closed,
  keys: [{ shortcut: 'holderDataAct', index }],
}));

export const holderDataTask = defineTask({
  id: 'holderData',
  key: 'Alt+D',
  name: { zh: '持卡人资料', en: "Holder's data" },
  alias: ['客户资料', '变更', '销户', '联系方式', 'details', 'contact', 'close'],
  actions,
  component: () => import('./HolderDataTask.vue'),
  words: holderDataWords,
  shortcuts,
  parts: ['secondPerson', 'steps', 'paper'],
  help: async () => (await import('./holder-data-help.ts')).holderDataHelp,
});

declare module '../../shared/keyboard/shortcuts.ts' {
  interface ShortcutLists {
    holderData: typeof shortcuts;
  }
}
