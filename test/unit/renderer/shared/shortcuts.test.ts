/** How a pressed key is written. */
import { expect, test } from 'vitest';
import { combinationOf } from '../../../../renderer/shared/keyboard/key-listener.ts';

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
  [{ key: '=', code: 'Equal', ctrlKey: true }, 'Ctrl++'],
  [{ key: '+', code: 'Equal', ctrlKey: true, shiftKey: true }, 'Ctrl++'],
  [{ key: '+', code: 'NumpadAdd', ctrlKey: true }, 'Ctrl++'],
  [{ key: '-', code: 'NumpadSubtract', ctrlKey: true }, 'Ctrl+-'],
])('%j is %s', (event, combination) => {
  expect(combinationOf({ ...pressed, ...event })).toBe(combination);
});
