/** The customer at their window on the fake program: what they read, what they type, and what the program is told of it. */
import { expect, onTestFinished } from 'vitest';
import { page, type Locator } from 'vitest/browser';
import type { Language } from '../../electron/contract/kernel/vocabulary.ts';
import type { PinEnd, PinTask } from '../../electron/contract/loss/loss-views.ts';
import type { Input } from '../../electron/contract/verbs.ts';
import type { FakeCustomerBridge, FakeCustomerOptions } from '../../renderer/gallery/fake/fake-customer.ts';
import { office } from '../../renderer/gallery/fake/fake-office.ts';
import { openCustomer } from '../../renderer/gallery/open-state.ts';
import { AtWindow } from './at-window.ts';
import { textFaults } from './text-faults.ts';

/** Two smaller displays turned to the customer, one that is neither, and an old counter PC, which the page has again afterwards. */
const displays = [
  [1024, 600],
  [1024, 768],
  [2560, 1440],
  [1280, 800],
] as const;

export class Customer extends AtWindow<FakeCustomerBridge> {
  /** The sentence of the step that is being asked for. */
  async isAsked(step: PinTask['step']): Promise<void> {
    await this.isTold(this.t(`customer.ask.${step}`));
  }

  async isToldEnd(ended: Exclude<PinEnd, 'done'>): Promise<void> {
    await expect.element(this.heading(`customer.ended.${ended}`)).toBeVisible();
  }

  /** What was done, and which paper follows. */
  async isDone(task: PinTask['task'], follows: 'receipt' | 'form' | 'nothing'): Promise<void> {
    await expect.element(this.heading(`customer.done.${task}`)).toBeVisible();
    await this.isTold(this.t(`customer.follows.${follows}`));
  }

  /** How it ended has been there to be read, and can be closed. */
  async hasReadEnd(): Promise<void> {
    await expect.element(this.button('customer.continue')).toHaveFocus();
  }

  /** Where the customer stands, and who they are taken for. */
  async isAddressed(holder: string): Promise<void> {
    const head = page.getByRole('banner');
    await expect.element(head).toMatchTextContent(office.name);
    await expect.element(head).toMatchTextContent(holder);
  }

  /** The office's sign, and nothing of a task. */
  async isIdle(): Promise<void> {
    await expect.element(page.getByText(this.t('customer.welcome'), { exact: true })).toBeVisible();
    await expect.element(page.getByRole('button')).not.toBeInTheDocument();
  }

  async hasTyped(count: number): Promise<void> {
    await expect.element(page.getByText(this.t('customer.entered', { count }), { exact: true })).toBeInTheDocument();
    expect(document.querySelectorAll('.dot.filled')).toHaveLength(count);
  }

  /** On the numpad, and OK. */
  async typeOnNumpad(pin: string): Promise<void> {
    await this.hasTyped(0);
    await this.press(...Array.from(pin, (digit) => `Numpad${digit}`));
    await this.hasTyped(pin.length);
    await this.press('NumpadEnter');
  }

  /** With a finger on the pad of the screen, and OK. */
  async tapOnPad(pin: string): Promise<void> {
    await this.hasTyped(0);
    for (const digit of pin) await this.key(digit).click();
    await this.hasTyped(pin.length);
    await this.button('customer.submit').click();
    await this.desk.settled();
  }

  key(digit: string): Locator {
    return page.getByRole('button', { name: digit, exact: true });
  }

  /** The digits of the pad from left to right and top to bottom, by where they stand. */
  padOrder(): string {
    const pad = page.getByRole('group', { name: this.t('customer.pad') }).element();
    const keys = Array.from(pad.querySelectorAll('button'), (key) => ({
      text: key.textContent.trim(),
      place: key.getBoundingClientRect(),
    }));
    return keys
      .filter(({ text }) => /^\d$/.test(text))
      .sort((one, other) => one.place.top - other.place.top || one.place.left - other.place.left)
      .map(({ text }) => text)
      .join('');
  }

  /** What was handed over, in order. */
  entered(): string[] {
    const entries = this.program.asked.filter(({ verb }) => verb === 'customer.enterPin');
    return entries.map(({ input }) => String.fromCharCode(...(input as Input<'customer.enterPin'>).pin));
  }

  /** What the clerk is told while the customer types: that they do, or no longer. */
  typing(): boolean[] {
    const told = this.program.asked.filter(({ verb }) => verb === 'customer.typing');
    return told.map(({ input }) => (input as Input<'customer.typing'>).typing);
  }

  /** Nothing is cut off or has to be scrolled to, on any display there may be. */
  async fitsEveryDisplay(): Promise<void> {
    for (const [width, height] of displays) {
      await page.viewport(width, height);
      await this.desk.settled();
      const { scrollWidth, scrollHeight } = document.documentElement;
      expect([scrollWidth, scrollHeight]).toEqual([width, height]);
      expect(textFaults()).toEqual([]);
    }
  }
}

/** The window until the test is over. */
export async function customerAt(
  task: FakeCustomerOptions['task'],
  language: Language = 'zh-CN',
  visit: Pick<FakeCustomerOptions, 'doing' | 'largeType' | 'bankName'> = {},
): Promise<Customer> {
  const opened = await openCustomer({ program: { ...visit, ...(task && { task }) } }, language);
  onTestFinished(() => opened.close());
  return new Customer(opened.desk);
}
