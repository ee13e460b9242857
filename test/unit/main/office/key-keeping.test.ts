/** An office's keys: sealed where there is a keychain, owner-only where there is none, and never lost or overwritten. */
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { RefusalError } from '../../../../electron/contract/kernel/errors.ts';
import { keyKeeping, type Keychain } from '../../../../electron/main/office/key-keeping.ts';
import { readKeyFile } from '../../../../electron/ledger/books/sealing/key-file.ts';

const officeId = '6f0c2c1e-5b0e-4c53-9a39-1f2f3a4b5c6d';
const dataKey = Uint8Array.from(Buffer.from('0123456789abcdef'.repeat(4), 'hex'));

const noKeychain: Keychain = {
  available: () => false,
  seal: () => {
    throw new Error('there is no keychain');
  },
  open: () => {
    throw new Error('there is no keychain');
  },
};

/** One that turns bytes round, of a user by that name. */
function keychainOf(user: string): Keychain {
  return {
    available: () => true,
    seal: (text) => Buffer.from(`${user} ${text}`).reverse(),
    open: (sealed) => {
      const [owner, text = ''] = Buffer.from(sealed).reverse().toString().split(' ');
      if (owner !== user) throw new Error('sealed by somebody else');
      return text;
    },
  };
}

let root = '';
let folder = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'medicard-keys-'));
  folder = join(root, 'settings', 'keys');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function refusalOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal.code;
    throw error;
  }
  return 'none';
}

test('without a keychain the key is in a file of the owner alone, and counts as weak', () => {
  const keys = keyKeeping(folder, noKeychain);
  expect(keys.keep('data', officeId, dataKey)).toEqual({ key: dataKey, weak: true });
  expect(keys.find('data', officeId)).toEqual({ key: dataKey, weak: true });
  expect(statSync(join(folder, `${officeId}.key`)).mode & 0o777).toBe(0o600);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

test('the command line reads the key that the program wrote', () => {
  keyKeeping(folder, noKeychain).keep('data', officeId, dataKey);
  expect(readKeyFile(officeId, folder)).toEqual(dataKey);
});

test('with a keychain nothing on the disk is the key', () => {
  const keys = keyKeeping(folder, keychainOf('wang'));
  expect(keys.keep('data', officeId, dataKey)).toEqual({ key: dataKey, weak: false });
  expect(keys.find('data', officeId)).toEqual({ key: dataKey, weak: false });
  expect(readdirSync(folder)).toEqual([`${officeId}.sealed`]);
  expect(readFileSync(join(folder, `${officeId}.sealed`), 'latin1')).not.toContain(
    Buffer.from(dataKey).toString('hex'),
  );
});

test.each([noKeychain, keychainOf('wang')])('the key of the PINs is kept apart from that of the data', (keychain) => {
  const keys = keyKeeping(folder, keychain);
  const pinKey = new Uint8Array(32).fill(7);
  expect(keys.has('pin', officeId)).toBe(false);
  keys.keep('data', officeId, dataKey);
  expect(keys.has('pin', officeId)).toBe(false);
  keys.keep('pin', officeId, pinKey);
  expect([keys.has('pin', officeId), keys.find('pin', officeId).key]).toEqual([true, pinKey]);
  expect(keys.find('data', officeId).key).toEqual(dataKey);
  const kind = keychain.available() ? ['pin-sealed', 'sealed'] : ['key', 'pin-key'];
  expect(readdirSync(folder).sort()).toEqual(kind.map((ending) => `${officeId}.${ending}`));
});

test('a key of the PINs alone that others can read, or that is none, is refused by its own file', () => {
  const keys = keyKeeping(folder, noKeychain);
  keys.keep('data', officeId, dataKey);
  keys.keep('pin', officeId, dataKey);
  const file = join(folder, `${officeId}.pin-key`);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  writeFileSync(file, 'no key');
  expect(refusalOf(() => keys.find('pin', officeId))).toBe('KEY_WRONG');
  chmodSync(file, 0o644);
  expect(refusalOf(() => keys.find('pin', officeId))).toBe('KEY_EXPOSED');
  expect(keys.find('data', officeId).key).toEqual(dataKey);
});

test('a key that is there is never overwritten', () => {
  const keys = keyKeeping(folder, noKeychain);
  keys.keep('data', officeId, dataKey);
  expect(refusalOf(() => keys.keep('data', officeId, new Uint8Array(32).fill(0xff)))).toBe('KEY_WRONG');
  expect(keys.keep('data', officeId, dataKey)).toEqual({ key: dataKey, weak: true });
  expect(keys.find('data', officeId).key).toEqual(dataKey);
});

test('no key is KEY_MISSING', () => {
  expect(refusalOf(() => keyKeeping(folder, noKeychain).find('data', officeId))).toBe('KEY_MISSING');
});

test('a sealed key on a machine without its keychain is missing, sealed by another user it is wrong', () => {
  keyKeeping(folder, keychainOf('wang')).keep('data', officeId, dataKey);
  expect(refusalOf(() => keyKeeping(folder, noKeychain).find('data', officeId))).toBe('KEY_MISSING');
  expect(refusalOf(() => keyKeeping(folder, keychainOf('li')).find('data', officeId))).toBe('KEY_WRONG');
});

test('a file that others can read is refused until its owner has mended that', () => {
  const keys = keyKeeping(folder, noKeychain);
  keys.keep('data', officeId, dataKey);
  chmodSync(join(folder, `${officeId}.key`), 0o640);
  expect(refusalOf(() => keys.find('data', officeId))).toBe('KEY_EXPOSED');
});

test.each(['', 'a key', '0'.repeat(63), 'G'.repeat(64)])('a file with %j in it is no key', (text) => {
  const keys = keyKeeping(folder, noKeychain);
  keys.keep('data', officeId, dataKey);
  writeFileSync(join(folder, `${officeId}.key`), text);
  expect(refusalOf(() => keys.find('data', officeId))).toBe('KEY_WRONG');
});

test('a key of this computer as a counter is sealed as the office’s are, apart from them, and can be discarded', () => {
  const sealed = keyKeeping(folder, keychainOf('wang'));
  expect(sealed.keep('counter', officeId, dataKey)).toEqual({ key: dataKey, weak: false });
  sealed.keep('data', officeId, dataKey);
  expect(readdirSync(folder).sort()).toEqual([`${officeId}.counter-sealed`, `${officeId}.sealed`]);
  expect(refusalOf(() => keyKeeping(folder, keychainOf('li')).find('counter', officeId))).toBe('KEY_WRONG');
  sealed.discard('counter', officeId);
  sealed.discard('counter', officeId);
  expect([sealed.has('counter', officeId), sealed.has('data', officeId)]).toEqual([false, true]);
});
