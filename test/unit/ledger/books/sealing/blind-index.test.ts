/** Blind indexes are HMAC-SHA-256, whichever way they are computed; nonces never repeat. */
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blindIndexing } from '../../../../../electron/ledger/books/sealing/blind-index.ts';
import { nextNonce, NONCE_BYTES } from '../../../../../electron/ledger/books/sealing/nonces.ts';

test('an index is the HMAC of RFC 4231, cut to 128 bits', () => {
  const index = blindIndexing(Buffer.alloc(20, 0x0b));
  expect(index('Hi There')).toBe('b0344c61d8db38535ca8afceaf0bf12b');
});

test('any text, long ones and broken surrogates too, gives what the platform’s own HMAC gives', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary', minLength: 600, maxLength: 3_000 }));
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 64 }), fc.array(text), (key, texts) => {
      const index = blindIndexing(key);
      for (const each of [...texts, '', '\ud800', '𠮷'.repeat(400)]) {
        expect(index(each)).toBe(createHmac('sha256', key).update(each).digest('hex').slice(0, 32));
      }
    }),
  );
});

test('nonces do not repeat, and one handed out stays as it is', () => {
  const nonces = Array.from({ length: 3_000 }, nextNonce);
  const seen = new Set(nonces.map((nonce) => nonce.toString('hex')));
  expect(seen.size).toBe(nonces.length);
  expect(nonces.every((nonce) => nonce.length === NONCE_BYTES)).toBe(true);
});
