/** Keys as bytes: read from digits and written as digits without a string, and overwritten where they are done with. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { copyOfKeys, hexOfKey, keyOfHex, overwriteKeys } from '../../../../electron/contract/kernel/key-bytes.ts';

const key = fc.uint8Array({ minLength: 32, maxLength: 32 });
const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');

test('digits are those of everybody else, and are read back with a line end of any kind', () => {
  fc.assert(
    fc.property(key, fc.constantFrom('', '\n', '\r\n', ' \n'), (bytes, end) => {
      const digits = Buffer.from(hexOfKey(bytes)).toString('latin1');
      expect(digits).toBe(Buffer.from(bytes).toString('hex'));
      expect(keyOfHex(ascii(`${digits}${end}`))).toEqual(bytes);
    }),
  );
});

test.each(['', '0'.repeat(63), '0'.repeat(65), 'G'.repeat(64), 'AB'.repeat(32), `${'0'.repeat(64)}\n0`])(
  '%j is no key',
  (text) => {
    expect(keyOfHex(ascii(text))).toBeNull();
  },
);

test('a copy outlives the original that is overwritten', () => {
  const keys = { dataKey: new Uint8Array(32).fill(1), pinKey: new Uint8Array(32).fill(2) };
  const copy = copyOfKeys(keys);
  overwriteKeys(keys);
  expect([...keys.dataKey, ...keys.pinKey].every((byte) => byte === 0)).toBe(true);
  expect(copy).toEqual({ dataKey: new Uint8Array(32).fill(1), pinKey: new Uint8Array(32).fill(2) });
});
