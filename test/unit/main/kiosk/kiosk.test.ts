/** What a terminal is started with, and whom it believes. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isOfAuthority } from '../../../../electron/main/kiosk/kiosk-trust.ts';
import { kioskWish } from '../../../../electron/main/kiosk/kiosk-wish.ts';
import { makeAuthority, OfficeAuthority } from '../../../../electron/server/identity/office-authority.ts';
import { freshFolder } from '../../../offices/test-folders.ts';

const DAY = 24 * 3_600_000;

test('a terminal shows one address, and leaves after a minute unless it is told otherwise', () => {
  const authority = join(freshFolder(), 'authority.pem');
  writeFileSync(authority, 'PEM');
  expect(kioskWish(['--data', '/srv/office'])).toBeNull();
  expect(kioskWish(['--kiosk', 'https://cards.bank.example:8443/'])).toEqual({
    origin: 'https://cards.bank.example:8443',
    authority: null,
    idleSeconds: 60,
  });
  const words = ['--kiosk', 'https://10.0.0.5', '--kiosk-idle', '30', '--kiosk-authority', authority];
  expect(kioskWish(words)).toEqual({ origin: 'https://10.0.0.5', authority: 'PEM', idleSeconds: 30 });
});

test.each([
  [['--kiosk']],
  [['--kiosk', 'cards.bank.example']],
  [['--kiosk', 'http://cards.bank.example']],
  [['--kiosk', 'https://cards.bank.example/account']],
  [['--kiosk', 'https://clerk@cards.bank.example']],
  [['--kiosk', 'https://a.example', '--kiosk-idle', '0']],
  [['--kiosk', 'https://a.example', '--kiosk-idle', 'long']],
  [['--kiosk', 'https://a.example', '--kiosk-authority', '/nowhere.pem']],
])('%j makes no sense', (args) => {
  expect(() => kioskWish(args)).toThrow();
});

test('besides what its system knows it believes the one authority it was given, for the name, while it serves', async () => {
  const [own, other] = await Promise.all([makeAuthority('one', Date.now()), makeAuthority('one', Date.now())]);
  const { certificate } = await (
    await OfficeAuthority.of(own)
  ).issueServer('one', ['localhost', '10.0.0.5'], Date.now());
  const now = Date.now();
  expect(isOfAuthority(certificate, own.certificate, { host: 'localhost', now })).toBe(true);
  expect(isOfAuthority(certificate, own.certificate, { host: '10.0.0.5', now })).toBe(true);
  expect(isOfAuthority(certificate, other.certificate, { host: 'localhost', now })).toBe(false);
  expect(isOfAuthority(certificate, own.certificate, { host: 'evil.example', now })).toBe(false);
  expect(isOfAuthority(certificate, own.certificate, { host: 'localhost', now: now + 4_000 * DAY })).toBe(false);
  expect(isOfAuthority(own.certificate, own.certificate, { host: 'localhost', now })).toBe(false);
});
