/**
 * Locks the window when no person has touched keyboard or mouse for the office's idle minutes (docs/rules.md 5). The
 * ledger locks by itself too, and receives a report from time to time that the clerk is there.
 */
import { onBeforeUnmount, onMounted } from 'vue';

const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
const LOOK_EVERY_MS = 1000;
/** What the ledger knows is never older than this. */
const REPORT_EVERY_MS = 10_000;

export function useIdleLock(idleMinutes: () => number, lock: () => void, report: () => void): void {
  let lastSign = Date.now();
  let reportedAt = lastSign;
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
    if (lastSign <= reportedAt || now - reportedAt < REPORT_EVERY_MS) return;
    reportedAt = now;
    report();
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
