/** The stream of a line: however its bytes are cut, the same messages come out, and nothing makes it hold much. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frame, FrameReader } from '../../../electron/line/frames.ts';
import { LineBreach } from '../../../electron/line/line-breach.ts';
import { bytesOf, messageOf } from '../../../electron/line/message-bytes.ts';

const MAX_BYTES = 50_000;
const PARTS = 1_000_000;

const key = fc.string({ unit: 'binary', maxLength: 8 });
/** What messages of the contract are made of. */
const value = fc.letrec((tie) => ({
  value: fc.oneof(
    fc.maxSafeInteger(),
    // No amount is a minus zero, and the line does not carry one.
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
    fc.string({ unit: 'binary' }),
    fc.constantFrom(null, undefined, true, false),
    fc.uint8Array({ maxLength: 5_000 }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;
const message = fc.dictionary(key, value, { maxKeys: 4, noNullPrototype: true });

function pieces(bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] {
  const places = [...new Set([0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length])];
  places.sort((one, other) => one - other);
  return places.slice(1).map((end, at) => bytes.subarray(places[at], end));
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts));
}

test('any cutting of the stream gives the messages that were sent, in order', () => {
  fc.assert(
    fc.property(fc.array(message, { maxLength: 6 }), fc.array(fc.nat(), { maxLength: 40 }), (messages, cuts) => {
      const stream = joined(messages.map((one) => frame(bytesOf(one))));
      const reader = new FrameReader(2 ** 24);
      const read = pieces(stream, cuts).flatMap((piece) => [...reader.take(piece)].map((one) => messageOf(one, PARTS)));
      expect(read).toEqual(messages);
      expect(reader.heldBytes).toBe(0);
    }),
  );
});

test('garbage is taken as messages or refused by name; it never holds more than twice what came, nor more than a message', () => {
  const stream = fc.array(
    fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      message.map((one) => frame(bytesOf(one))),
    ),
  );
  fc.assert(
    fc.property(stream, fc.array(fc.nat(), { maxLength: 20 }), (parts, cuts) => {
      const reader = new FrameReader(MAX_BYTES);
      let came = 0;
      try {
        for (const piece of pieces(joined(parts), cuts)) {
          came += piece.length;
          for (const one of reader.take(piece)) messageOf(one, PARTS);
          expect(reader.heldBytes).toBeLessThanOrEqual(Math.min(MAX_BYTES, Math.max(4_096, 2 * came)));
        }
      } catch (error) {
        if (!(error instanceof LineBreach)) throw error;
        expect(['frame-size', 'garbage']).toContain(error.reason);
      }
    }),
  );
});

test('a length that is announced takes no memory until its bytes come', () => {
  const reader = new FrameReader(2 ** 30);
  expect([...reader.take(Uint8Array.of(0x3f, 0xff, 0xff, 0xff, 1))]).toEqual([]);
  expect(reader.heldBytes).toBe(4_096);
});

test.each([
  ['longer than allowed', [0, 0, 0xc3, 0x51]],
  ['as long as can be', [0xff, 0xff, 0xff, 0xff]],
  ['empty', [0, 0, 0, 0]],
])('a frame that is %s is refused before its message comes', (_, length) => {
  expect(() => [...new FrameReader(MAX_BYTES).take(Uint8Array.from(length))]).toThrow(new LineBreach('frame-size'));
});

test('bytes stay bytes, and are no window on anything else', () => {
  const decoded = messageOf(bytesOf({ pdf: Buffer.from('划入') }), PARTS) as { pdf: Uint8Array };
  expect(decoded.pdf).toBeInstanceOf(Uint8Array);
  expect(decoded.pdf.buffer.byteLength).toBe(decoded.pdf.length);
  expect(Buffer.from(decoded.pdf).toString()).toBe('划入');
});

test.each([
  ['a tag, which would make an object of another kind', [0xc1, 0x00]],
  ['a list without an end', [0x9f, 0x01, 0xff]],
  ['a key twice', [0xa2, 0x61, 0x61, 0x01, 0x61, 0x61, 0x02]],
  ['a number longer than it need be', [0x18, 0x01]],
  ['an infinity', [0xf9, 0x7c, 0x00]],
  ['bytes after the message', [0x01, 0x01]],
  ['a text that is no UTF-8 in its length', [0x7a, 0xff, 0xff, 0xff, 0xff, 0x61]],
  ['half a message', [0x82, 0x01]],
  ['lists in lists without end', Array.from({ length: 1_000_000 }, () => 0x81)],
])('%s is no message', (_, bytes) => {
  expect(() => messageOf(Uint8Array.from(bytes), 2_000_000)).toThrow(new LineBreach('garbage'));
});

test('a message of more parts than allowed is refused, however short', () => {
  const list = bytesOf(Array.from({ length: 1_000 }, () => []));
  expect(messageOf(list, 1_001)).toHaveLength(1_000);
  expect(() => messageOf(list, 1_000)).toThrow(new LineBreach('garbage'));
});

test('a key of the name __proto__ is a key like another', () => {
  const bytes = Uint8Array.from([0xa1, 0x69, ...Buffer.from('__proto__'), 0xa1, 0x61, 0x78, 0x01]);
  const decoded = messageOf(bytes, PARTS) as object;
  expect(Object.getPrototypeOf(decoded)).toBe(Object.prototype);
  expect(Object.keys(decoded)).toEqual(['__proto__']);
});
