/** Announces the page of the audit record. */
import { definePage } from '../administration-page.ts';
import { auditWords } from './audit-words.ts';

export const auditPage = definePage({
  id: 'audit',
  place: 5,
  name: { zh: '审计记录', en: 'Audit record' },
  alias: ['审计', '操作日志', '操作记录', '留痕', 'log', 'audit trail', 'who did what'],
  actions: [
    {
      name: { zh: '导出审计记录', en: 'Export the audit record' },
      alias: ['导出日志', 'save the log', 'csv'],
      key: 'saveEntries',
    },
  ],
  component: () => import('./AuditPage.vue'),
  words: auditWords,
});
