/**
 * Keeps an office's two keys, that of its data and that of its PINs, and those of this computer as a counter, each in a file of
 * its own: sealed by the system's keychain where there is one, else readable by its owner alone, which is weaker and said so
 * (docs/ledger.md 4). A plain file is 64 hex digits and a line end, the form that the command line reads; a sealed one
 * is the keychain's own.
 */
import { timingSafeEqual } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { hexOfKey, keyOfHex } from '../../contract/kernel/key-bytes.ts';
import { RefusalError } from '../../contract/kernel/errors.ts';
import { refusingDisk, requireFile, systemRefusal } from '../../disk/disk-refusal.ts';
import { makeFolder } from '../../disk/own-files.ts';

/** The system's keychain, as Electron's safeStorage offers it. */
export interface Keychain {
  /** False as well where the system would only obscure the key and not guard it. */
  readonly available: () => boolean;
  readonly seal: (text: string) => Uint8Array;
  /** Throws when the seal was made by another user or keychain. */
  readonly open: (sealed: Buffer) => string;
}

/**
 * `data` opens the books; cards' PINs are kept under `pin`, apart from it (docs/rules.md 4). `counter` is what a certificate of
 * this computer stands on, under an id of its own (docs/server.md 2).
 */
export type KeyKind = 'data' | 'pin' | 'counter';

export interface KeptKey {
  /** The caller's own copy, to be overwritten when it is no longer needed. */
  readonly key: Uint8Array<ArrayBuffer>;
  /** True when the key lies in a plain file. */
  readonly weak: boolean;
}

export interface KeyKeeping {
  /** Throws RefusalError KEY_MISSING, KEY_EXPOSED or KEY_WRONG. */
  readonly find: (kind: KeyKind, officeId: string) => KeptKey;
  /** Whether the office has a key of the kind here, of use or not. */
  readonly has: (kind: KeyKind, officeId: string) => boolean;
  /**
   * Writes a new key to disk before it answers; an existing one is never overwritten.
   * Throws RefusalError for what the disk does, and KEY_WRONG where the office has another key already.
   */
  readonly keep: (kind: KeyKind, officeId: string, key: Uint8Array<ArrayBuffer>) => KeptKey;
  /** Of a counter alone: what an office's key opens would be lost with it. */
  readonly discard: (kind: 'counter', id: string) => void;
}

/** What stands after the office's id and a dot in the name of a key's file. */
const endings = {
  data: { plain: 'key', sealed: 'sealed' },
  pin: { plain: 'pin-key', sealed: 'pin-sealed' },
  counter: { plain: 'counter-key', sealed: 'counter-sealed' },
} as const satisfies Record<KeyKind, object>;

export function keyKeeping(folder: string, keychain: Keychain): KeyKeeping {
  const fileOf = (kind: KeyKind, officeId: string, form: 'plain' | 'sealed'): string =>
    join(folder, `${officeId}.${endings[kind][form]}`);
  const keeping: KeyKeeping = {
    find(kind, officeId) {
      const sealed = fileOf(kind, officeId, 'sealed');
      if (existsSync(sealed)) return { key: openSealed(sealed, keychain), weak: false };
      return { key: readPlain(fileOf(kind, officeId, 'plain')), weak: true };
    },
    has: (kind, officeId) =>
      existsSync(fileOf(kind, officeId, 'sealed')) || existsSync(fileOf(kind, officeId, 'plain')),
    keep(kind, officeId, key) {
      if (keeping.has(kind, officeId)) return sameKey(keeping.find(kind, officeId), key);
      const weak = !keychain.available();
      const digits = hexOfKey(key);
      if (weak) writeLine(folder, fileOf(kind, officeId, 'plain'), digits);
      // The system's keychain takes text and nothing else; that one string cannot be overwritten.
      else writeOnce(folder, fileOf(kind, officeId, 'sealed'), keychain.seal(String.fromCharCode(...digits)));
      digits.fill(0);
      return { key: key.slice(), weak };
    },
    discard(kind, id) {
      refusingDisk(() => {
        for (const form of ['plain', 'sealed'] as const) rmSync(fileOf(kind, id, form), { force: true });
      });
    },
  };
  return keeping;
}

function writeLine(folder: string, path: string, digits: Uint8Array): void {
  const line = Buffer.concat([digits, Buffer.from('\n')]);
  writeOnce(folder, path, line);
  line.fill(0);
}

/** As when an office is restored where it was before. */
function sameKey(found: KeptKey, key: Uint8Array): KeptKey {
  if (!timingSafeEqual(found.key, key)) throw new RefusalError('KEY_WRONG');
  return found;
}

function openSealed(path: string, keychain: Keychain): Uint8Array<ArrayBuffer> {
  if (!keychain.available()) throw new RefusalError('KEY_MISSING', { path, sealed: 'yes' });
  return asKey(Buffer.from(unseal(path, keychain)), path);
}

function unseal(path: string, keychain: Keychain): string {
  try {
    return keychain.open(readFileSync(path));
  } catch (error) {
    // Sealed by another user or on another machine: for the operator that is the wrong key.
    throw new RefusalError('KEY_WRONG', { path, system: error instanceof Error ? error.name : 'unknown' });
  }
}

function readPlain(path: string): Uint8Array<ArrayBuffer> {
  if (!existsSync(path)) throw new RefusalError('KEY_MISSING', { path, sealed: 'no' });
  requireFile(path);
  const readableByOthers = process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0;
  if (readableByOthers) throw new RefusalError('KEY_EXPOSED', { path });
  return asKey(readFileSync(path), path);
}

/** Overwrites the digits it was given. */
function asKey(digits: Uint8Array, path: string): Uint8Array<ArrayBuffer> {
  const key = keyOfHex(digits);
  digits.fill(0);
  if (key === null) throw new RefusalError('KEY_WRONG', { path });
  return key;
}

/** Losing the key loses the office, so it is on the disk itself, folder entry included, before anything relies on it. */
function writeOnce(folder: string, path: string, bytes: Uint8Array): void {
  try {
    writeSynced(folder, path, bytes);
  } catch (error) {
    throw systemRefusal(error) ?? error;
  }
}

function writeSynced(folder: string, path: string, bytes: Uint8Array): void {
  makeFolder(folder);
  const file = openSync(path, 'wx', 0o600);
  try {
    writeSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  // Windows has no way to open a folder for this.
  if (process.platform !== 'win32') syncFolder(folder);
}

function syncFolder(folder: string): void {
  const entry = openSync(folder, 'r');
  fsyncSync(entry);
  closeSync(entry);
}
