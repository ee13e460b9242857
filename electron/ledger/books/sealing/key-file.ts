/**
 * The data key as a file readable by its owner alone, for the command line and for systems without a keychain
 * (docs/ledger.md 4). It lies outside the data folder, so that a copy of that folder alone gives nothing.
 */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { hexOfKey, KEY_BYTES, keyOfHex } from '../../../contract/kernel/key-bytes.ts';
import { RefusalError } from '../../../contract/kernel/errors.ts';
import { requireFile } from '../../../disk/disk-refusal.ts';
import { makeFolder } from '../../../disk/own-files.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** `MEDICARD_KEYS`, else the system's place for a user's settings. */
export function keysFolder(environment: NodeJS.ProcessEnv = process.env): string {
  if (environment['MEDICARD_KEYS']) return environment['MEDICARD_KEYS'];
  if (process.platform === 'win32') return join(environment['APPDATA'] ?? homedir(), 'medicard-counter', 'keys');
  if (process.platform === 'darwin')
    return join(homedir(), 'Library', 'Application Support', 'medicard-counter', 'keys');
  return join(environment['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'medicard-counter', 'keys');
}

function keyPath(officeId: string, folder: string): string {
  return join(folder, `${officeId}.key`);
}

/** Writes a new key; an existing one is never overwritten. */
export function writeKeyFile(officeId: string, dataKey: Uint8Array, folder = keysFolder()): string {
  makeFolder(folder);
  const path = keyPath(officeId, folder);
  writeDigits(path, dataKey);
  return path;
}

/** Writes a PIN key beside it, in the form the desktop program reads; an existing one stays. */
export function writePinKeyFile(officeId: string, pinKey: Uint8Array, folder = keysFolder()): void {
  makeFolder(folder);
  const path = join(folder, `${officeId}.pin-key`);
  if (!existsSync(path)) writeDigits(path, pinKey);
}

function writeDigits(path: string, key: Uint8Array): void {
  const line = Buffer.concat([hexOfKey(key), Buffer.from('\n')]);
  writeFileSync(path, line, { mode: 0o600, flag: 'wx' });
  line.fill(0);
}

/**
 * Reads the key. Throws RefusalError KEY_MISSING when there is none, KEY_EXPOSED when others may read it (the key is
 * then not used until the owner has mended that), KEY_WRONG when the file holds no key.
 */
export function readKeyFile(officeId: string, folder = keysFolder()): Bytes {
  return readDigits(keyPath(officeId, folder), join(folder, `${officeId}.sealed`));
}

/** The PIN key likewise. An office from before PINs has none: it is made, as the desktop makes it (docs/ledger.md 4). */
export function readPinKeyFile(officeId: string, folder = keysFolder()): Bytes {
  const [plain, sealed] = [join(folder, `${officeId}.pin-key`), join(folder, `${officeId}.pin-sealed`)];
  if (!existsSync(plain) && !existsSync(sealed)) writePinKeyFile(officeId, randomBytes(KEY_BYTES), folder);
  return readDigits(plain, sealed);
}

function readDigits(path: string, sealedPath: string): Bytes {
  if (!existsSync(path)) throw new RefusalError('KEY_MISSING', { path, sealed: existsSync(sealedPath) ? 'yes' : 'no' });
  requireFile(path);
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0)
    throw new RefusalError('KEY_EXPOSED', { path });
  const digits = readFileSync(path);
  const dataKey = keyOfHex(digits);
  digits.fill(0);
  if (dataKey === null) throw new RefusalError('KEY_WRONG', { path });
  return dataKey;
}
