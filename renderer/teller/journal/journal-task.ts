/** Announces the task of the journal. */
import { defineTask, type TaskShortcuts } from '../task.ts';
import { journalWords } from './journal-words.ts';

const shortcuts = {
  searchJournal: { keys: ['Alt+S'], name: { zh: '查找流水', en: 'Search the journal' } },
} as const satisfies TaskShortcuts;

export const journalTask = defineTask({
  id: 'journal',
  key: 'F12',
  name: { zh: '流水', en: 'Journal' },
  alias: ['流水查询', '当日流水', '今日业务', '办理记录', 'today', 'what I did', 'log', 'history'],
  actions: [
    {
      name: { zh: '查找当日流水', en: "Search today's journal" },
      alias: ['查流水', 'find', 'search'],
      needs: 'nothing',
      keys: [{ shortcut: 'searchJournal' }],
    },
  ],
  component: () => import('./JournalTask.vue'),
  words: journalWords,
  shortcuts,
  parts: ['steps', 'paper'],
  help: async () => (await import('./journal-help.ts')).journalHelp,
});

declare module '../../shared/keyboard/shortcuts.ts' {
  interface ShortcutLists {
    journal: typeof shortcuts;
  }
}
