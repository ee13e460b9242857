/**
 * Who hears the keys of a window. Whoever registers is heard as long as it is shown: its place is in the page and not
 * inert. Of those shown, a dialog comes first, then what asks for a second press, then the task, then the counter; a
 * dialog keeps keys from everything beneath it, a second press from the task. A key that is held down, or was pressed
 * before its place was drawn, starts nothing.
 */
import { getCurrentInstance, onBeforeUnmount, onMounted } from 'vue';
import { wasDrawn } from './drawn.ts';
import { isShortcut, type NamesIn, shortcutOf, type ShortcutName, type ShortcutScope } from './shortcuts.ts';

/**
 * @param place of the key in the shortcut's list.
 * @param at when it was pressed, on the clock of events, in milliseconds.
 */
type Handler = (index: number, at: number) => void;
type Handlers<S extends ShortcutScope> = { readonly [N in NamesIn<S>]?: Handler };

interface Layer {
  readonly scope: ShortcutScope;
  readonly handlers: Partial<Record<ShortcutName, Handler>>;
  /** Where it stands in the page. */
  readonly node: () => Node | null;
}

/** Whose keys come first. */
const RANKS = { counter: 0, task: 1, secondPress: 2, dialog: 3 } as const;

/** In the order they came. */
const layers = new Set<Layer>();

/** Registers handlers for as long as the component exists; they are heard while it is shown. */
export function useShortcuts<S extends ShortcutScope>(scope: S, handlers: Handlers<S>): void {
  const instance = getCurrentInstance();
  const layer: Layer = { scope, handlers, node: () => nodeOf(instance?.subTree.el) };
  onMounted(() => layers.add(layer));
  onBeforeUnmount(() => layers.delete(layer));
}

function nodeOf(element: unknown): Node | null {
  return element instanceof Node ? element : null;
}

/** Starts listening; once a window. Returns what ends it. */
export function listenToKeys(target: Window): () => void {
  const whileListening = new AbortController();
  const { signal } = whileListening;
  target.addEventListener('keydown', holdBack, { capture: true, signal });
  target.addEventListener('click', holdBackClick, { capture: true, signal });
  target.addEventListener('keydown', hear, { signal });
  return () => whileListening.abort();
}

/** What the page itself would do with a key: Enter submits and presses, a blank presses. */
function holdBack(event: KeyboardEvent): void {
  if (event.isComposing || !(event.target instanceof HTMLElement)) return;
  const presses = event.key === 'Enter' || (event.key === ' ' && !isTextEntry(event.target));
  if (!presses || (!event.repeat && wasDrawn(event.target, event.timeStamp))) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  // With Ctrl or Alt it does not press what has the focus, and means the same wherever that is.
  if (event.ctrlKey || event.metaKey || event.altKey) start(event);
}

/** A click that was meant for what stood there before; what a key or the program clicks has no place on the screen. */
function holdBackClick(event: MouseEvent): void {
  if (event.detail === 0 || !(event.target instanceof Node) || wasDrawn(event.target, event.timeStamp)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

function hear(event: KeyboardEvent): void {
  if (!event.defaultPrevented && !event.isComposing) start(event);
}

function start(event: KeyboardEvent): void {
  const found = isHeldDown(event) ? null : handlerFor(event);
  if (!found) return;
  event.preventDefault();
  found();
}

/** A key held down turns pages, and does nothing else twice. */
function isHeldDown({ repeat, key }: KeyboardEvent): boolean {
  return repeat && !key.startsWith('Page');
}

function handlerFor(event: KeyboardEvent): (() => void) | null {
  const combination = combinationOf(event);
  const indexOf = (name: ShortcutName): number => shortcutOf(name).keys.indexOf(combination);
  const found = topmost((name) => indexOf(name) >= 0 && !takenByField(combination, event.target));
  if (!found) return null;
  const { layer, name, handler } = found;
  return () => whenDrawn(layer, name, event, () => handler(indexOf(name), event.timeStamp));
}

/**
 * What the key of a shortcut would do now, begun otherwise than by that key; false when nothing that is shown hears it.
 * `index` is that of one of several keys.
 */
export function pressShortcut(wanted: ShortcutName, index = 0): boolean {
  const found = topmost((name) => name === wanted);
  found?.handler(index, performance.now());
  return found !== null;
}

interface Heard {
  readonly layer: Layer;
  readonly name: ShortcutName;
  readonly handler: Handler;
}

function topmost(isMeant: (name: ShortcutName) => boolean): Heard | null {
  let lowest: number = RANKS.counter;
  for (const layer of shownLayers()) {
    const rank = rankOf(layer.scope);
    for (const name of shortcutNames(layer)) {
      const handler = layer.handlers[name];
      if (handler && isMeant(name) && isHeardBeneath(name, rank, lowest)) return { layer, name, handler };
    }
    lowest = Math.max(lowest, rank);
  }
  return null;
}

/** The topmost listener comes first, and among equals the last registered. */
function shownLayers(): readonly Layer[] {
  return [...layers]
    .filter(({ node }) => isShown(node()))
    .toReversed()
    .toSorted((one, other) => rankOf(other.scope) - rankOf(one.scope));
}

function isShown(node: Node | null): boolean {
  if (!node?.isConnected) return false;
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest('[inert]') === null;
}

function rankOf(scope: ShortcutScope): number {
  if (scope === 'overlay') return RANKS.dialog;
  if (scope === 'confirm') return RANKS.secondPress;
  return scope === 'everywhere' || scope === 'counter' ? RANKS.counter : RANKS.task;
}

/** @param highest rank of what lies above. */
function isHeardBeneath(name: ShortcutName, rank: number, highest: number): boolean {
  if (rank >= highest) return true;
  if (highest === RANKS.dialog) return shortcutOf(name).scope === 'everywhere';
  return highest < RANKS.secondPress || rank === RANKS.counter;
}

/** What only leads elsewhere may be typed ahead: what it leads to is guarded itself. */
function whenDrawn(layer: Layer, name: ShortcutName, { timeStamp }: KeyboardEvent, act: () => void): void {
  if (shortcutOf(name).leads || wasDrawn(layer.node(), timeStamp)) act();
}

function shortcutNames(layer: Layer): readonly ShortcutName[] {
  return Object.keys(layer.handlers).filter(isShortcut);
}

type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** `Ctrl+Shift+K`, `F2`, `?`, `Enter`. The numpad gives the same keys as the main block. */
export function combinationOf(event: KeyPress): string {
  const key = plainKey(event);
  const isLetter = /^[a-z]$/i.test(key);
  const modifiers = [
    event.ctrlKey || event.metaKey ? 'Ctrl' : '',
    event.altKey ? 'Alt' : '',
    event.shiftKey && (isLetter || key.length > 1) ? 'Shift' : '',
  ].filter(Boolean);
  return [...modifiers, isLetter && modifiers.length > 0 ? key.toUpperCase() : key].join('+');
}

/** With Alt some keyboards make another character of a key, so there its position counts; Ctrl with + needs no Shift. */
function plainKey(event: KeyPress): string {
  if (event.ctrlKey && event.key === '=') return '+';
  const position = event.altKey ? /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(event.code) : null;
  return position?.[1] ?? event.key;
}

/** A character belongs to the text field it is typed into, Enter to the button it presses. */
function takenByField(combination: string, target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (combination === 'Enter') return target.closest('button, a, select, textarea, summary') !== null;
  return combination.length === 1 && isTextEntry(target);
}

function isTextEntry(target: HTMLElement): boolean {
  if (target instanceof HTMLInputElement) return !['radio', 'checkbox', 'button', 'file'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}
