/** Whether the page about this computer and its office server lies over the window. */
import { defineStore } from 'pinia';
import { ref } from 'vue';

export const useOwnServer = defineStore('ownServer', () => {
  const isShown = ref(false);

  function open(): void {
    isShown.value = true;
  }

  function close(): void {
    isShown.value = false;
  }

  return { isShown, open, close };
});
