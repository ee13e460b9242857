/** When a task comes before the clerk, and where the focus is while it still reads. */
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

/** Puts the focus at once, and anew when what was read has changed the screen, unless the clerk has moved on. */
export async function focusAround(place: () => void, read: () => Promise<unknown>): Promise<void> {
  await nextTick();
  place();
  const placed = document.activeElement;
  await read();
  await nextTick();
  const { activeElement } = document;
  if (activeElement === placed || activeElement === document.body || activeElement === null) place();
}
