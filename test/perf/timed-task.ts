/** One task as it is done at the counter: each key that was pressed for it, by whom, and the program's time after it. */
import { expect, type Locator } from '@playwright/test';
import type { WordKey } from '../../renderer/shared/words/word-lists.ts';
import type { CustomerDesk } from '../e2e/support/customer-desk.ts';
import { passwordOf, type Desk } from '../e2e/support/desk.ts';
import { programTime, type Sign } from './program-time.ts';
import type { Hand, KeyCounts } from './teller-rows.ts';

const SUPERVISOR = '2001';

export class TimedTask {
  readonly desk: Desk;
  readonly customer: CustomerDesk;
  readonly #keys: Record<Hand, number> = { clerk: 0, customer: 0, supervisor: 0 };
  #ms = 0;
  #hand: Hand = 'clerk';

  constructor(desk: Desk, customer: CustomerDesk) {
    this.desk = desk;
    this.customer = customer;
  }

  get keys(): KeyCounts {
    return this.#keys;
  }

  /** Milliseconds in which somebody waited for the program; between two steps they wait for no program. */
  get ms(): number {
    return this.#ms;
  }

  // --- What is pressed --------------------------------------------------------------------------------------------

  async press(key: string, sign: Sign): Promise<void> {
    await this.#atDesk(() => this.desk.press(key), sign);
  }

  /** What it leads to waits until the clerk has read the sentence above it; only the way to that sentence is timed. */
  async pressAndRead(key: string, sentence: Sign, next: Locator): Promise<void> {
    await this.press(key, sentence);
    await expect(next).toBeFocused();
  }

  /** The same for what is done by a second press. */
  async pressAndReadAct(key: string): Promise<void> {
    const act = this.sign({ css: `section[aria-label="${this.desk.t('secondPress.title')}"]` });
    await this.pressAndRead(key, act, this.desk.finalAct.getByRole('button').first());
  }

  /** Into the field with the focus, until all of it stands there; each character is a key. */
  async type(text: string): Promise<void> {
    await this.#atDesk(() => this.desk.type(text), { page: this.desk.page, parts: [{ css: ':focus', holds: text }] });
  }

  /** As typing; the reader types, so no key counts and nobody waits. */
  async read(text: string): Promise<void> {
    await this.desk.read(text);
  }

  /** A PIN at the customer's window, and OK. */
  async customerEnters(pin: string, sign: Sign): Promise<void> {
    const { page } = this.customer;
    const dots: Sign = { page, parts: [{ css: '.dot.filled', count: pin.length }] };
    this.#keys.customer += pin.length + 1;
    const digits = async (): Promise<void> => {
      for (const digit of pin) await page.keyboard.press(`Numpad${digit}`);
    };
    this.#ms += await programTime(page, digits, dots);
    this.#ms += await programTime(page, () => page.keyboard.press('NumpadEnter'), sign);
  }

  /** Where the clerk is, by the second person's own code and password. */
  async supervisorAuthorises(sign: Sign): Promise<void> {
    this.#hand = 'supervisor';
    await this.type(SUPERVISOR);
    await this.press('Enter', this.focusOn('second.password'));
    await this.type(passwordOf(SUPERVISOR));
    await this.press('Enter', sign);
    this.#hand = 'clerk';
  }

  async #atDesk(act: () => Promise<void>, sign: Sign): Promise<void> {
    const before = this.desk.keystrokes;
    this.#ms += await programTime(this.desk.page, act, sign);
    this.#keys[this.#hand] += this.desk.keystrokes - before;
  }

  // --- By what they see that they may go on -----------------------------------------------------------------------

  focusOn(word: WordKey): Sign {
    return this.sign({ css: ':focus', says: this.desk.t(word) });
  }

  sign(...parts: Sign['parts']): Sign {
    return { page: this.desk.page, parts };
  }

  /** A form or receipt is drawn, and Enter prints it. */
  paperReady(): Sign {
    const paper = `section[aria-label="${this.desk.t('paper.title')}"]`;
    return this.sign({ css: `${paper} .print:focus` }, { css: `${paper} canvas[data-shown="true"]` });
  }

  statementReady(): Sign {
    return this.sign({ css: '.statement-lines[aria-busy="false"]' }, { css: '.pdf-preview canvas[data-shown="true"]' });
  }

  told(text: string): Sign {
    return this.sign({ css: '[role="status"]', says: text });
  }

  customerAsked(step: 'new' | 'repeat' | 'old'): Sign {
    return { page: this.customer.page, parts: [{ css: 'main', says: this.customer.t(`customer.ask.${step}`) }] };
  }
}
