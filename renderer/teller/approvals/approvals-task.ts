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
  alias: ['主管授权', '授权队列', '审批', '复核', 'second person', 'queue'],
  actions: [],
  component: () => import('./ApprovalsTask.vue'),
  words: approvalsWords,
  shortcuts,
  parts: ['steps', 'pages'],
  waiting: ({ openRequests }) => openRequests,
  help: async () => (await import('./approvals-help.ts')).approvalsHelp,
});

declare module '../../shared/keyboard/shortcuts.ts' {
  interface ShortcutLists {
    approvals: typeof shortcuts;
  }
}
