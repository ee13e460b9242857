/** Where the keyboard is: every rule by which the focus moves without the clerk, each with its reason. */
import { nextTick } from 'vue';

/** A field, a button, or a part of the screen that knows which of its own takes the keyboard. */
export interface Focusable {
  focus(): void;
}

/** No element receives keys: the one that had the focus was removed or disabled. */
function focusIsLost(): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body || activeElement.matches(':disabled');
}

/** The element with the focus before a change, to be compared with the one afterwards. */
export function focusedElement(): Element | null {
  return document.activeElement;
}

/** The clerk has gone to another place since this one had the focus, and stays there. */
export function focusHasMoved(since: Element | null): boolean {
  const { activeElement } = document;
  return activeElement !== since && activeElement !== document.body;
}

/** Once a lock uncovers the window, the clerk goes on typing where they were, or at the first place there is. */
export class FocusKept {
  #place: Element | null = null;

  keep(): void {
    this.#place = document.activeElement;
  }

  giveBack(first: string): void {
    if (this.#place instanceof HTMLElement) this.#place.focus();
    if (focusIsLost()) document.querySelector<HTMLElement>(first)?.focus();
  }

  /** Only where nothing else has taken the keyboard since. */
  giveBackLost(): void {
    if (focusIsLost() && this.#place instanceof HTMLElement) this.#place.focus();
  }
}

/** What comes with a change stands in the page only after it, so the focus waits for the page. */
export async function focusNext(place: () => Focusable | null | undefined): Promise<void> {
  await nextTick();
  place()?.focus();
}

/** A change that comes by itself takes the focus from no clerk who types; it only gives back one that it took away. */
export async function focusIfLost(place: () => Focusable | null | undefined): Promise<void> {
  await nextTick();
  if (focusIsLost()) place()?.focus();
}

/** A change that comes by itself may also move the focus within the list it comes to, where no text is typed. */
export async function focusWithin(list: () => Node | null | undefined, place: () => void): Promise<void> {
  await nextTick();
  if (focusIsLost() || list()?.contains(document.activeElement) === true) place();
}

/**
 * Puts the focus at once, and again when what was read has taken its place away or there was none before: a clerk who
 * types in a place, or has gone to another, is left alone. @param placeRead where what was read is known to be empty, say.
 */
export async function focusAround(
  place: () => void,
  read: () => Promise<unknown>,
  placeRead: () => void = place,
): Promise<void> {
  await nextTick();
  const before = document.activeElement;
  place();
  const hadPlace = document.activeElement !== before;
  await read();
  await nextTick();
  if (focusIsLost() || (!hadPlace && document.activeElement === before)) placeRead();
}
