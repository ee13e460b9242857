/** When a task comes before the clerk. */
import { nextTick, onActivated, onDeactivated, onMounted, watch } from 'vue';
import { useOpenTask } from './state/open-task.ts';

/**
 * As a task or a part of it is made, and at each return to it. Vue tells a part that is made together with its task of
 * both, and reading twice would let the second answer disturb what the clerk began after the first. A task that is open
 * already and is handed something comes before the clerk once more.
 */
export function onEntered(enter: () => unknown): void {
  const openTask = useOpenTask();
  let isNew = false;
  let isShown = false;
  onMounted(() => {
    isNew = true;
    isShown = true;
    void nextTick(() => (isNew = false));
    enter();
  });
  onActivated(() => {
    isShown = true;
    if (!isNew) enter();
  });
  onDeactivated(() => (isShown = false));
  watch(
    () => ({ subject: openTask.subject, task: openTask.task }),
    ({ subject, task }, before) => {
      if (isShown && subject !== null && task === before.task) enter();
    },
  );
}
