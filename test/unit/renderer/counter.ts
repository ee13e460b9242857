/** The counter in a page without a screen, on the fake program: a clerk who has signed in, and the keys they press. */
import { createPinia, setActivePinia } from 'pinia';
import { onTestFinished, vi } from 'vitest';
import { createApp } from 'vue';
import { fakeBridge, type FakeBridge } from '../../../renderer/gallery/fake/fake-bridge.ts';
import type { FakeOptions } from '../../../renderer/gallery/fake/fake-state.ts';
import { focusedElement, pressKey, typeInto } from '../../../renderer/gallery/keystroke.ts';
import { watchDrawing } from '../../../renderer/shared/keyboard/drawn.ts';
import { listenToKeys } from '../../../renderer/shared/keyboard/key-listener.ts';
import { addWords, i18n } from '../../../renderer/shared/words/use-words.ts';
import App from '../../../renderer/teller/App.vue';
import { entryWords } from '../../../renderer/teller/shell/entry-words.ts';
import { openCounter } from '../../../renderer/teller/shell/open-counter.ts';
import { useOpenTask } from '../../../renderer/teller/state/open-task.ts';
import { useSession } from '../../../renderer/teller/state/session.ts';
import { useVisit } from '../../../renderer/teller/state/visit.ts';

export interface Person {
  readonly idNumber: string;
  readonly card: string;
}
/** As the fake program knows them. */
export const first: Person = { idNumber: '11010519491231002X', card: '6213300100000000016' };
export const second: Person = { idNumber: '320105194912310029', card: '6213300100000000024' };

/** What a page without a screen lacks: a place for the paper, and frames. Time passes when the test lets it. */
function pretendScreen(): void {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(800);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  // Of this test's time for good: what leaves the page after the test is never drawn.
  const later = setTimeout;
  vi.stubGlobal('requestAnimationFrame', (draw: FrameRequestCallback) => later(() => draw(performance.now()), 8));
}

let isHeard = false;
function hearOnce(): void {
  if (isHeard) return;
  isHeard = true;
  watchDrawing(document);
  listenToKeys(window);
}

export class Counter {
  readonly bridge: FakeBridge;
  readonly visit = useVisit();
  readonly tasks = useOpenTask();
  readonly session = useSession();

  constructor(bridge: FakeBridge) {
    this.bridge = bridge;
  }

  /** Until all that is on its way has been answered, drawn and seen. */
  async settled(): Promise<void> {
    await vi.advanceTimersByTimeAsync(400);
  }

  /** Until what is in the page has been drawn, and no longer. */
  async drawn(): Promise<void> {
    await vi.advanceTimersByTimeAsync(20);
  }

  /** What stands in the window, hidden places included, and what is typed there. */
  get text(): string {
    const fields = Array.from(document.querySelectorAll('input'), ({ value, type }) => (type === 'text' ? value : ''));
    return `${document.body.innerHTML} ${fields.join(' ')}`;
  }

  get focused(): HTMLElement {
    return focusedElement();
  }

  /** A key once all there is has been drawn. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.settled();
      this.pressKey(key);
    }
    await this.settled();
  }

  /** A key at this very moment, whatever has been drawn. */
  pressKey(keys: string, more: KeyboardEventInit = {}): void {
    pressKey(keys, more);
  }

  async type(text: string): Promise<void> {
    await this.settled();
    typeInto(this.focused, text);
    await this.settled();
  }

  async openVisit({ idNumber, card }: Person): Promise<void> {
    await this.press('F2');
    await this.type(idNumber);
    await this.press('Enter');
    await this.type(card);
    await this.press('Enter', '1', 'Enter');
  }

  /** Presses a second time once the sentence has been there for long enough. */
  async confirm(): Promise<void> {
    await vi.waitFor(() => {
      if (!this.focused.closest('.final-act') || this.focused.tagName !== 'BUTTON') throw new Error('not asked');
    });
    await this.press('Enter');
  }
}

export async function openCounterOn(options: FakeOptions = {}, clerk = '1001'): Promise<Counter> {
  addWords(entryWords);
  // What is fetched for the first time takes real time.
  await openCounter();
  pretendScreen();
  hearOnce();
  const bridge = fakeBridge(options);
  vi.stubGlobal('medicard', bridge);
  const pinia = createPinia();
  setActivePinia(pinia);
  const counter = new Counter(bridge);
  await counter.session.signIn(clerk, `demo-${clerk}`);
  const place = document.createElement('div');
  document.body.append(place);
  const app = createApp(App).use(pinia).use(i18n);
  app.mount(place);
  onTestFinished(() => {
    app.unmount();
    place.remove();
    vi.useRealTimers();
  });
  await vi.waitFor(() => {
    if (!document.querySelector('.visit-task')) throw new Error('the counter is not there');
  });
  await counter.settled();
  return counter;
}
