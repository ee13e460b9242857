/**
 * Keeps an office's data key: sealed by the system's keychain where there is one, else in a file readable by its owner
 * alone, which is weaker and said so (DESIGN.md 4). The plain file has the form that the command line reads.
 */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { RefusalError } from '../contract/errors.ts';

/** The system's keychain, as Electron's safeStorage offers it. */
export interface Keychain {
  /** False as well where the system would only obscure the key and not guard it. */
  readonly available: () => boolean;
  readonly seal: (text: string) => Uint8Array;
  /** Throws when the seal was made by another user or keychain. */
  readonly open: (sealed: Buffer) => string;
}

export interface KeptKey {
  /** 64 hex digits. */
  readonly dataKey: string;
  /** True when the key lies in a plain file. */
  readonly weak: boolean;
}

export interface KeyKeeping {
  /** Throws RefusalError KEY_MISSING, KEY_EXPOSED or KEY_WRONG. */
  readonly find: (officeId: string) => KeptKey;
  /**
   * Writes a new key to disk before it answers; an existing one is never overwritten.
   * Throws RefusalError DISK_FULL or DISK_READ_ONLY, and KEY_WRONG where the office has another key already.
   */
  readonly keep: (officeId: string, dataKey: string) => KeptKey;
}

const keyForm = /^[0-9a-f]{64}$/;

export function keyKeeping(folder: string, keychain: Keychain): KeyKeeping {
  const sealedFile = (officeId: string): string => join(folder, `${officeId}.sealed`);
  const plainFile = (officeId: string): string => join(folder, `${officeId}.key`);
  return {
    find(officeId) {
      const sealed = sealedFile(officeId);
      if (existsSync(sealed)) return { dataKey: openSealed(sealed, keychain), weak: false };
      return { dataKey: readPlain(plainFile(officeId)), weak: true };
    },
    keep(officeId, dataKey) {
      if (existsSync(sealedFile(officeId)) || existsSync(plainFile(officeId)))
        return sameKey(this.find(officeId), dataKey);
      const weak = !keychain.available();
      if (weak) writeOnce(folder, plainFile(officeId), Buffer.from(`${dataKey}\n`));
      else writeOnce(folder, sealedFile(officeId), keychain.seal(dataKey));
      return { dataKey, weak };
    },
  };
}

/** As when an office is restored where it was before. */
function sameKey(found: KeptKey, dataKey: string): KeptKey {
  if (found.dataKey !== dataKey) throw new RefusalError('KEY_WRONG');
  return found;
}

function openSealed(path: string, keychain: Keychain): string {
  if (!keychain.available()) throw new RefusalError('KEY_MISSING', { path, sealed: 'yes' });
  return asKey(unseal(path, keychain), path);
}

function unseal(path: string, keychain: Keychain): string {
  try {
    return keychain.open(readFileSync(path));
  } catch (error) {
    // Sealed by another user or on another machine: for the operator that is the wrong key.
    throw new RefusalError('KEY_WRONG', { path, system: error instanceof Error ? error.name : 'unknown' });
  }
}

function readPlain(path: string): string {
  if (!existsSync(path)) throw new RefusalError('KEY_MISSING', { path, sealed: 'no' });
  const readableByOthers = process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0;
  if (readableByOthers) throw new RefusalError('KEY_EXPOSED', { path });
  return asKey(readFileSync(path, 'utf8').trim(), path);
}

function asKey(text: string, path: string): string {
  if (!keyForm.test(text)) throw new RefusalError('KEY_WRONG', { path });
  return text;
}

/** Losing the key loses the office, so it is on the disk itself, folder entry included, before anything relies on it. */
function writeOnce(folder: string, path: string, bytes: Uint8Array): void {
  try {
    writeSynced(folder, path, bytes);
  } catch (error) {
    throw diskRefusal(error) ?? error;
  }
}

function diskRefusal(error: unknown): RefusalError | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new RefusalError('DISK_FULL');
  return code === 'EROFS' || code === 'EACCES' || code === 'EPERM' ? new RefusalError('DISK_READ_ONLY') : null;
}

function writeSynced(folder: string, path: string, bytes: Uint8Array): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
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
