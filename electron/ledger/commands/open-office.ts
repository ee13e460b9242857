/** Opening an office from the command line: its server where that runs, else its folder and its key. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { RefusalError } from '../../contract/kernel/errors.ts';
import { overwriteKeys } from '../../contract/kernel/key-bytes.ts';
import type { Instant } from '../../contract/kernel/dates.ts';
import { backupOption } from './backup-option.ts';
import { Dispatcher } from '../dispatch/dispatcher.ts';
import type { LedgerOptions } from '../dispatch/office-folder.ts';
import { readOfficeNote } from '../books/data-folder.ts';
import { booksGone } from '../books/anchor/gone-books.ts';
import { keysFolder, readKeyFile, readPinKeyFile } from '../books/sealing/key-file.ts';
import { tellProgress } from './acting.ts';
import { askFor, ownOffice, type OpenedOffice } from './opened-office.ts';
import { servedOffice } from './served-office.ts';

export { keysFolder };

/** Where the desktop program keeps its office too. */
export function usualFolder(environment: NodeJS.ProcessEnv): string {
  if (environment['MEDICARD_DATA']) return environment['MEDICARD_DATA'];
  if (process.platform === 'win32') return join(environment['APPDATA'] ?? homedir(), 'medicard-counter', 'office');
  if (process.platform === 'darwin')
    return join(homedir(), 'Library', 'Application Support', 'medicard-counter', 'office');
  return join(environment['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'medicard-counter', 'office');
}

export const clock = (): Instant => Date.now() as Instant;

/**
 * Runs `work` with the folder's office open, by its server where that runs, else here; closes it whatever happens. Throws RefusalError
 * for what keeps it shut.
 */
export async function withOffice<T>(folder: string, work: (office: OpenedOffice) => Promise<T>): Promise<T> {
  return withBooks(folder, async (office) => {
    const { shut } = office;
    if (shut !== null) throw new RefusalError(shut.code, shut.details);
    // What an earlier program was posting comes first: no command finds a file half posted, unless the disk holds it up.
    await office.own?.ledger.postings.atRest();
    return work(office);
  });
}

/** The same for what takes the whole folder for itself. Throws RefusalError SERVER_RUNNING beside a server. */
export async function withOwnOffice<T>(folder: string, work: (door: Dispatcher) => Promise<T>): Promise<T> {
  return withOffice(folder, async ({ own }) => {
    if (own === null) throw new RefusalError('SERVER_RUNNING', { folder });
    return work(own);
  });
}

/** Throws RefusalError BOOKS_GONE where an office was worked in and nothing is left of it. */
export function refuseGoneBooks(folder: string): void {
  const gone = booksGone(folder, keysFolder());
  if (gone !== null) throw new RefusalError(gone.code, gone.details);
}

/** The same, also with books that stay shut because of their anchor (`shut`). */
export async function withBooks<T>(folder: string, work: (office: OpenedOffice) => Promise<T>): Promise<T> {
  const served = await servedOffice(folder);
  if (served === null) return withOwnBooks(folder, (door) => work(ownOffice(door)));
  try {
    const done = await work(served);
    await tellStanding(served);
    return done;
  } finally {
    served.close();
  }
}

async function withOwnBooks<T>(folder: string, work: (door: Dispatcher) => Promise<T>): Promise<T> {
  const officeId = officeIn(folder);
  const dataKey = readKeyFile(officeId);
  const backups = backupOption(folder, {});
  const options = { folder, keysFolder: keysFolder(), officeId, dataKey, clock, report: tellProgress, backups };
  const door = new Dispatcher(options);
  dataKey.fill(0);
  return withDoor(door, work);
}

/** An office that the office server has open, and where its keys lie. */
export interface ServedOffice {
  readonly dispatcher: Dispatcher;
  readonly officeId: string;
  readonly keysFolder: string;
}

/** As `withOffice`, for customers too: with the key of their PINs, and telling what becomes of their tasks. */
export async function withServedOffice<T>(
  folder: string,
  telling: Required<Pick<LedgerOptions, 'report' | 'tellTask' | 'tellChange' | 'authority'>> &
    Pick<LedgerOptions, 'lines' | 'backups'>,
  work: (office: ServedOffice) => Promise<T>,
): Promise<T> {
  const officeId = officeIn(folder);
  const keys = { dataKey: readKeyFile(officeId), pinKey: readPinKeyFile(officeId) };
  const place = { folder, keysFolder: keysFolder(), officeId };
  const opened = new Dispatcher({ ...place, ...keys, clock, ...telling });
  overwriteKeys(keys);
  return withDoor(opened, async (dispatcher) => {
    const { shut } = dispatcher;
    if (shut !== null) throw new RefusalError(shut.code, shut.details);
    return work({ ...place, dispatcher });
  });
}

/** The id of the folder's office. Throws RefusalError OFFICE_ABSENT, or BOOKS_GONE. */
function officeIn(folder: string): string {
  const note = readOfficeNote(folder);
  if (note !== null) return note.officeId;
  refuseGoneBooks(folder);
  throw new RefusalError('OFFICE_ABSENT', { folder });
}

async function withDoor<T>(door: Dispatcher, work: (door: Dispatcher) => Promise<T>): Promise<T> {
  try {
    const done = await work(door);
    if (door.shut === null) await tellStanding(ownOffice(door));
    return done;
  } finally {
    door.close();
  }
}

/**
 * On standard error, so that the answer stays what docs/formats.md 6 says: what is posted now is posted on a day that
 * is over, or by another figure than somebody once decided.
 */
async function tellStanding(office: OpenedOffice): Promise<void> {
  const { pastDay, unusableSettings } = await askFor(office, 'office.standing', {}, null);
  if (pastDay !== null) {
    const { day, today } = pastDay;
    process.stderr.write(
      `Business day ${day} is over (today is ${today}) and still open; a supervisor closes it with 'day --close' or 'day --advance-to ${today}'.\n`,
    );
  }
  for (const words of unusableSettings) process.stderr.write(`ATTENTION: ${words}.\n`);
}
