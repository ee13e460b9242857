/** Loads the counter and its words; begun when a clerk starts to type at sign-in, so that it is there when they are in. */
import type Counter from './CounterScreen.vue';
import { addWords } from '../../shared/words/use-words.ts';

export async function openCounter(): Promise<typeof Counter> {
  const [counter, { counterWords }, { loadTasks }] = await Promise.all([
    import('./CounterScreen.vue'),
    import('./counter-words.ts'),
    import('./loaded-tasks.ts'),
    // The window shows it in any state; with the counter it is there before its key is pressed.
    import('../help/HelpBox.vue'),
  ]);
  addWords(counterWords);
  await loadTasks();
  return counter.default;
}
