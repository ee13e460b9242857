/** The customer at their window: what they read and press there, and what the clerk's window hears of it meanwhile. */
import { expect, type ElectronApplication, type Locator, type Page } from '@playwright/test';
import type { Reply } from '../../../electron/contract/kernel/errors.ts';
import type { LostTask, PinEnd, PinTask, UnclearTask } from '../../../electron/contract/loss/loss-views.ts';
import type { WindowEvents } from '../../../electron/contract/protocol.ts';
import { pinTaskKindSchema, type PinTaskKind } from '../../../electron/contract/kernel/vocabulary.ts';
import type { WordKey } from '../../../renderer/shared/words/word-lists.ts';
import { axeObjections } from './axe-objections.ts';
import type { Desk } from './desk.ts';
import { drawnFaces } from './drawn-faces.ts';
import { isDrawn } from './drawing.ts';
import { windowOf, type FakeDisplay } from './program.ts';
import { wordIn, type Language } from './words.ts';

type PinNews = WindowEvents['customer.progress' | 'customer.typing'];
type Recording = Window & { pinNews?: PinNews[] };

declare global {
  /** Kept by driven-program.cjs in the program's main process. */
  var displaysBesides: readonly FakeDisplay[];
}

/** Beside the one the clerk's window is on. */
export const secondDisplay: FakeDisplay = { id: 4711, bounds: { x: 1920, y: 0, width: 1280, height: 800 } };

export class CustomerDesk {
  readonly page: Page;
  readonly language: Language;

  constructor(page: Page, language: Language) {
    this.page = page;
    this.language = language;
  }

  t(key: WordKey, values: Readonly<Record<string, string | number>> = {}): string {
    return wordIn(this.language, key, values);
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { name, exact: true });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await isDrawn(this.page);
      await this.page.keyboard.press(key);
    }
  }

  /** The sentence of the step that is being asked for. */
  async isAsked(step: PinTask['step']): Promise<void> {
    await expect(this.page.getByText(this.t(`customer.ask.${step}`), { exact: true })).toBeVisible();
  }

  async isTold(sentence: string): Promise<void> {
    await expect(this.page.getByRole('alert').filter({ hasText: sentence })).toBeVisible();
  }

  async isToldEnd(ended: PinEnd): Promise<void> {
    if (ended === 'done') return this.isToldWhatWasDone();
    await expect(this.heading(this.t(`customer.ended.${ended}`))).toBeVisible();
  }

  private async isToldWhatWasDone(): Promise<void> {
    const sentences = pinTaskKindSchema.options.map((kind) => this.t(`customer.done.${kind}`));
    await expect(this.heading(new RegExp(`^(${sentences.join('|')})$`))).toBeVisible();
  }

  async hasTyped(count: number): Promise<void> {
    await expect(this.page.getByText(this.t('customer.entered', { count }), { exact: true })).toBeAttached();
    await expect(this.page.locator('.dot.filled')).toHaveCount(count);
  }

  /** On the numpad, and OK. The entry has been judged when this answers. */
  async typeOnNumpad(pin: string): Promise<void> {
    await this.hasTyped(0);
    await this.press(...Array.from(pin, (digit) => `Numpad${digit}`));
    await this.hasTyped(pin.length);
    await this.press('NumpadEnter');
    await this.judged();
  }

  /** A new PIN, and once more; it is set when this answers. */
  async typeTwice(pin: string): Promise<void> {
    await this.typeOnNumpad(pin);
    await this.isAsked('repeat');
    await this.typeOnNumpad(pin);
    await this.isToldEnd('done');
  }

  /** With a finger on the pad of the screen, and OK. */
  async tapOnPad(pin: string): Promise<void> {
    await this.hasTyped(0);
    for (const digit of pin) await this.button(digit).click();
    await this.hasTyped(pin.length);
    await this.button(this.t('customer.submit')).click();
    await this.judged();
  }

  /** Has read how it ended, whereupon a window over the clerk's is gone before the key is up again. */
  async handsBack(reading: () => Promise<unknown> = () => this.continues()): Promise<void> {
    await Promise.allSettled([reading(), this.page.waitForEvent('close')]);
    expect(this.page.isClosed()).toBe(true);
  }

  /** By the keyboard, once it has been there to be read. */
  async continues(): Promise<void> {
    await expect(this.button(this.t('customer.continue'))).toBeFocused();
    await this.press('Enter');
  }

  private async judged(): Promise<void> {
    await expect(this.page.locator('.pin-entry[aria-busy="true"]')).toHaveCount(0);
  }
}

