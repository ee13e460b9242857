/** The pad on the screen as a source of keys. */
import type { PinKey, PinSource } from './pin-source.ts';

export interface ScreenPad extends PinSource {
  /** A button of the pad was pressed. */
  readonly press: (key: PinKey) => void;
}

export function screenPad(): ScreenPad {
  const listeners = new Set<(key: PinKey) => void>();
  return {
    listen(take) {
      listeners.add(take);
      return () => listeners.delete(take);
    },
    press: (key) => listeners.forEach((take) => take(key)),
  };
}
