/** Announces the task of approvals. */
import { defineTask, type TaskShortcuts } from '../task.ts';
import { approvalsWords } from './approvals-words.ts';

const shortcuts = {
  approveRequest: { keys: ['Alt+Y'], name: { zh: '授权', en: 'Approve' } },
  refuseRequest: { keys: ['Alt+N'], name: { zh: '拒绝', en: 'Refuse' } },
} as const satisfies TaskShortcuts;

export const approvalsTask = defineTask({
  id: 'approvals',
  key: 'F9',
  name: { zh: '授权', en: 'Approvals' },
  component: () => import('./ApprovalsTask.vue'),
  words: approvalsWords,
  shortcuts,
  parts: ['steps', 'pages'],
  waiting: ({ openRequests }) => openRequests,
  help: {
    zh: '主管在这里处理别的柜台送来的请求：{approveRequest} 授权，{refuseRequest} 写明理由后拒绝。柜员看到自己的请求和结果；授权只对所请求的那一件事有效，用一次。',
    en: 'A supervisor decides here on requests of other counters: {approveRequest} approves, {refuseRequest} refuses with a reason. A clerk sees their own and what became of them; an approval holds for exactly what was asked, once.',
  },
});

declare module '../../shared/keyboard/shortcuts.ts' {
  interface ShortcutLists {
    approvals: typeof shortcuts;
  }
}