/** An old counter PC, a smaller display turned to the customer, and one that is neither. */
const displaySizes = [
  { width: 1280, height: 800 },
  { width: 1024, height: 768 },
  { width: 2560, height: 1440 },
];

/** Nothing axe objects to, nothing that must be scrolled to on any of the displays; and a picture. */
export async function looksRight({ page }: CustomerDesk, picture: string): Promise<void> {
  await page.screenshot({ path: picture });
  expect.soft(await axeObjections(page)).toEqual([]);
  expect.soft((await drawnFaces(page)).bySystem, `${picture} is drawn with the system's faces`).toEqual([]);
  const session = await page.context().newCDPSession(page);
  for (const size of displaySizes) {
    await session.send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: 1, mobile: false });
    await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([size.width, size.height]);
    const whole = await page.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement;
      return [scrollWidth, scrollHeight];
    });
    expect.soft(whole, picture).toEqual([size.width, size.height]);
  }
  await session.send('Emulation.clearDeviceMetricsOverride');
  await session.detach();
}

/** The clerk asks, over the bridge of their own window, with the visit that is open; from then on progress is recorded. */
export async function askCustomer(desk: Desk, task: PinTaskKind): Promise<Reply<PinTask>> {
  return desk.page.evaluate(
    async ({ task: asked, language }) => {
      const recording = window as Recording;
      if (!recording.pinNews) {
        const heard: PinNews[] = [];
        recording.pinNews = heard;
        window.medicard.on('customer.progress', (progress) => heard.push(progress));
        window.medicard.on('customer.typing', (typing) => heard.push(typing));
      }
      const visit = await window.medicard.invoke('visit.current', {});
      if (!visit.ok || visit.value === null) throw new Error('there is no visit');
      const { visitId } = visit.value;
      return window.medicard.invoke('customer.ask', { visitId, task: asked, second: null, language });
    },
    { task, language: desk.language },
  );
}

/** Asks, and goes round to the customer's side. */
export async function customerAsked(desk: Desk, task: PinTaskKind): Promise<CustomerDesk> {
  const asked = await askCustomer(desk, task);
  expect(asked).toMatchObject({ ok: true, value: { task, ended: null } });
  return customerAt(desk);
}

/** The clerk opens the PIN task for whoever is at the counter, and the holder sets their first one. */
export async function firstPin(desk: Desk, pin: string): Promise<CustomerDesk> {
  await desk.press('F4');
  await expect(desk.page.getByRole('radio', { name: desk.t('pin.choice.first') })).toBeFocused();
  await desk.press('Enter');
  await desk.confirm();
  const customer = await customerAt(desk);
  await customer.isAsked('new');
  await customer.typeTwice(pin);
  return customer;
}

export async function customerAt(desk: Desk): Promise<CustomerDesk> {
  return new CustomerDesk(await windowOf(desk.app, 'customer'), desk.language);
}

/** What the clerk's window has heard so far. */
export function clerkHeard(desk: Desk): Promise<readonly PinNews[]> {
  return desk.page.evaluate(() => (window as Recording).pinNews ?? []);
}

/** As what the clerk's window has heard of each task, in order. */
export async function tasksHeard(desk: Desk): Promise<readonly (PinTask | LostTask | UnclearTask)[]> {
  return (await clerkHeard(desk)).flatMap((news) => ('task' in news ? news.task : []));
}

export async function clerkHearsEnd(desk: Desk, ended: PinEnd | UnclearTask['ended']): Promise<void> {
  await expect.poll(async () => (await tasksHeard(desk)).at(-1)?.ended).toBe(ended);
}

