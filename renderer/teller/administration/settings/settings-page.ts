/** Announces the page of settings. */
import { definePage } from '../administration-page.ts';
import { settingsWords } from './settings-words.ts';

export const settingsPage = definePage({
  id: 'settings',
  place: 3,
  name: { zh: '参数', en: 'Settings' },
  alias: ['参数设置', '系统参数', 'parameters', 'options'],
  actions: [],
  component: () => import('./SettingsPage.vue'),
  words: settingsWords,
});
