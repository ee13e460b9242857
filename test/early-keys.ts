/** Keys of somebody who is ahead of the screen: pressed at an earlier moment than they arrive, or still held down. */

/** As Chromium's debugger takes it. */
interface KeyEvent {
  readonly type: 'keyDown' | 'keyUp';
  readonly key: string;
  readonly code: string;
  readonly windowsVirtualKeyCode: number;
  readonly text?: string;
  readonly modifiers?: number;
  /** In seconds since 1970. */
  readonly timestamp?: number;
  readonly autoRepeat?: boolean;
}

const codes = {
  Enter: { code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' },
  s: { code: 'KeyS', windowsVirtualKeyCode: 83 },
  y: { code: 'KeyY', windowsVirtualKeyCode: 89 },
  h: { code: 'KeyH', windowsVirtualKeyCode: 72 },
  Escape: { code: 'Escape', windowsVirtualKeyCode: 27 },
  '7': { code: 'Digit7', windowsVirtualKeyCode: 55, text: '7' },
  '*': { code: 'NumpadMultiply', windowsVirtualKeyCode: 106, text: '*' },
} as const;
type Key = keyof typeof codes;

const modifiersOf = { Control: 2, Alt: 1 } as const;

/** An echo of the first press, as of a key that bounces, comes after the sentence was drawn and before it was read. */
export const echoMs = 80;

export class EarlyKeys {
  readonly #send: (event: KeyEvent) => Promise<unknown>;

  constructor(send: (event: KeyEvent) => Promise<unknown>) {
    this.#send = send;
  }

  /** @param at in milliseconds since 1970. */
  async pressed(key: Key, at: number, modifier: keyof typeof modifiersOf | null = null): Promise<void> {
    const { code, windowsVirtualKeyCode } = codes[key];
    const modifiers = modifier === null ? 0 : modifiersOf[modifier];
    const event = { key, code, windowsVirtualKeyCode, modifiers, timestamp: at / 1000 };
    await this.#send({ ...event, ...(modifier === null ? textOf(key) : {}), type: 'keyDown' });
    await this.#send({ ...event, type: 'keyUp' });
  }

  /** It went down before, and repeats. */
  async repeated(key: Key, times: number): Promise<void> {
    const { code, windowsVirtualKeyCode } = codes[key];
    const event = { key, code, windowsVirtualKeyCode };
    for (let turn = 0; turn < times; turn += 1) {
      await this.#send({ ...event, ...textOf(key), type: 'keyDown', autoRepeat: true });
    }
    await this.#send({ ...event, type: 'keyUp' });
  }

  /** All that could do something in the task that has just been opened, as if pressed before it was there. */
  async hastily(before: number): Promise<void> {
    await this.pressed('Enter', before);
    await this.pressed('s', before, 'Control');
    await this.pressed('y', before, 'Alt');
    await this.pressed('h', before, 'Alt');
    await this.repeated('Enter', 3);
  }
}

function textOf(key: Key): { readonly text?: string } {
  return key === 'Enter' ? { text: codes[key].text } : {};
}
