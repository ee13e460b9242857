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

/** Nobody hears a key: what had the focus is gone, or can be chosen no more. */
export function focusIsLost(): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body || activeElement.matches(':disabled');
}

/**
 * Puts the focus at once, and anew when what was read has taken its place away or there was none before. Whoever types
 * in a place, or has gone to another, is left alone.
 */
export async function focusAround(place: () => void, read: () => Promise<unknown>): Promise<void> {
  await nextTick();
  const before = document.activeElement;
  place();
  const hadPlace = document.activeElement !== before;
  await read();
  await nextTick();
  if (focusIsLost() || (!hadPlace && document.activeElement === before)) place();
}
