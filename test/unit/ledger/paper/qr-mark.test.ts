import decode from 'qr/decode.js';
import { expect, test } from 'vitest';
import { drawQr, verificationText } from '../../../../electron/ledger/paper/qr-mark.ts';

const UNIT = 4;
const QUIET = 4 * UNIT;

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** The rectangles as a scanner would see them on white paper. */
function picture(boxes: readonly Box[], side: number) {
  const width = side + 2 * QUIET;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const { x, y, width: across, height: down } of boxes) {
    for (let row = Math.round(y); row < Math.round(y + down); row += 1) {
      for (let column = Math.round(x); column < Math.round(x + across); column += 1) {
        data.fill(0, ((row + QUIET) * width + column + QUIET) * 4, ((row + QUIET) * width + column + QUIET) * 4 + 3);
      }
    }
  }
  return { width, height: width, data };
}

test.each([
  ['0101-20261120-000123', 'K7QF-2M9X'],
  ['9999-20991231-999999', 'ZZZZ-ZZZZ'],
])('the code drawn for document %s is read back as MC1|number|code', (number, code) => {
  const boxes: Box[] = [];
  const text = verificationText(number, code);
  const side = 29 * UNIT;
  drawQr({ fillAll: (_, drawn) => void boxes.push(...drawn) }, text, 0, 0, side);
  expect(text).toBe(`MC1|${number}|${code}`);
  expect(decode(picture(boxes, side))).toBe(text);
});
