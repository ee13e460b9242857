/** What Ctrl+K offers of a report of the holder at the counter; what can be done today the report itself says. */
import type { WordPair } from '../../../electron/contract/messages/word-pair.ts';
import type { Visit } from '../../../electron/contract/office/office-views.ts';
import type { TaskAction } from '../task.ts';
import { followUpActions, type FollowUpAction } from './follow-up-actions.ts';

const NO_REPORT: WordPair = {
  zh: '当前客户的卡没有未办结的挂失。',
  en: "This customer's card has no open loss report.",
};
const NOT_ORAL: WordPair = {
  zh: '当前客户的卡没有待书面确认的口头挂失。',
  en: "This customer's card has no oral report to be confirmed.",
};
const NOT_FORMAL: WordPair = {
  zh: '补卡须先书面挂失；当前客户的卡没有书面挂失。',
  en: "A new card requires a written report; this customer's card has none.",
};
const NOT_VOID: WordPair = {
  zh: '当前客户的密码没有挂失；忘记密码请按“忘记密码”办理。',
  en: "This customer's password has not been reported lost; for a forgotten password use that service.",
};

function act(action: FollowUpAction, needs: TaskAction['needs'], more: Omit<TaskAction, 'needs' | 'keys'>): TaskAction {
  return { ...more, needs, keys: [{ shortcut: 'followUpAction', index: followUpActions.indexOf(action) }] };
}

const hasLoss = ({ cardLoss }: Visit): WordPair | null => (cardLoss === null ? NO_REPORT : null);

export const followUpTaskActions: readonly TaskAction[] = [
  act('confirm', 'visit', {
    name: { zh: '口头挂失转书面', en: 'Confirm an oral report in writing' },
    alias: ['书面确认', 'confirm'],
    forbidden: ({ cardLoss }) => (cardLoss?.kind === 'oral' ? null : NOT_ORAL),
  }),
  act('cancel', 'holder', {
    name: { zh: '解除挂失（解挂）', en: 'Cancel a loss report' },
    alias: ['解挂', '撤销挂失', '卡找到了', 'cancel', 'found'],
    forbidden: hasLoss,
  }),
  act('reissue', 'holder', {
    name: { zh: '补卡', en: 'Issue a new card' },
    alias: ['补发新卡', '换卡', '新卡', 'reissue', 'replacement'],
    forbidden: ({ cardLoss }) => (cardLoss?.kind === 'formal' ? null : NOT_FORMAL),
  }),
  act('renew-password', 'holder', {
    name: { zh: '密码挂失后设置新密码', en: 'Set a new password after a loss report' },
    alias: ['重置密码', 'renew PIN'],
    forbidden: ({ pinState }) => (pinState === 'void' ? null : NOT_VOID),
  }),
  act('take-back', 'nothing', {
    name: { zh: '撤销误挂', en: 'Take back a report made by mistake' },
    alias: ['挂错', '误操作', 'undo', 'mistake'],
  }),
  act('add-reference', 'nothing', {
    name: { zh: '记入医保确认号', en: 'Add department number' },
    alias: ['社保确认号', 'confirmation number', 'reference'],
  }),
  act('correct-reference', 'nothing', {
    name: { zh: '更正医保确认号', en: 'Correct department number' },
    alias: ['改确认号', 'wrong number'],
  }),
];
