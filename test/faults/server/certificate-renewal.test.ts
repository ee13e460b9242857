/** The certificate of a desktop that has joined renews itself, and nothing that happens meanwhile shuts the counter out. */
import { createPrivateKey } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeTemplate, PASSWORDS } from '../../offices/small-office.ts';
import type { JoinedDesktop } from './joined-desktop.ts';
import { answers, filesOf, keysOf, ServedBooks } from './served-books.ts';

const DAY = 24 * 3_600_000;
const template = await makeTemplate();
let office: ServedBooks;

beforeEach(async () => {
  office = await ServedBooks.open(template);
});

afterEach(() => office.close());

/** Both clocks, so many days before the certificate ends. */
async function daysBeforeEnd(days: number): Promise<number> {
  const [counter] = await office.counters();
  office.books.at = (counter?.certificateEndsAt ?? 0) - days * DAY;
  return office.books.at;
}

const kept = (counter: JoinedDesktop) =>
  JSON.parse(readFileSync(join(counter.folder, 'joining.json'), 'utf8')) as {
    readonly current: { readonly keyId: string };
    readonly next: { readonly keyId: string } | null;
  };

test('a certificate is left alone for as long as it is new, and renewed in its last 120 days, with a key of its own', async () => {
  const counter = await office.joined();
  const { current } = kept(counter);
  await counter.office.lookAtCertificate(await daysBeforeEnd(121));
  expect(kept(counter).next).toBeNull();
  await counter.office.lookAtCertificate(await daysBeforeEnd(119));
  const { next } = kept(counter);
  expect([next === null, next?.keyId === current.keyId, keysOf(counter).length]).toEqual([false, false, 2]);
  // The old one serves on this line; the next line begins with the new one, and then the old one goes.
  expect(await answers(counter)).toBe(true);
  const again = await office.startedAgain(counter);
  expect(await answers(again)).toBe(true);
  expect([kept(again).current, kept(again).next, keysOf(again).length]).toEqual([next, null, 1]);
  expect(await answers(await office.startedAgain(again))).toBe(true);
});

test('one that was renewed while a line lasts for months is taken into use in the middle of it', async () => {
  const counter = await office.joined();
  await counter.office.lookAtCertificate(await daysBeforeEnd(100));
  const { next } = kept(counter);
  await counter.office.lookAtCertificate(await daysBeforeEnd(61));
  expect(kept(counter).next).toEqual(next);
  const before = counter.statuses.length;
  await counter.office.lookAtCertificate(await daysBeforeEnd(59));
  await counter.until(({ state }) => state === 'ready' && counter.statuses.length > before);
  expect(kept(counter)).toMatchObject({ current: next, next: null });
});

test('one renewed on a server whose books know nothing of it: the one before serves on', async () => {
  const counter = await office.joined();
  const { current } = kept(counter);
  await counter.office.lookAtCertificate(await daysBeforeEnd(100));
  await counter.end();
  await putStrangerInPlaceOfNext(counter);
  const again = office.desktop(counter.folder);
  await again.office.open();
  await again.until(({ state }) => state === 'ready');
  expect([kept(again).current, kept(again).next, keysOf(again).length]).toEqual([current, null, 1]);
});

/** Signed by the office's authority, and in no books: as after its books were restored from before the renewal. */
async function putStrangerInPlaceOfNext(counter: JoinedDesktop): Promise<void> {
  const { certificate, key } = await office.server.join('01', 'unknown');
  const { next, ...joining } = kept(counter);
  const stranger = { ...joining, next: { ...next, certificate } };
  writeFileSync(join(counter.folder, 'joining.json'), JSON.stringify(stranger));
  const { d = '' } = createPrivateKey(key).export({ format: 'jwk' });
  const digits = Buffer.from(d, 'base64url').toString('hex').padStart(64, '0');
  const file = `${next?.keyId ?? ''}.counter-key`;
  writeFileSync(join(counter.keysFolder, file), `${digits}\n`, { mode: 0o600 });
}

test('a disk that takes nothing: nothing is lost, and it is renewed the next day', async () => {
  const counter = await office.joined();
  const now = await daysBeforeEnd(100);
  const inTheWay = join(counter.folder, 'joining.json.new');
  mkdirSync(inTheWay);
  await counter.office.lookAtCertificate(now);
  expect([kept(counter).next, counter.notes.at(-1), await answers(counter)]).toEqual([
    null,
    'certificate not renewed',
    true,
  ]);
  rmSync(inTheWay, { recursive: true });
  await counter.office.lookAtCertificate(now);
  expect([kept(counter).next === null, keysOf(counter).length, filesOf(counter)]).toEqual([false, 2, ['joining.json']]);
});

test('left while the server answers, nothing of the joining comes back', async () => {
  const counter = await office.joined();
  const now = await daysBeforeEnd(100);
  // The password is older than it may be by then.
  const passwords = { password: PASSWORDS['9001'] ?? '', newPassword: 'quite another one, 77' };
  await office.books.must('clerk.changePassword', { clerkCode: '9001', ...passwords }, null);
  const administrator = await counter.signIn('9001', passwords.newPassword);
  const renewing = counter.office.lookAtCertificate(now);
  await Promise.all([renewing, counter.office.leave(administrator)]);
  expect([filesOf(counter), counter.office.server]).toEqual([[], null]);
});
