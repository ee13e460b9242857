/**
 * What the disk did to us, as a refusal: the one map from the system's and SQLite's error codes
 * (docs/architecture.md 4).
 */
import { statSync } from 'node:fs';
import { RefusalError, type ErrorCode } from '../contract/kernel/errors.ts';
import type { DiskReason } from '../contract/messages/message-kinds.ts';

type Fault = readonly [code: ErrorCode, reason?: DiskReason];

const EXACT: Readonly<Record<string, Fault>> = {
  ENOSPC: ['DISK_FULL'],
  EDQUOT: ['DISK_FULL'],
  EROFS: ['DISK_READ_ONLY'],
  EACCES: ['FOLDER_UNUSABLE', 'disk-no-permission'],
  EPERM: ['FOLDER_UNUSABLE', 'disk-no-permission'],
  ENOENT: ['FOLDER_UNUSABLE', 'disk-not-there'],
  ENXIO: ['FOLDER_UNUSABLE', 'disk-not-there'],
  ENODEV: ['FOLDER_UNUSABLE', 'disk-not-there'],
  ENOTCONN: ['FOLDER_UNUSABLE', 'disk-not-there'],
  ESTALE: ['FOLDER_UNUSABLE', 'disk-not-there'],
  ENAMETOOLONG: ['FOLDER_UNUSABLE', 'disk-name-too-long'],
  ENOTDIR: ['FOLDER_UNUSABLE', 'disk-not-a-folder'],
  EEXIST: ['FOLDER_UNUSABLE', 'disk-name-taken'],
  EISDIR: ['FOLDER_UNUSABLE', 'disk-name-taken'],
  ELOOP: ['FOLDER_UNUSABLE', 'disk-link-circle'],
  EINVAL: ['FOLDER_UNUSABLE', 'disk-name-unusable'],
  EILSEQ: ['FOLDER_UNUSABLE', 'disk-name-unusable'],
  EBUSY: ['FOLDER_UNUSABLE', 'disk-busy'],
  ETXTBSY: ['FOLDER_UNUSABLE', 'disk-busy'],
  EMFILE: ['FOLDER_UNUSABLE', 'disk-too-many-files'],
  ENFILE: ['FOLDER_UNUSABLE', 'disk-too-many-files'],
  EFBIG: ['FOLDER_UNUSABLE', 'disk-too-large'],
  EIO: ['FOLDER_UNUSABLE', 'disk-failing'],
};

/** SQLite's extended codes begin with these; first that fits. */
const SQLITE: readonly (readonly [prefix: string, fault: Fault])[] = [
  ['SQLITE_FULL', ['DISK_FULL']],
  ['SQLITE_READONLY', ['DISK_READ_ONLY']],
  ['SQLITE_CANTOPEN', ['FOLDER_UNUSABLE', 'disk-cannot-open']],
  ['SQLITE_PERM', ['FOLDER_UNUSABLE', 'disk-no-permission']],
  ['SQLITE_AUTH', ['FOLDER_UNUSABLE', 'disk-no-permission']],
  ['SQLITE_IOERR_WRITE', ['DISK_FULL']],
  ['SQLITE_IOERR', ['DATABASE_DAMAGED']],
  ['SQLITE_NOTADB', ['KEY_WRONG']],
  ['SQLITE_CORRUPT', ['DATABASE_DAMAGED']],
];

/**
 * The refusal for an error of the system or of SQLite; null when the error is not of that kind and must end the process.
 */
export function systemRefusal(error: unknown): RefusalError | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  const { code } = error;
  const [refusal, reason] = faultOf(error, code) ?? [];
  if (refusal === undefined) return null;
  const path = 'path' in error && typeof error.path === 'string' ? { path: error.path } : {};
  return new RefusalError(refusal, { system: code, ...(reason === undefined ? {} : { reason, ...path }) });
}

/** In one term, for a sentence that tells what was kept itself. */
export function diskReason(error: unknown): DiskReason {
  const refusal = systemRefusal(error)?.refusal;
  if (refusal?.code === 'DISK_FULL') return 'disk-full';
  if (refusal?.code === 'DISK_READ_ONLY') return 'disk-read-only';
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return (Object.hasOwn(EXACT, code) ? EXACT[code]?.[1] : undefined) ?? 'disk-failing';
}

function faultOf(error: Error, code: string): Fault | undefined {
  if ('syscall' in error) return Object.hasOwn(EXACT, code) ? EXACT[code] : undefined;
  return SQLITE.find(([prefix]) => code.startsWith(prefix))?.[1];
}

/** Why a file cannot be read, by the system's code. */
export function readingReason(code: string): DiskReason {
  if (code === 'EISDIR') return 'disk-is-a-folder';
  return (Object.hasOwn(EXACT, code) ? EXACT[code]?.[1] : undefined) ?? 'disk-cannot-open';
}

/** Throws RefusalError FOLDER_UNUSABLE where a folder, or another thing that holds no bytes, lies in a file's place. */
export function requireFile(path: string): void {
  if (!refusingDisk(() => statSync(path)).isFile())
    throw new RefusalError('FOLDER_UNUSABLE', { path, reason: 'disk-is-a-folder' satisfies DiskReason });
}

/** Runs `work`; what the disk did to it comes out as RefusalError. */
export function refusingDisk<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw systemRefusal(error) ?? error;
  }
}
