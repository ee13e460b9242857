/** The places of an installation's copies, and the files in one (docs/ledger.md 7). A place is named to the program itself, never asked for over a line. */
import { readdir, rm, stat } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';
import { RefusalError } from '../../contract/kernel/errors.ts';
import { systemRefusal } from '../../disk/disk-refusal.ts';
import { makeFolder } from '../../disk/own-files.ts';
import { copyOfName, keptCopies, prefixOf, type CopiedOffice, type NamedCopy } from './backup-rules.ts';

export interface BackupPlace {
  readonly path: string;
  /** Made where it is missing; any other place that is missing has gone, and nothing is written in its stead. */
  readonly isUsual: boolean;
}

/** Where copies go unless it is said: beside the office's folder. */
const BESIDE = '-backups';

/**
 * @param text folders as `PATH` lists them; undefined for the usual place, empty or `none` for no copies at all.
 */
export function backupPlaces(folder: string, text: string | undefined): BackupPlace[] {
  if (text === undefined) return [{ path: `${resolve(folder)}${BESIDE}`, isUsual: true }];
  if (text.trim() === 'none') return [];
  const named = text.split(delimiter).flatMap((path) => (path.trim() === '' ? [] : [resolve(path.trim())]));
  return [...new Set(named)].map((path) => ({ path, isUsual: false }));
}

/** Throws RefusalError FOLDER_UNUSABLE where the place has gone, and what else the disk says. */
export async function usePlace({ path, isUsual }: BackupPlace): Promise<void> {
  if (isUsual) makeFolder(path);
  await refusing(async () => {
    if (!(await stat(path)).isDirectory())
      throw new RefusalError('FOLDER_UNUSABLE', { reason: 'disk-not-a-folder', path });
  });
}

/** Whole copies of this office, newest first; of a usual place that is not made yet none. Throws RefusalError as `usePlace`. */
export async function copiesIn(place: BackupPlace, office: CopiedOffice): Promise<NamedCopy[]> {
  const names = await refusing(() => readdir(place.path)).catch((error: unknown) => {
    const isNotYet = place.isUsual && error instanceof RefusalError && error.refusal.details['system'] === 'ENOENT';
    if (isNotYet) return [];
    throw error;
  });
  const copies = names.flatMap((name) => copyOfName(office, name) ?? []);
  return copies.toSorted((one, other) => other.at - one.at);
}

/** Removes what is kept no longer, and what a killed program left unfinished. Throws RefusalError for what the disk says. */
export async function thinPlace({ path }: BackupPlace, office: CopiedOffice, timeZone: string): Promise<void> {
  await refusing(async () => {
    const names = await readdir(path);
    const copies = names.flatMap((name) => copyOfName(office, name) ?? []);
    const kept = new Set(keptCopies(copies, timeZone));
    const prefix = prefixOf(office);
    const unfinished = names.filter((name) => name.startsWith(prefix) && /\.part(?:-\w+)?$/.test(name));
    const over = copies.flatMap((copy) => (kept.has(copy) ? [] : [copy.name]));
    for (const name of [...over, ...unfinished]) await rm(join(path, name), { force: true });
  });
}

async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw systemRefusal(error) ?? error;
  }
}
