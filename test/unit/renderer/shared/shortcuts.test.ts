/** Each shortcut is defined once, and no two that can be heard together share a key. */
import { expect, test } from 'vitest';
import { combinationOf } from '../../../../renderer/shared/keyboard/key-listener.ts';
import { heardTogether, shortcuts, type ShortcutName } from '../../../../renderer/shared/keyboard/shortcuts.ts';

const all = Object.entries(shortcuts) as [ShortcutName, (typeof shortcuts)[ShortcutName]][];

test('no two shortcuts heard at the same time share a key', () => {
  for (const [name, { scope }] of all) {
    const together = all.filter(([, other]) => heardTogether(scope).includes(other.scope));
    const mine: readonly string[] = shortcuts[name].keys;
    const clashes = together.filter(([other, { keys }]) => other !== name && keys.some((key) => mine.includes(key)));
    expect(clashes.map(([other]) => `${name} and ${other}`)).toEqual([]);
  }
});

test('no shortcut takes a key the system needs', () => {
  const taken = ['F12', 'Alt+F4', 'Ctrl+C', 'Ctrl+V', 'Ctrl+X', 'Ctrl+A', 'Ctrl+Z', 'Tab', 'Shift+Tab'];
  for (const [, { keys }] of all) for (const key of keys) expect(taken).not.toContain(key);
});

const pressed = { key: '', code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

test.each([
  [{ key: 'Enter', code: 'NumpadEnter' }, 'Enter'],
  [{ key: '1', code: 'Numpad1' }, '1'],
  [{ key: '?', code: 'Slash', shiftKey: true }, '?'],
  [{ key: 'k', code: 'KeyK', ctrlKey: true }, 'Ctrl+K'],
  [{ key: 'K', code: 'KeyK', ctrlKey: true }, 'Ctrl+K'],
  [{ key: 'å', code: 'KeyA', altKey: true }, 'Alt+A'],
  [{ key: 'a', code: 'KeyA' }, 'a'],
  [{ key: 'Enter', code: 'Enter', ctrlKey: true }, 'Ctrl+Enter'],
  [{ key: 'F3', code: 'F3', shiftKey: true }, 'Shift+F3'],
])('%j is %s', (event, combination) => {
  expect(combinationOf({ ...pressed, ...event })).toBe(combination);
});
