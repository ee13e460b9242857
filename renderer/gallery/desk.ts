/** Leads a window to a state as a clerk would: by its keys, its labels and its buttons, in the words it shows. */
import { afterDrawing } from '../shared/keyboard/drawn.ts';
import { shortcutOf, type ShortcutName } from '../shared/keyboard/shortcuts.ts';
import { useWords } from '../shared/words/use-words.ts';
import type { WordKey } from '../shared/words/word-lists.ts';
import { focusedElement, pressKey, typeInto } from './keystroke.ts';

type Values = Readonly<Record<string, string | number>>;

/** The program behind the window, as far as a desk looks at it. */
interface Answering {
  /** Everything that was asked, in order. */
  readonly asked: readonly { readonly verb: string; readonly input: unknown }[];
  waiting(): number;
}

type AskedBy<Program extends Answering> = Program['asked'][number];

/** In frames: what takes longer has gone wrong, or waits for an answer that does not come. */
const MOST_FRAMES = 40;
const MOST_WAITING_MS = 25_000;
/** What a word can stand on so that pressing it does something. */
const PRESSED = 'button, label, [role="option"]';

export class Desk<Program extends Answering> {
  readonly program: Program;
  readonly #t = useWords().t;

  #isChanged = true;
  readonly #observer = new MutationObserver(() => (this.#isChanged = true));

  constructor(program: Program) {
    this.program = program;
    this.#observer.observe(document.body, { childList: true, subtree: true, attributes: true, characterData: true });
  }

  /** Looks at the page no longer. */
  leave(): void {
    this.#observer.disconnect();
  }

  /** Until everything asked has been answered, and what came of it is drawn. */
  async settled(): Promise<void> {
    // What a key or a click has just done is in the page, and the observer has heard of it.
    await nextTask();
    for (let frames = 0; frames < MOST_FRAMES && this.#isUnderWay(); frames += 1) {
      this.#isChanged = false;
      await drawn();
    }
  }

  #isUnderWay(): boolean {
    return this.#isChanged || this.program.waiting() > 0 || isMoving();
  }

  /** Until it is so; throws with `what` when it is not in time. */
  async until(what: string, isSo: () => boolean): Promise<void> {
    const end = performance.now() + MOST_WAITING_MS;
    while (!isSo()) {
      if (performance.now() > end) throw new Error(`not seen in time: ${what}`);
      await drawn();
    }
    await this.settled();
  }

  /** Until a word stands on the screen. */
  async sees(word: WordKey, values: Values = {}): Promise<void> {
    const text = this.#t(word, values);
    await this.until(text, () => shownElements('*').some((element) => ownText(element).includes(text)));
  }

  /** Until there is such an element. */
  async finds(selector: string): Promise<void> {
    await this.until(selector, () => shownElements(selector).length > 0);
  }

  /**
   * Until the program has been asked this; what was asked is returned, the last of several. A window that reads a file
   * asks later than `settled` can know.
   */
  async asks(verb: AskedBy<Program>['verb']): Promise<AskedBy<Program>> {
    const find = (): AskedBy<Program> | undefined => this.program.asked.findLast((asked) => asked.verb === verb);
    await this.until(`asked ${verb}`, () => find() !== undefined);
    const asked = find();
    if (!asked) throw new Error(`${verb} is no longer among what was asked`);
    return asked;
  }

  /** A shortcut of the registry, which something has to hear; `index` for one of several keys. */
  async press(name: ShortcutName, index = 0): Promise<void> {
    await this.settled();
    if (!pressKey(shortcutOf(name).keys[index] ?? '')) throw new Error(`nobody hears ${name}`);
    await this.settled();
  }

  /** Keys that are not in the registry: digits, arrows, Enter. */
  async pressKeys(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.settled();
      pressKey(key);
    }
    await this.settled();
  }

  /** Types into the field that has the focus. */
  async type(text: string): Promise<void> {
    await this.settled();
    typeInto(focusedElement(), text);
    await this.settled();
  }

  /** Types into the field with this label, over what was in it. */
  async fill(label: WordKey, text: string, values: Values = {}): Promise<void> {
    const field = await this.#fieldOf(this.#t(label, values));
    field.focus();
    await this.type(text);
  }

  /** Presses what bears this word: a button, a choice, a box to tick. */
  async click(word: WordKey, values: Values = {}): Promise<void> {
    const text = this.#t(word, values);
    const find = (): HTMLElement | undefined => bearerOf(text);
    await this.until(text, () => find() !== undefined);
    find()?.click();
    await this.settled();
  }

  /** Presses a second time, once the sentence has been there long enough. */
  async confirm(): Promise<void> {
    await this.until('the second press', () => focusedElement().closest('.final-act button') !== null);
    await this.pressKeys('Enter');
  }

  /** Until the paper is drawn. */
  async seesPaper(): Promise<void> {
    await this.finds('canvas[data-shown="true"]');
  }

  async #fieldOf(label: string): Promise<HTMLElement> {
    const find = (): HTMLElement | null =>
      shownElements('label').find((element) => element.textContent.trim() === label)?.control ?? null;
    await this.until(label, () => find() !== null);
    const field = find();
    if (!field) throw new Error(`${label} is gone`);
    return field;
  }
}

/** Something comes or goes, rather than turning for as long as it is there. */
function isMoving(): boolean {
  return document
    .getAnimations()
    .some(({ effect, playState }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity);
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });
}

function drawn(): Promise<void> {
  return new Promise((resolve) => afterDrawing(resolve));
}

/** What bears just this, before what only begins with it; the strip of tasks bears the words of the tasks too. */
function bearerOf(text: string): HTMLElement | undefined {
  const fitting = shownElements(PRESSED).filter((element) => wordsOn(element).startsWith(text) && !isDisabled(element));
  const within = fitting.filter((element) => element.closest('nav') === null);
  const all = within.length > 0 ? within : fitting;
  return all.find((element) => wordsOn(element) === text) ?? all[0];
}

/** Without the keys that stand there too. */
function wordsOn(element: HTMLElement): string {
  const keys = Array.from(element.querySelectorAll('.kbd'), (key) => key.textContent);
  return keys.reduce((text, key) => text.replace(key, ''), element.textContent).trim();
}

function isDisabled(element: HTMLElement): boolean {
  return element.matches(':disabled') || element.closest('[inert]') !== null;
}

function shownElements<Name extends keyof HTMLElementTagNameMap>(selector: Name): HTMLElementTagNameMap[Name][];
function shownElements(selector: string): HTMLElement[];
function shownElements(selector: string): HTMLElement[] {
  return Array.from(document.querySelectorAll<HTMLElement>(selector)).filter((element) =>
    element.checkVisibility({ checkVisibilityCSS: true }),
  );
}

function ownText(element: Element): string {
  const texts = Array.from(element.childNodes, (node) => (node.nodeType === Node.TEXT_NODE ? node.nodeValue : ''));
  return texts.join('').replaceAll(/\s+/g, ' ');
}
