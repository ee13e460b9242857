/** Locks the window when nobody has touched keyboard or mouse for the office's idle minutes (SCREENS.md). */
import { onBeforeUnmount, onMounted } from 'vue';

const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
const LOOK_EVERY_MS = 1000;

export function useIdleLock(idleMinutes: () => number, lock: () => void): void {
  let lastSign = Date.now();
  let timer: ReturnType<typeof setInterval> | null = null;
  const note = (): void => {
    lastSign = Date.now();
  };
  const look = (): void => {
    if (Date.now() - lastSign >= idleMinutes() * 60_000) lock();
  };
  onMounted(() => {
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, note, { passive: true });
    timer = setInterval(look, LOOK_EVERY_MS);
  });
  onBeforeUnmount(() => {
    for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, note);
    if (timer !== null) clearInterval(timer);
  });
}
