/** When a task comes before the clerk. */
import { nextTick, onActivated, onMounted } from 'vue';

/**
 * As a task or a part of it is made, and at each return to it. Vue tells a part that is made together with its task of
 * both, and reading twice would let the second answer disturb what the clerk began after the first.
 */
export function onEntered(enter: () => unknown): void {
  let isNew = false;
  onMounted(() => {
    isNew = true;
    void nextTick(() => (isNew = false));
    enter();
  });
  onActivated(() => {
    if (!isNew) enter();
  });
}
