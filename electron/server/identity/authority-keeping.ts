/**
 * Keeps the office's authority beside its keys, outside the data folder: the key in a file of its owner alone, as the keys of the
 * office are kept where there is no keychain (docs/ledger.md 4).
 */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { RefusalError } from '../../contract/kernel/errors.ts';
import { refusingDisk, requireFile } from '../../disk/disk-refusal.ts';
import { makeFolder } from '../../disk/own-files.ts';
import { makeAuthority, type KeptAuthority } from './office-authority.ts';

interface Place {
  readonly keysFolder: string;
  readonly officeId: string;
}

/** One file for both, so that a key never lies beside the certificate of another one. */
const pathOf = ({ keysFolder, officeId }: Place): string => join(keysFolder, `${officeId}.authority`);

/**
 * The authority of the office, made when there is none. Throws RefusalError KEY_EXPOSED when others may read its file, KEY_WRONG
 * for a file that holds none, and for what the disk does.
 */
export async function keptAuthority(place: Place, now: number): Promise<KeptAuthority> {
  const path = pathOf(place);
  if (existsSync(path)) return readAuthority(path);
  const made = await makeAuthority(place.officeId, now);
  refusingDisk(() => {
    makeFolder(place.keysFolder);
    writeWhole(path, `${made.key}\n${made.certificate}\n`);
  });
  return made;
}

function readAuthority(path: string): KeptAuthority {
  requireFile(path);
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0)
    throw new RefusalError('KEY_EXPOSED', { path });
  const text = refusingDisk(() => readFileSync(path, 'utf8'));
  const key = /-----BEGIN PRIVATE KEY-----[^-]+-----END PRIVATE KEY-----/.exec(text)?.[0];
  const certificate = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/.exec(text)?.[0];
  if (key === undefined || certificate === undefined) throw new RefusalError('KEY_WRONG', { path });
  return { key, certificate };
}

/** Every counter trusts what lies here, so it is on the disk before the first one does. */
function writeWhole(path: string, text: string): void {
  const unfinished = `${path}.new`;
  const file = openSync(unfinished, 'w', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(unfinished, path);
}
