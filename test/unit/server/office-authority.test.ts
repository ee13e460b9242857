/** The office's authority: who is signed as what, for how long, and how its key lies on the disk. */
import { chmodSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createPublicKey, X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { RefusalError } from '../../../electron/contract/kernel/errors.ts';
import { keptAuthority } from '../../../electron/server/identity/authority-keeping.ts';
import { makeAuthority, OfficeAuthority } from '../../../electron/server/identity/office-authority.ts';
import { certificateState, leafValidity, serialText } from '../../../electron/server/identity/certificate-rules.ts';
import { certificateRequest } from '../../offices/certificates.ts';
import { freshFolder, keysBeside } from '../../offices/test-folders.ts';

const DAY = 24 * 3_600_000;
const NOW = Date.UTC(2026, 10, 27);
const PLACE = { office: 'office-1', number: '03', kind: 'supervisor-desk' } as const;

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof RefusalError ? error.refusal.code : String(error)),
  );

test('a counter is what the server says, not what it asks to be; its serial and its end come with it', async () => {
  const authority = await OfficeAuthority.of(await makeAuthority('office-1', NOW));
  const { key, request } = await certificateRequest('O=another office, OU=counter, CN=99');
  const signed = await authority.signCounter(request, PLACE, NOW);
  const certificate = new X509Certificate(signed.certificate);
  expect(certificate.subject).toBe('O=office-1\nOU=supervisor-desk\nCN=03');
  expect(certificate.ca).toBe(false);
  expect(certificate.keyUsage).toEqual(['1.3.6.1.5.5.7.3.2']);
  expect(certificate.checkIssued(new X509Certificate(authority.certificate))).toBe(true);
  expect(certificate.verify(createPublicKey(authority.certificate))).toBe(true);
  expect(certificate.publicKey.equals(createPublicKey(key))).toBe(true);
  expect(serialText(certificate.serialNumber)).toBe(signed.serial);
  expect(certificate.validToDate.getTime()).toBe(signed.until);
  expect(signed.until).toBe(NOW + 365 * DAY);
});

test('no two certificates have one serial', async () => {
  const authority = await OfficeAuthority.of(await makeAuthority('office-1', NOW));
  const { request } = await certificateRequest('CN=1');
  const first = await authority.signCounter(request, PLACE, NOW);
  expect((await authority.signCounter(request, PLACE, NOW)).serial).not.toBe(first.serial);
});

test('the server is signed for its names and addresses, as a server alone', async () => {
  const authority = await OfficeAuthority.of(await makeAuthority('office-1', NOW));
  const server = new X509Certificate(
    (await authority.issueServer('office-1', ['ledger.lan', '10.0.0.7'], NOW)).certificate,
  );
  expect(server.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
  expect([server.checkHost('ledger.lan'), server.checkIP('10.0.0.7'), server.checkHost('other.lan')]).toEqual([
    'ledger.lan',
    '10.0.0.7',
    undefined,
  ]);
});

test.each([
  ['no request at all', async () => Buffer.from('a counter')],
  ['a request that another key signed', async () => (await certificateRequest('CN=1', { forged: true })).request],
  ['a key of another kind', async () => (await certificateRequest('CN=1', { curve: 'P-384' })).request],
])('%s is not signed', async (_, request) => {
  const authority = await OfficeAuthority.of(await makeAuthority('office-1', NOW));
  expect(await codeOf(authority.signCounter(await request(), PLACE, NOW))).toBe('INPUT_INVALID');
});

test('a certificate is renewed in its last sixty days, is over with its last, and never outlives the authority', () => {
  const authority = { from: 0, until: NOW + 400 * DAY };
  const validity = leafValidity(NOW, authority);
  expect(validity).toEqual({ from: NOW - DAY, until: NOW + 365 * DAY });
  expect(leafValidity(NOW + 100 * DAY, authority).until).toBe(authority.until);
  const at = (days: number) => certificateState(validity, NOW + days * DAY);
  expect([-2, -1, 304, 305, 365, 366].map(at)).toEqual([
    'not yet',
    'good',
    'good',
    'to be renewed',
    'to be renewed',
    'over',
  ]);
});

test('the authority is made once, lies outside the data folder, and its file is its owner’s', async () => {
  const folder = freshFolder();
  const place = { keysFolder: keysBeside(folder), officeId: 'office-1' };
  const made = await keptAuthority(place, NOW);
  expect(await keptAuthority(place, NOW + DAY)).toEqual({ key: made.key.trim(), certificate: made.certificate.trim() });
  expect(readdirSync(folder)).toEqual([]);
  expect(readdirSync(place.keysFolder)).toEqual(['office-1.authority']);
  expect(statSync(join(place.keysFolder, 'office-1.authority')).mode & 0o777).toBe(0o600);
  const { fingerprint } = await OfficeAuthority.of(made);
  expect(fingerprint.replaceAll(' ', '')).toBe(
    new X509Certificate(made.certificate).fingerprint256.replaceAll(':', ''),
  );
  expect(fingerprint).toMatch(/^([0-9A-F]{4} ){15}[0-9A-F]{4}$/);
});

test('a file that others may read is not used, one that holds no authority is told', async () => {
  const folder = freshFolder();
  const place = { keysFolder: keysBeside(folder), officeId: 'office-1' };
  await keptAuthority(place, NOW);
  const path = join(place.keysFolder, 'office-1.authority');
  chmodSync(path, 0o644);
  expect(await codeOf(keptAuthority(place, NOW))).toBe('KEY_EXPOSED');
  chmodSync(path, 0o600);
  writeFileSync(path, 'nothing');
  expect(await codeOf(keptAuthority(place, NOW))).toBe('KEY_WRONG');
});
