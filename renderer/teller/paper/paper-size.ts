/** Which paper receipts go to at this counter, remembered while the window is open. */
import { ref } from 'vue';
import type { Paper } from '../../../electron/contract/kernel/vocabulary.ts';

export const paperSizes: readonly Paper[] = ['a4', 'slip'];
export const receiptPaper = ref<Paper>('a4');
