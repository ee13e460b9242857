/** The control port of baresip: netstrings come in any pieces, and what is none ends the line. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  callerNumber,
  netstring,
  NetstringBreach,
  Netstrings,
  readMessage,
} from '../../../../../../electron/server/telephone/lines/baresip/control-message-rules.ts';

test('messages are the same, however their bytes are cut', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 5 }), fc.nat(40), (texts, cut) => {
      const bytes = Buffer.from(texts.map((text) => netstring({ text })).join(''));
      const netstrings = new Netstrings();
      const size = cut + 1;
      const got: string[] = [];
      for (let at = 0; at < bytes.length; at += size) got.push(...netstrings.take(bytes.subarray(at, at + size)));
      expect(got.map((text) => JSON.parse(text) as unknown)).toEqual(texts.map((text) => ({ text })));
    }),
  );
});

test.each(['hello', '9999999:x', '-1:x,'])('%s is no netstring', (text) => {
  expect(() => new Netstrings().take(Buffer.from(text))).toThrow(NetstringBreach);
});

test('an event and an answer are read, anything else is not', () => {
  const event = { event: true, type: 'CALL_DTMF_START', id: '1', param: '5' };
  expect(readMessage(JSON.stringify({ ...event, class: 'call' }))).toEqual(event);
  expect(readMessage('{"response":true,"ok":false,"data":"","token":"3"}')).toEqual({
    response: true,
    ok: false,
    token: '3',
  });
  for (const text of ['', 'null', '{"event":1}', '[]']) expect(readMessage(text)).toBeNull();
});

test.each([
  ['sip:13812345678@10.0.0.1:5060', '13812345678'],
  ['sip:+8613812345678@10.0.0.1', '+8613812345678'],
  ['sips:02088888888@exchange', '02088888888'],
  ['sip:anonymous@anonymous.invalid', null],
  [undefined, null],
])('%s calls from %s', (uri, number) => {
  expect(callerNumber(uri)).toBe(number);
});
