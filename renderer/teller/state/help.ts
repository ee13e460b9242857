/** Which page of help lies over the window. */
import { defineStore } from 'pinia';
import { ref } from 'vue';
import type { HelpId } from '../help/help-page.ts';

export const useHelp = defineStore('help', () => {
  const shown = ref<HelpId | null>(null);

  function open(page: HelpId): void {
    shown.value = page;
  }

  function close(): void {
    shown.value = null;
  }

  return { shown, open, close };
});
