/** A key as a person presses it, for a page that no person sits at. */

/**
 * The key at this very moment, whatever has been drawn. `keys` as they stand in the registry of shortcuts. False when
 * nothing in the window has taken it.
 */
export function pressKey(keys: string, more: KeyboardEventInit = {}): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const event = new KeyboardEvent('keydown', {
    key: /^[A-Z]$/.test(key) ? key.toLowerCase() : key,
    code: codeOf(key),
    ctrlKey: parts.includes('Ctrl'),
    altKey: parts.includes('Alt'),
    bubbles: true,
    cancelable: true,
    ...more,
  });
  const target = focusedElement();
  if (!target.dispatchEvent(event)) return true;
  // What a browser does with an Enter that nobody has taken.
  if (keys !== 'Enter' || !(target instanceof HTMLButtonElement) || target.disabled) return false;
  target.click();
  return true;
}

function codeOf(key: string): string {
  if (/^[A-Z]$/.test(key)) return `Key${key}`;
  return /^\d$/.test(key) ? `Digit${key}` : key;
}

export function focusedElement(): HTMLElement {
  return document.activeElement instanceof HTMLElement ? document.activeElement : document.body;
}

/** Over what stood in the field. */
export function typeInto(field: HTMLElement, text: string): void {
  if (!(field instanceof HTMLInputElement)) throw new Error(`nothing is typed into ${field.outerHTML.slice(0, 80)}`);
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
