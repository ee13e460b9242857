/** One clerk at one window: what they do, with the keyboard alone, in the words of the counter. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type ElectronApplication, type Locator, type Page } from '@playwright/test';
import { demoOffice } from '../../../electron/contract/office/demo-office.ts';
import type { ErrorCode, Refusal } from '../../../electron/contract/kernel/errors.ts';
import type { Verb } from '../../../electron/contract/verbs.ts';
import type { WordKey } from '../../../renderer/shared/words/word-lists.ts';
import { isDrawn } from './drawing.ts';
import { refusalIn, wordIn, type Language } from './words.ts';

/** More Tabs than any screen has places to stop at. */
const mostTabs = 80;

export interface Cards {
  readonly idNumber: string;
  readonly card: string;
}

export type DemoClerk = '1001' | '2001' | '9001';

export function passwordOf(code: DemoClerk): string {
  return demoOffice.clerks.find((clerk) => clerk.code === code)?.password ?? '';
}

export class Desk {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly data: string;
  language: Language = 'zh-CN';
  closed = false;
  /** Keys the clerk has pressed; what a reader types in their stead does not count. */
  keystrokes = 0;
  /** What the next dialog for opening a file answers. */
  #chosenFile = '';

  /** @param data the folder of the office the program has open. */
  constructor(app: ElectronApplication, page: Page, data: string) {
    this.app = app;
    this.page = page;
    this.data = data;
    app.on('close', () => (this.closed = true));
    // Heard from the start: a dialog that opened before anybody listened would be the system's own.
    page.on('filechooser', (chooser) => void chooser.setFiles(this.#chosenFile));
  }

  t(key: WordKey, values: Readonly<Record<string, string | number>> = {}): string {
    return wordIn(this.language, key, values);
  }

  refusal(code: ErrorCode, details: Refusal['details'] = {}): string {
    return refusalIn(this.language, code, details);
  }

  // --- Keys -------------------------------------------------------------------------------------------------------

  /** As a clerk does who sees what they press a key for. */
  async press(...keys: readonly string[]): Promise<void> {
    this.keystrokes += keys.length;
    for (const key of keys) {
      await isDrawn(this.page);
      await this.page.keyboard.press(key);
    }
  }

  /** As a card reader does, into whatever has the focus. */
  async read(text: string): Promise<void> {
    await this.page.keyboard.insertText(text);
  }

  /** Types into whatever has the focus. Characters no key has are put in as an input method would. */
  async type(text: string): Promise<void> {
    this.keystrokes += Array.from(text).length;
    if (/^[\x20-\x7e]*$/.test(text)) await this.page.keyboard.type(text);
    else await this.page.keyboard.insertText(text);
  }

  /** Types into the field with this label once it has the focus, over what was in it. */
  async fill(label: WordKey, text: string): Promise<void> {
    await expect(this.field(label)).toBeFocused();
    await this.press('Control+A');
    await this.type(text);
  }

  /** Tab, until this has the focus. */
  async tabTo(target: Locator): Promise<void> {
    await expect(target).toBeVisible();
    for (let tabs = 0; tabs < mostTabs; tabs += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.press('Tab');
    }
    throw new Error(`no number of Tabs reaches ${target.toString()}`);
  }

  /** Reaches a button with Tab and presses it with Enter. */
  async pushButton(name: string): Promise<void> {
    const button = this.page.getByRole('button', { name, exact: true });
    await expect(button).toBeEnabled();
    await this.tabTo(button);
    await this.press('Enter');
  }

  // --- What is on the screen --------------------------------------------------------------------------------------

  field(label: WordKey): Locator {
    return this.page.getByLabel(this.t(label), { exact: true });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name });
  }

  heading(name: WordKey): Locator {
    return this.page.getByRole('heading', { name: this.t(name), exact: true });
  }

  /** The sentence about what just happened. */
  async isTold(sentence: string): Promise<void> {
    await expect(this.page.getByText(sentence, { exact: true })).toBeVisible();
  }

  async isRefused(code: ErrorCode, details: Refusal['details'] = {}): Promise<void> {
    await this.isRefusedWith(this.refusal(code, details));
  }

  async isRefusedWith(sentence: string): Promise<void> {
    await expect(this.page.getByRole('alert').filter({ hasText: sentence })).toBeVisible();
  }

  /** Waits until the program has answered this so many times, by its own log. */
  async isAnswered(verb: Verb, times: number): Promise<void> {
    const log = join(this.data, 'logs', 'main.log');
    await expect
      .poll(() => readFileSync(log, 'utf8').split(`"verb":"${verb}"`).length - 1, { intervals: [20] })
      .toBe(times);
  }

  get counterPanel(): Locator {
    return this.page.getByRole('complementary', { name: this.t('panel.title') });
  }

  async nobodyIsThere(): Promise<void> {
    await expect(this.counterPanel).toContainText(this.t('panel.nobody', { key: 'F2' }));
  }

  // --- What a clerk does ------------------------------------------------------------------------------------------

  async useLanguage(language: Language): Promise<void> {
    if (language === this.language) return;
    await this.press('Alt+E');
    this.language = language;
    await expect(this.page.locator('html')).toHaveAttribute('lang', language);
  }

