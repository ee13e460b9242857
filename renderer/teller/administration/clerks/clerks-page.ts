/** Announces the page of clerks. */
import { definePage } from '../administration-page.ts';
import { clerksWords } from './clerks-words.ts';

export const clerksPage = definePage({
  id: 'clerks',
  place: 2,
  name: { zh: '柜员', en: 'Clerks' },
  alias: ['柜员管理', '一次性密码', '停用柜员', '解锁柜员', 'users', 'staff', 'one-time password'],
  actions: [
    {
      name: { zh: '增加柜员', en: 'Add a clerk' },
      alias: ['新柜员', '新员工', 'new clerk', 'add user'],
      key: 'addEntry',
    },
  ],
  component: () => import('./ClerksPage.vue'),
  words: clerksWords,
});
