/** Loads the counter and its words; begun when a clerk starts to type at sign-in, so that it is there when they are in. */
import type Counter from './CounterDesk.vue';
import { addCounterWords } from '../../shared/words/use-words.ts';

export async function openCounter(): Promise<typeof Counter> {
  const [counter, chinese, english] = await Promise.all([
    import('./CounterDesk.vue'),
    import('../../shared/words/counter-zh-cn.ts'),
    import('../../shared/words/counter-en.ts'),
  ]);
  addCounterWords(chinese.counterChinese, english.counterEnglish);
  return counter.default;
}
