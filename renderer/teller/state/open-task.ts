/** Which task is open; the others keep what was typed in them. */
import { defineStore } from 'pinia';
import { ref } from 'vue';

export type TaskId = 'visit' | 'statement' | 'monthEnd' | 'printQueue' | 'documentCheck';

export const useOpenTask = defineStore('openTask', () => {
  const task = ref<TaskId>('visit');
  function open(next: TaskId): void {
    task.value = next;
  }
  return { task, open };
});
