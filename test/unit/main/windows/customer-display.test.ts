/** The customer's window goes to a display that is not the clerk's, and does not move without need. */
import { expect, test } from 'vitest';
import { customerDisplay } from '../../../../electron/main/windows/customer-display.ts';

const display = (id: number) => ({ id, bounds: { x: id * 1280, y: 0, width: 1280, height: 800 } });
const [first, second, third] = [display(1), display(2), display(3)];

test.each([
  ['one display', [first], 1, null, null],
  ['two, the clerk on the first', [first, second], 1, null, second],
  ['two, the clerk on the second', [first, second], 2, null, first],
  ['three: where it was', [first, second, third], 1, 3, third],
  ['three, its own unplugged', [first, second], 1, 3, second],
  ['the clerk moved onto its display', [first, second, third], 3, 3, first],
  ['none, as when all are asleep', [], 1, 2, null],
] as const)('%s', (_what, displays, clerk, before, expected) => {
  expect(customerDisplay(displays, clerk, before)).toBe(expected);
});
