/** Announces the page of designated institutions. */
import { definePage } from '../administration-page.ts';
import { institutionsWords } from './institutions-words.ts';

export const institutionsPage = definePage({
  id: 'institutions',
  place: 4,
  name: { zh: '定点机构', en: 'Institutions' },
  alias: ['医院', '药店', '终端', '停止定点', 'hospitals', 'pharmacies', 'terminals', 'designation'],
  actions: [
    {
      name: { zh: '增加定点机构', en: 'Add an institution' },
      alias: ['新增医院', '新增药店', 'new hospital', 'new pharmacy'],
      key: 'addEntry',
    },
    { name: { zh: '查找定点机构', en: 'Find an institution' }, alias: ['机构编号', 'search'], key: 'findEntries' },
  ],
  component: () => import('./InstitutionsPage.vue'),
  words: institutionsWords,
});
