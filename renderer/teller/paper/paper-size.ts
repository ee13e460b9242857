/** Which paper receipts go to at this counter, remembered while the window is open. */
import { ref } from 'vue';
import type { Paper } from '../../../electron/contract/kernel/vocabulary.ts';

export const paperSizes: readonly Paper[] = ['a5', 'slip', 'a4'];

/** Null until a clerk chose one: the office's own. */
export const receiptPaper = ref<Paper | null>(null);

export function nextPaper(now: Paper): Paper {
  return paperSizes[(paperSizes.indexOf(now) + 1) % paperSizes.length] ?? now;
}
