/** The seal of an entry against the RFC's own example, and what it is bound to. */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { ENTRY_SUITE, EntryKey, sealEntry, type EntryPlace } from '../../../electron/line/entry-seal.ts';

const PLACE: EntryPlace = { taskId: 'task-1', step: 'new', counter: '02' };
const DIGITS = Buffer.from('750291');
const hex = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'hex'));
let key: EntryKey;

beforeAll(async () => {
  key = await EntryKey.make();
});

test('RFC 9180, A.3.1: base mode of P-256, HKDF-SHA256 and AES-128-GCM', async () => {
  const recipientKey = await ENTRY_SUITE.kem.importKey(
    'raw',
    hex('f3ce7fdae57e1a310d87f1ebbde6f328be0a99cdbcadf4d6589cf29de4b8ffd2').buffer,
    false,
  );
  const enc = hex(
    '04a92719c6195d5085104f469a8b9814d5838ff72b60501e2c4466e5e67b325ac98536d7b61a1af4b78e5b7f951c0900be863c403ce65c9bfcb9382657222d18c4',
  );
  const info = hex('4f6465206f6e2061204772656369616e2055726e');
  const context = await ENTRY_SUITE.createRecipientContext({ recipientKey, enc, info });
  const opened = await context.open(
    hex('5ad590bb8baa577f8619db35a36311226a896e7342a6d836d8b7bcd2f20b6c7f9076ac232e3ab2523f39513434'),
    hex('436f756e742d30'),
  );
  expect(Buffer.from(opened).toString('utf8')).toBe('Beauty is truth, truth beauty');
});

test('what was sealed is opened for its own place, and the digits given stay as they were', async () => {
  const digits = Buffer.from(DIGITS);
  const sealed = await sealEntry(key.publicKey, PLACE, digits);
  expect([sealed.enc.length, sealed.box.length, digits.toString()]).toEqual([65, 22, '750291']);
  expect(Buffer.from((await key.open(sealed, PLACE)) ?? []).toString()).toBe('750291');
});

test.each([
  ['another task', { taskId: 'task-2' }],
  ['another step', { step: 'repeat' }],
  ['another counter', { counter: '03' }],
])('for %s it is no entry', async (_, other) => {
  const sealed = await sealEntry(key.publicKey, PLACE, DIGITS);
  expect(await key.open(sealed, { ...PLACE, ...other })).toBeNull();
});

test('for the key of another start it is none', async () => {
  const sealed = await sealEntry(key.publicKey, PLACE, DIGITS);
  expect(await (await EntryKey.make()).open(sealed, PLACE)).toBeNull();
});

test('neither is what was changed on the way, at any byte', async () => {
  const { enc, box } = await sealEntry(key.publicKey, PLACE, DIGITS);
  await fc.assert(
    fc.asyncProperty(fc.nat(enc.length + box.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
      const changed = Buffer.concat([enc, box]);
      changed[at] = (changed[at] ?? 0) ^ by;
      const sealed = { enc: changed.subarray(0, enc.length), box: changed.subarray(enc.length) };
      expect(await key.open(sealed, PLACE)).toBeNull();
    }),
  );
});
