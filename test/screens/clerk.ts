/** One clerk at the window on the fake program: real keys, and what a clerk reads, in the words of the counter. */
import { expect, onTestFinished } from 'vitest';
import { page, type Locator } from 'vitest/browser';
import type { ErrorCode, Refusal } from '../../electron/contract/kernel/errors.ts';
import { sentence } from '../../electron/contract/messages/messages.ts';
import type { Language } from '../../electron/contract/kernel/vocabulary.ts';
import type { FakeBridge } from '../../renderer/gallery/fake/fake-bridge.ts';
import type { FakeOptions } from '../../renderer/gallery/fake/fake-state.ts';
import { openTeller } from '../../renderer/gallery/open-state.ts';
import { useWords } from '../../renderer/shared/words/use-words.ts';
import type { WordKey } from '../../renderer/shared/words/word-lists.ts';
import { AtWindow } from './at-window.ts';

export { languages } from './at-window.ts';

/** More Tabs than any screen has places to stop at. */
const mostTabs = 80;

export class Clerk extends AtWindow<FakeBridge> {
  readonly main = page.getByRole('main');
  readonly dialog = page.getByRole('dialog');

  refusal(code: ErrorCode, details: Refusal['details'] = {}): string {
    return sentence(useWords().language.value, code, details);
  }

  /** Into whatever has the focus, as a reader does. */
  async type(text: string): Promise<void> {
    await this.desk.type(text);
  }

  /** Into the field with this label once it has the focus, over what was in it. */
  async fill(label: WordKey, text: string): Promise<void> {
    await expect.element(this.field(label)).toHaveFocus();
    await this.desk.type(text);
  }

  /** Each line, with Enter behind it. */
  async fillAll(lines: readonly (readonly [WordKey, string])[]): Promise<void> {
    for (const [label, text] of lines) {
      await this.fill(label, text);
      await this.press('Enter');
    }
  }

  field(label: WordKey): Locator {
    return page.getByLabelText(this.t(label), { exact: true });
  }

  radio(name: WordKey): Locator {
    return page.getByRole('radio', { name: this.t(name) }).first();
  }

  get panel(): Locator {
    return page.getByRole('complementary', { name: this.t('panel.title') });
  }

  /** Tab, until this has the focus. */
  async tabTo(target: Locator): Promise<void> {
    await expect.element(target).toBeVisible();
    for (let tabs = 0; tabs < mostTabs; tabs += 1) {
      if (target.element() === document.activeElement) return;
      await this.press('Tab');
    }
    throw new Error(`no number of Tabs reaches ${target.selector}`);
  }

  async pushButton(name: WordKey): Promise<void> {
    await this.tabTo(this.button(name).first());
    await this.press('Enter');
  }

  async isRefused(code: ErrorCode, details: Refusal['details'] = {}): Promise<void> {
    await this.isWarned(this.refusal(code, details));
  }

  async nobodyIsThere(): Promise<void> {
    await expect.element(this.panel).toMatchTextContent(this.t('panel.nobody', { key: 'F2' }));
  }

  async openVisit({ idNumber, card }: Person): Promise<void> {
    await this.press('F2');
    await this.fill('visit.idNumber', idNumber);
    await this.press('Enter');
    await this.fill('visit.card', card);
    await this.press('Enter', '1', 'Enter');
    await expect.element(this.button('visit.openStatement')).toHaveFocus();
  }

  /** The second person in place. */
  async authorise(code = '2001'): Promise<void> {
    await this.fill('second.code', code);
    await this.press('Tab');
    await this.fill('second.password', `demo-${code}`);
    await this.press('Enter');
  }

  async confirm(): Promise<void> {
    await this.desk.confirm();
  }
}

interface Person {
  readonly idNumber: string;
  readonly card: string;
}

/** As the fake program knows them; the number masked as it is shown. */
export const zhang = { idNumber: '11010519491231002X', card: '6213300100000000016', name: '张建华' };
export const li = { idNumber: '320105194912310029', card: '6213300100000000024', name: '李秋菊' };

/** The window until the test is over. */
export async function clerkAt(program: FakeOptions = { clerk: '1001' }, language: Language = 'zh-CN'): Promise<Clerk> {
  const opened = await openTeller({ program }, language);
  onTestFinished(() => opened.close());
  return new Clerk(opened.desk);
}
