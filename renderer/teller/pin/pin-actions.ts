/** What Ctrl+K offers of the PIN, in the order of the keys 1 to 4, and why one of them does not fit the card's state. */
import type { WordPair } from '../../../electron/contract/messages/word-pair.ts';
import type { Visit } from '../../../electron/contract/office/office-views.ts';
import type { PinState } from '../../../electron/contract/kernel/vocabulary.ts';
import type { TaskAction } from '../task.ts';
import { isPossible, pinChoices, type PinChoice } from './pin-choice.ts';

const NAMES: Readonly<Record<PinChoice, Pick<TaskAction, 'name' | 'alias'>>> = {
  first: { name: { zh: '首次设置密码', en: 'Set the first password' }, alias: ['新卡密码', 'new PIN', 'first PIN'] },
  change: { name: { zh: '修改密码', en: "Change the card's password" }, alias: ['改密', '换密码', 'change PIN'] },
  forgotten: {
    name: { zh: '忘记密码', en: 'Forgotten password' },
    alias: ['密码重置', '密码锁定', '重设密码', '忘密', 'reset PIN', 'locked PIN', 'forgotten PIN'],
  },
  telephone: { name: { zh: '设置电话密码', en: 'Set the telephone password' }, alias: ['电话银行', 'phone password'] },
};

const WHY_NOT: Readonly<Record<PinState, WordPair>> = {
  none: { zh: '此卡还没有密码，请办理首次设置密码。', en: 'The card has no password yet: set the first password.' },
  set: {
    zh: '此卡已有密码，请办理修改密码或忘记密码。',
    en: 'The card has a password: change it, or reset it as a forgotten password.',
  },
  locked: { zh: '密码已锁定，请办理忘记密码。', en: 'The password is locked: reset it as a forgotten password.' },
  void: {
    zh: '密码已挂失作废，请办理忘记密码。',
    en: 'The password was reported lost and is void: reset it as a forgotten password.',
  },
};

export const pinActions: readonly TaskAction[] = pinChoices.map((choice, index) => ({
  ...NAMES[choice],
  needs: 'holder',
  forbidden: (visit: Visit) => (isPossible(choice, visit) ? null : WHY_NOT[visit.pinState]),
  keys: [{ shortcut: 'pinChoice', index }],
}));
