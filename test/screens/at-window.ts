/** Somebody at a window on the fake program: real keys, and what they read, in the words of that window. */
import { expect } from 'vitest';
import { page, userEvent, type Locator } from 'vitest/browser';
import type { Language } from '../../electron/contract/kernel/vocabulary.ts';
import type { Desk } from '../../renderer/gallery/desk.ts';
import type { FakeBridge } from '../../renderer/gallery/fake/fake-bridge.ts';
import type { FakeCustomerBridge } from '../../renderer/gallery/fake/fake-customer.ts';
import { useWords } from '../../renderer/shared/words/use-words.ts';
import type { WordKey } from '../../renderer/shared/words/word-lists.ts';

export const languages: readonly Language[] = ['zh-CN', 'en'];

type Values = Readonly<Record<string, string | number>>;

export class AtWindow<Program extends FakeBridge | FakeCustomerBridge> {
  readonly desk: Desk<Program>;
  readonly alert = page.getByRole('alert');

  constructor(desk: Desk<Program>) {
    this.desk = desk;
  }

  get program(): Program {
    return this.desk.program;
  }

  t(key: WordKey, values: Values = {}): string {
    return useWords().t(key, values);
  }

  /** `F2`, `Control+Enter`, `Tab`: as somebody does who sees what they press a key for. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.desk.settled();
      await userEvent.keyboard(keySequence(key));
    }
    await this.desk.settled();
  }

  button(name: WordKey, values: Values = {}): Locator {
    return page.getByRole('button', { name: this.t(name, values) });
  }

  heading(name: WordKey, values: Values = {}): Locator {
    return page.getByRole('heading', { name: this.t(name, values), exact: true });
  }

  /** The sentence about what just happened. */
  async isTold(said: string): Promise<void> {
    await expect.element(page.getByText(said, { exact: true })).toBeVisible();
  }

  /** A sentence about what is wrong. */
  async isWarned(said: string): Promise<void> {
    await expect.element(this.alert.filter({ hasText: said })).toBeVisible();
  }
}

/** `Control+A` as the keyboard of the tests spells it. */
function keySequence(keys: string): string {
  const parts = keys.split('+');
  const key = parts.pop() ?? '';
  const held = parts.map((part) => `{${part}>}`).join('');
  const left = parts.toReversed().map((part) => `{/${part}}`);
  return `${held}{${key}}${left.join('')}`;
}
