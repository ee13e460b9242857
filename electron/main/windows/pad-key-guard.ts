/**
 * One keyboard serves both windows, and a customer who types does not watch where its keys go. While they are asked, the
 * keys of a pad pressed at the clerk's window reach no page: no digit of a password may (docs/rules.md 4).
 */
import type { BrowserWindow } from 'electron';

/**
 * @param asked whether a customer is being asked.
 * @param lead brings the keyboard back to where the key was meant for.
 */
export function guardPadKeys(clerk: BrowserWindow, asked: () => boolean, lead: () => void): void {
  clerk.webContents.on('before-input-event', (event, { code, key }) => {
    if (!asked() || !isPadKey(code, key)) return;
    event.preventDefault();
    lead();
  });
}

export function isPadKey(code: string, key: string): boolean {
  return /^(?:Digit\d|Numpad\w+)$/.test(code) || /^\d$/.test(key);
}
