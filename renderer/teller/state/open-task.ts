/** Which task is open; the others keep what was typed in them. */
import { defineStore } from 'pinia';
import { ref } from 'vue';
import type { TaskId } from '../shell/tasks.ts';

export const useOpenTask = defineStore('openTask', () => {
  const task = ref<TaskId>('visit');
  function open(next: TaskId): void {
    task.value = next;
  }
  return { task, open };
});
