/** Keys of a clerk who is ahead of the screen: pressed at an earlier moment than they arrive, or still held down. */
import type { CDPSession } from '@playwright/test';
import type { Desk } from './desk.ts';

const codes: Readonly<Record<string, { readonly code: string; readonly keyCode: number; readonly text?: string }>> = {
  Enter: { code: 'Enter', keyCode: 13, text: '\r' },
  s: { code: 'KeyS', keyCode: 83 },
  y: { code: 'KeyY', keyCode: 89 },
  h: { code: 'KeyH', keyCode: 72 },
};
type Key = keyof typeof codes;

export class EarlyKeys {
  readonly #session: CDPSession;

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async of(desk: Desk): Promise<EarlyKeys> {
    await desk.page.evaluate(() => {
      const heard: { late: number; repeat: boolean }[] = [];
      addEventListener(
        'keydown',
        ({ timeStamp, repeat }) => heard.push({ late: performance.now() - timeStamp, repeat }),
        { capture: true },
      );
      Object.assign(window, { keysHeard: heard });
    });
    return new EarlyKeys(await desk.page.context().newCDPSession(desk.page));
  }

  /** @param at in milliseconds since 1970. */
  async pressed(key: Key, at: number, modifier: 'Control' | 'Alt' | null = null): Promise<void> {
    const modifiers = modifier === 'Control' ? 2 : modifier === 'Alt' ? 1 : 0;
    const { text, ...rest } = this.#of(key);
    const timestamp = at / 1000;
    const typed = modifiers === 0 && text !== undefined ? { text } : {};
    await this.#session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...rest, ...typed, modifiers, timestamp });
    await this.#session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...rest, modifiers, timestamp });
  }

  /** It went down before, and repeats. */
  async repeated(key: Key, times: number): Promise<void> {
    const { text, ...rest } = this.#of(key);
    const typed = text === undefined ? {} : { text };
    for (let turn = 0; turn < times; turn += 1) {
      await this.#session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...rest, ...typed, autoRepeat: true });
    }
    await this.#session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...rest });
  }

  /** The keys that came so much later than they were pressed, in milliseconds, and those that were held down. */
  static async heard(desk: Desk, lateMs: number): Promise<{ readonly late: number; readonly held: number }> {
    return desk.page.evaluate((leastMs) => {
      const { keysHeard } = window as unknown as { keysHeard: readonly { late: number; repeat: boolean }[] };
      const late = keysHeard.filter((key) => key.late >= leastMs).length;
      return { late, held: keysHeard.filter(({ repeat }) => repeat).length };
    }, lateMs);
  }

  #of(key: Key) {
    const { code, keyCode, text } = codes[key]!;
    return { key, code, windowsVirtualKeyCode: keyCode, text };
  }
}