  async signIn(code: DemoClerk = '1001'): Promise<void> {
    await expect(this.field('signIn.code')).toBeFocused();
    await this.enterCredentials(code, passwordOf(code));
    await expect(this.page.getByRole('main', { name: this.t('task.visit') })).toBeVisible();
  }

  async enterCredentials(code: string, password: string): Promise<void> {
    await this.fill('signIn.code', code);
    await this.press('Enter');
    await this.fill('signIn.password', password);
    await this.press('Enter');
  }

  /** Both cards and the outcome of the network check, by its digit. */
  async enterCards({ idNumber, card }: Cards, networkKey = '1'): Promise<void> {
    await this.press('F2');
    await this.fill('visit.idNumber', idNumber);
    await this.press('Enter');
    await this.fill('visit.card', card);
    await this.press('Enter', networkKey);
  }

  async openVisit(cards: Cards): Promise<void> {
    await this.enterCards(cards);
    await this.press('Enter');
    await expect(this.button(this.t('visit.openStatement'))).toBeFocused();
  }

  /** A visit of somebody whose cards the reader reads. */
  async openVisitByReader({ idNumber, card }: Cards): Promise<void> {
    await expect(this.field('visit.idNumber')).toBeFocused();
    await this.read(idNumber);
    await this.press('Enter');
    await expect(this.field('visit.card')).toBeFocused();
    await this.read(card);
    await this.press('Enter', '1', 'Enter');
    await expect(this.button(this.t('visit.openStatement'))).toBeFocused();
  }

  /** What will happen to whom, in one sentence that waits for a second press. */
  get finalAct(): Locator {
    return this.page.getByRole('region', { name: this.t('secondPress.title') });
  }

  /** Presses a second time, once there was time to see what for. */
  async confirm(): Promise<void> {
    await expect(this.finalAct.getByRole('button').first()).toBeFocused();
    await this.press('Enter');
  }

  /** Leaves whatever is unfinished. */
  private async goesOnTo(next: Locator): Promise<void> {
    await expect(this.finalAct.or(next)).toBeVisible();
    if (await this.finalAct.isVisible()) await this.confirm();
  }

  /** A loss form that was not printed is asked about, and left. */
  async finishVisit(): Promise<void> {
    await this.press('Control+Enter');
    await this.goesOnTo(this.counterPanel.getByText(this.t('panel.nobody', { key: 'F2' })));
    await this.nobodyIsThere();
    await expect(this.field('visit.idNumber')).toBeFocused();
  }

  async signOut(): Promise<void> {
    await this.press('Control+K');
    await expect(this.page.getByRole('combobox', { name: this.t('palette.title') })).toBeFocused();
    await this.type(this.t('header.signOut'));
    await this.press('Enter');
    await this.goesOnTo(this.field('signIn.code'));
    await expect(this.field('signIn.code')).toBeFocused();
  }

  /** A second person types code and password where the clerk was. */
  async authorise(code: DemoClerk = '2001', password = passwordOf(code)): Promise<void> {
    await expect(this.field('second.code')).toBeFocused();
    await this.type(code);
    await this.press('Enter');
    await expect(this.field('second.password')).toBeFocused();
    await this.type(password);
    await this.press('Enter');
  }

  /** Opens the statement and waits until the document of the first preset is drawn. */
  async openStatement(): Promise<void> {
    await this.press('F3');
    await this.statementShown();
  }

  /** Waits for the document of the latest choice. */
  async statementShown(): Promise<void> {
    await expect(this.page.locator('.statement-lines')).toHaveAttribute('aria-busy', 'false');
    await expect(this.page.locator('.pdf-preview canvas')).toHaveAttribute('data-shown', 'true');
  }

  /** Waits until a form or receipt can be printed and is drawn. */
  async paperShown(): Promise<void> {
    const paper = this.page.getByRole('region', { name: this.t('paper.title') });
    await expect(paper.getByRole('button', { name: this.t('statement.print'), exact: true })).toBeFocused();
    await expect(paper.locator('canvas')).toHaveAttribute('data-shown', 'true');
  }

  /** Saves the paper in the preview as it is now, and answers the name of its file. */
  async savePaper(): Promise<string> {
    await expect(this.page.locator('.pdf-preview canvas').filter({ visible: true })).toHaveAttribute(
      'data-shown',
      'true',
    );
    await this.press('Control+S');
    const saved = this.page.getByRole('status').filter({ hasText: /\.pdf/ });
    await expect(saved).toBeVisible();
    return /\p{Script=Han}+-\d{4}-\S+\.pdf/u.exec(await saved.innerText())?.[0] ?? '';
  }

  /** The file that the next dialog for opening one answers. */
  layReady(folder: string, name: string, text: string | Buffer): void {
    this.#chosenFile = join(folder, name);
    writeFileSync(this.#chosenFile, text);
  }

  /** Chooses a file with the keyboard in Month-end, and waits until it has been checked. */
  async receive(folder: string, name: string, text: string | Buffer): Promise<void> {
    this.layReady(folder, name, text);
    await this.press('F8');
    await expect(this.button(this.t('monthEnd.choose'))).toBeFocused();
    await this.press('Alt+O');
    await expect(this.heading('monthEnd.outcome')).toBeVisible();
  }
}
