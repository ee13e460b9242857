/** Announces the page of health. */
import { definePage } from '../administration-page.ts';
import { healthWords } from './health-words.ts';

export const healthPage = definePage({
  id: 'health',
  place: 6,
  name: { zh: '运行状况', en: 'Health' },
  alias: ['备份', '磁盘', '核对账目', '版本', 'backups', 'disk', 'version', 'status'],
  actions: [
    {
      name: { zh: '核对账目', en: 'Verify the books' },
      alias: ['账目核对', '校验', 'verify', 'prove'],
      key: 'verifyBooks',
    },
  ],
  component: () => import('./HealthPage.vue'),
  words: healthWords,
});