export async function abandon(desk: Desk): Promise<Reply<object>> {
  await desk.page.waitForFunction(() => (window as Recording).pinNews?.at(-1) !== undefined);
  return desk.page.evaluate(() => {
    const news = (window as Recording).pinNews?.at(-1);
    const { taskId } = news === undefined ? { taskId: '' } : 'task' in news ? news.task : news;
    return window.medicard.invoke('customer.abandon', { taskId });
  });
}

export interface WindowFacts {
  readonly kind: string;
  readonly focused: boolean;
  readonly enabled: boolean;
  readonly visible: boolean;
  readonly fullScreen: boolean;
  readonly bounds: FakeDisplay['bounds'];
  readonly processId: number;
}

/** The windows there are, the clerk's first. */
export async function openWindows(app: ElectronApplication): Promise<readonly WindowFacts[]> {
  const all = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => ({
      kind: /^app:\/\/counter\/(\w+)\//.exec(window.webContents.getURL())?.[1] ?? '',
      focused: window.isFocused(),
      enabled: window.isEnabled(),
      visible: window.isVisible(),
      fullScreen: window.isFullScreen(),
      bounds: window.getBounds(),
      processId: window.webContents.getOSProcessId(),
    })),
  );
  return all.sort((one, other) => other.kind.localeCompare(one.kind));
}

/** Nobody is asked for anything: the clerk's window is the only one, takes keys and has them. */
export async function clerkHasDisplayBack(desk: Desk): Promise<void> {
  await expect
    .poll(async () => (await openWindows(desk.app)).map(({ kind, focused, enabled }) => ({ kind, focused, enabled })))
    .toEqual([{ kind: 'teller', focused: true, enabled: true }]);
  // The test's own list of windows follows a moment later.
  await expect.poll(() => desk.app.windows().length).toBe(1);
}

/** These displays are there besides the clerk's from now on, and the system says what changed. */
export async function plug(app: ElectronApplication, displays: readonly FakeDisplay[]): Promise<void> {
  await app.evaluate(({ screen }, now) => {
    const before = globalThis.displaysBesides;
    globalThis.displaysBesides = now;
    const event = now.length > before.length ? 'display-added' : 'display-removed';
    // Its listeners are declared event by event, and none of them with an end to send from.
    (screen as unknown as NodeJS.EventEmitter).emit(event, {}, now[0] ?? before[0]);
  }, displays);
}

/** An end stays to be read until somebody has, however slow the machine of the test is. */
export async function readAtLeisure(app: ElectronApplication): Promise<void> {
  await app.evaluate(() => {
    const readingMs = 3_000;
    const hour = 3_600_000;
    const wait = globalThis.setTimeout;
    const waitLonger = (work: () => void, ms?: number): unknown => wait(work, ms === readingMs ? hour : ms);
    Object.assign(globalThis, { setTimeout: waitLonger });
  });
}

/** As the window's own cross, or Alt+F4. */
export async function closeByForce(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()
      .find(({ webContents }) => webContents.getURL().includes('/customer/'))
      ?.close();
  });
}

/** It runs in circles, and a key has gone unanswered for long: that is said here, as a driven window is let hang. */
export async function hangPage(app: ElectronApplication, kind: 'teller' | 'customer'): Promise<void> {
  await app.evaluate(async ({ BrowserWindow }, which) => {
    const window = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().includes(`/${which}/`));
    if (!window) throw new Error(`no window of the ${which}`);
    const { webContents } = window;
    const begun = new Promise((resolve) => webContents.once('console-message', resolve));
    await webContents.executeJavaScript("void setTimeout(() => { console.log('begins'); for (;;); })");
    await begun;
    webContents.emit('unresponsive');
  }, kind);
}

export async function crashPage(app: ElectronApplication, kind: 'teller' | 'customer'): Promise<void> {
  await app.evaluate(({ BrowserWindow }, which) => {
    BrowserWindow.getAllWindows()
      .find(({ webContents }) => webContents.getURL().includes(`/${which}/`))
      ?.webContents.forcefullyCrashRenderer();
  }, kind);
}
