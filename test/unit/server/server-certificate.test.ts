/** The server's own certificate: the same while it serves, another one before it runs out and when the computer is reached otherwise. */
import { X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';
import { makeAuthority, OfficeAuthority } from '../../../electron/server/identity/office-authority.ts';
import { ServerCertificate } from '../../../electron/server/identity/server-certificate.ts';

const DAY = 24 * 3_600_000;
const NOW = Date.UTC(2026, 10, 27);

async function opened() {
  const computer = { now: NOW, names: ['office', '192.168.1.7'] };
  const authority = await OfficeAuthority.of(await makeAuthority('office-1', NOW));
  const certificate = await ServerCertificate.of({
    ...{ authority, office: 'office-1' },
    names: () => computer.names,
    now: () => computer.now,
  });
  return { computer, certificate };
}

const namesIn = (pem: string | undefined): string => new X509Certificate(pem ?? '').subjectAltName ?? '';

test('it names every name and address of its computer, and is shown as it is while they stay', async () => {
  const { computer, certificate } = await opened();
  expect(namesIn(certificate.identity.certificate)).toBe('DNS:office, IP Address:192.168.1.7');
  computer.now += 300 * DAY;
  expect(await certificate.look()).toBeNull();
});

test('with another address there is another one at once, and one alone', async () => {
  const { computer, certificate } = await opened();
  computer.names = ['office', '192.168.1.9'];
  const renewed = await certificate.look();
  expect(namesIn(renewed?.certificate)).toBe('DNS:office, IP Address:192.168.1.9');
  expect(certificate.identity).toBe(renewed);
  expect(await certificate.look()).toBeNull();
});

test('two months before it runs out there is another one, for another year', async () => {
  const { computer, certificate } = await opened();
  computer.now += 306 * DAY;
  const renewed = await certificate.look();
  expect(new X509Certificate(renewed?.certificate ?? '').validToDate.getTime()).toBe(computer.now + 365 * DAY);
  expect(await certificate.look()).toBeNull();
});
