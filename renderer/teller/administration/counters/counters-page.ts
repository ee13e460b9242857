/** Announces the page of counters. */
import { definePage } from '../administration-page.ts';
import { countersWords } from './counters-words.ts';

export const countersPage = definePage({
  id: 'counters',
  place: 1,
  name: { zh: '柜台', en: 'Counters' },
  alias: ['柜台管理', '加入码', '注销柜台', 'joining code'],
  actions: [
    {
      name: { zh: '增加柜台（加入码）', en: 'Add a counter (joining code)' },
      alias: ['新柜台', '接入电脑', 'enrol', 'join'],
      key: 'addEntry',
    },
  ],
  component: () => import('./CountersPage.vue'),
  words: countersWords,
});
