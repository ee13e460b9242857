/** Numpad and number row as a source of keys; with NumLock off the numpad still gives the digits printed on it. */
import { isMeant } from '../customer-keys.ts';
import type { PinKey, PinSource } from './pin-source.ts';

export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>;

const namedKeys: Readonly<Record<string, PinKey>> = {
  Backspace: { kind: 'erase' },
  Delete: { kind: 'erase' },
  Enter: { kind: 'submit' },
  Escape: { kind: 'cancel' },
};

/** @param place what the keys act on. */
export function keyboardSource(target: Window, place: () => Node | null): PinSource {
  return {
    listen(take) {
      const hear = (event: KeyboardEvent): void => {
        // Enter presses the button that has the focus.
        if (event.key === 'Enter' && event.target instanceof HTMLButtonElement) return;
        const key = keyOf(event);
        if (key === null) return;
        event.preventDefault();
        if (isMeant(event, place())) take(key);
      };
      target.addEventListener('keydown', hear);
      return () => target.removeEventListener('keydown', hear);
    },
  };
}

/** Null for a key that means nothing here. */
export function keyOf(press: KeyPress): PinKey | null {
  if (press.ctrlKey || press.altKey || press.metaKey) return null;
  const digit = digitOf(press);
  if (digit !== null) return { kind: 'digit', digit: Number(digit) };
  return Object.hasOwn(namedKeys, press.key) ? (namedKeys[press.key] ?? null) : null;
}

function digitOf({ key, code, shiftKey }: KeyPress): string | null {
  const onNumpad = /^Numpad(\d)$/.exec(code)?.[1];
  if (onNumpad !== undefined) return onNumpad;
  if (/^\d$/.test(key)) return key;
  // Some layouts have the digits of the number row behind Shift.
  return shiftKey ? null : (/^Digit(\d)$/.exec(code)?.[1] ?? null);
}
