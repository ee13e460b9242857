/** Hears the keys of a window and hands them to whoever registered last, stopping at an overlay. */
import { onActivated, onBeforeUnmount, onDeactivated, onMounted } from 'vue';
import { type NamesIn, shortcuts, type ShortcutName, type ShortcutScope } from './shortcuts.ts';

type Handler = (place: number) => void;
type Handlers<S extends ShortcutScope> = { readonly [N in NamesIn<S>]?: Handler };

interface Layer {
  readonly handlers: Partial<Record<ShortcutName, Handler>>;
  /** An overlay keeps keys from what lies beneath it, save those that work everywhere. */
  readonly overlay: boolean;
}

const layers: Layer[] = [];

/** Registers handlers while the component is mounted (and, kept alive, while it is shown). */
export function useShortcuts<S extends ShortcutScope>(scope: S, handlers: Handlers<S>): void {
  const layer: Layer = { handlers, overlay: scope === 'overlay' };
  const enter = (): void => {
    if (!layers.includes(layer)) layers.push(layer);
  };
  const leave = (): void => {
    const place = layers.indexOf(layer);
    if (place >= 0) layers.splice(place, 1);
  };
  onMounted(enter);
  onActivated(enter);
  onDeactivated(leave);
  onBeforeUnmount(leave);
}

/** Starts listening; once a window. */
export function listenToKeys(target: Window): void {
  target.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || isHeldDown(event)) return;
    const found = handlerFor(event);
    if (!found) return;
    event.preventDefault();
    found();
  });
}

/** A key held down turns pages, and does nothing else twice. */
function isHeldDown({ repeat, key }: KeyboardEvent): boolean {
  return repeat && !key.startsWith('Page');
}

function handlerFor(event: KeyboardEvent): (() => void) | null {
  const combination = combinationOf(event);
  let beneathOverlay = false;
  for (const layer of layers.toReversed()) {
    for (const name of shortcutNames(layer)) {
      const place = (shortcuts[name].keys as readonly string[]).indexOf(combination);
      if (place < 0 || takenByField(combination, event.target)) continue;
      if (beneathOverlay && shortcuts[name].scope !== 'everywhere') continue;
      const handler = layer.handlers[name];
      if (handler) return () => handler(place);
    }
    beneathOverlay ||= layer.overlay;
  }
  return null;
}

function shortcutNames(layer: Layer): readonly ShortcutName[] {
  return Object.keys(layer.handlers).filter((name): name is ShortcutName => Object.hasOwn(shortcuts, name));
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

/** With Alt some keyboards make another character of a key, so there its position counts. */
function plainKey(event: KeyPress): string {
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
