/** The key of a computer that joins, and its request: what the office's authority signs, from any key, however short its digits. */
import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { certificateRequest, newCounterKey, pemOfKey } from '../../../../electron/main/joining/counter-key.ts';
import { isOurs } from '../../../../electron/main/joining/certificate-rules.ts';
import { makeAuthority, OfficeAuthority } from '../../../../electron/server/identity/office-authority.ts';

const place = { office: 'office-1', number: '02', kind: 'counter' } as const;

test('a request over any key is signed, and the certificate stands on that key', async () => {
  const authority = await OfficeAuthority.of(await makeAuthority('office-1', Date.now()));
  const zeros = fc.integer({ min: 0, max: 20 });
  const digits = fc.uint8Array({ minLength: 32, maxLength: 32 });
  await fc.assert(
    fc.asyncProperty(digits, zeros, async (bytes, leading) => {
      // Any number of the curve that is not nought, also one that begins with zeros.
      const key = Uint8Array.from(bytes, (byte, at) => (at < leading ? 0 : at === 31 ? byte | 1 : byte & 0x7f));
      const { certificate } = await authority.signCounter(certificateRequest(key), place, Date.now());
      expect(isOurs(certificate, { key: pemOfKey(key), authority: authority.certificate })).toBe(true);
      expect(isOurs(certificate, { key: pemOfKey(newCounterKey()), authority: authority.certificate })).toBe(false);
    }),
  );
});

test('a new key is another one each time, and 32 bytes', () => {
  const [one, other] = [newCounterKey(), newCounterKey()];
  expect([one.length, other.length]).toEqual([32, 32]);
  expect(Buffer.from(one).equals(other)).toBe(false);
});

test('a certificate of another authority is not ours, and text that is none is not either', async () => {
  const [office, other] = await Promise.all(
    ['office-1', 'office-2'].map(async (name) => OfficeAuthority.of(await makeAuthority(name, Date.now()))),
  );
  const key = newCounterKey();
  const { certificate } = await other!.signCounter(certificateRequest(key), place, Date.now());
  expect(isOurs(certificate, { key: pemOfKey(key), authority: office!.certificate })).toBe(false);
  expect(isOurs('no certificate', { key: pemOfKey(key), authority: office!.certificate })).toBe(false);
  expect(createPublicKey(createPrivateKey(pemOfKey(key)))).toEqual(new X509Certificate(certificate).publicKey);
});
