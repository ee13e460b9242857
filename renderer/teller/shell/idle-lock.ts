/**
 * Locks the window when nobody has touched keyboard or mouse for the office's idle minutes (docs/rules.md 5). The
 * ledger locks by itself too, and is told from time to time that somebody is there.
 */
import { onBeforeUnmount, onMounted } from 'vue';

const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
const LOOK_EVERY_MS = 1000;
/** What the ledger knows is never older than this. */
const TELL_EVERY_MS = 10_000;

export function useIdleLock(idleMinutes: () => number, lock: () => void, tell: () => void): void {
  let lastSign = Date.now();
  let toldAt = lastSign;
  let timer: ReturnType<typeof setInterval> | null = null;
  const note = (): void => {
    lastSign = Date.now();
  };
  const look = (): void => {
    const now = Date.now();
    if (now - lastSign >= idleMinutes() * 60_000) {
      lock();
      return;
    }
    if (lastSign <= toldAt || now - toldAt < TELL_EVERY_MS) return;
    toldAt = now;
    tell();
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
