/** Opening an office from the command line: its folder, its key, and the people who act. */
import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { RefusalError, type Refusal } from '../../contract/kernel/errors.ts';
import { overwriteKeys } from '../../contract/kernel/key-bytes.ts';
import type { Progress } from '../../contract/protocol.ts';
import type { Instant } from '../../contract/kernel/dates.ts';
import { RecordedRefusal, Dispatcher } from '../dispatch/dispatcher.ts';
import type { LedgerOptions } from '../dispatch/office-folder.ts';
import { verbs } from '../../contract/verbs.ts';
import { COMMAND_LINE, type Scope } from '../request/scope.ts';
import { pastDayOpen } from '../office/office-clock-rules.ts';
import { unusableWords } from '../office/setting-rules.ts';
import { findUnusableSettings, requireOffice } from '../office/office-rows.ts';
import { readOfficeNote } from '../books/data-folder.ts';
import { booksGone } from '../books/anchor/gone-books.ts';
import { keysFolder, readKeyFile, readPinKeyFile } from '../books/sealing/key-file.ts';
import type { OptionValues } from './command.ts';

/** Where the desktop program keeps its office too. */
export function usualFolder(environment: NodeJS.ProcessEnv): string {
  if (environment['MEDICARD_DATA']) return environment['MEDICARD_DATA'];
  if (process.platform === 'win32') return join(environment['APPDATA'] ?? homedir(), 'medicard-counter', 'office');
  if (process.platform === 'darwin')
    return join(homedir(), 'Library', 'Application Support', 'medicard-counter', 'office');
  return join(environment['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'medicard-counter', 'office');
}

/** What every request of the command line says of itself. */
export const COMMAND_LINE_ORIGIN = { door: 'command-line', counter: COMMAND_LINE } as const;

export const clock = (): Instant => Date.now() as Instant;

/** The name of the audit record for a person who runs a command without a clerk. */
export function operatorName(): string {
  return `operator:${userInfo().username}`;
}

/** Progress for a person who watches; a script is told nothing on the way. */
export function tellProgress({ phase, done, total }: Progress): void {
  if (!process.stderr.isTTY) return;
  const share = total === null || total === 0 ? '' : ` ${Math.floor((done / total) * 100)} %`;
  process.stderr.write(`\r${phase} ${done}${share}   `);
}

/** Runs `work` with the folder's office open; closes it whatever happens. Throws RefusalError for what keeps it shut. */
export async function withOffice<T>(folder: string, work: (door: Dispatcher) => Promise<T>): Promise<T> {
  return withBooks(folder, async (door) => {
    const { shut } = door;
    if (shut !== null) throw new RefusalError(shut.code, shut.details);
    // What an earlier program was posting comes first: no command finds a file half posted, unless the disk holds it up.
    await door.ledger.postings.atRest();
    return work(door);
  });
}

/** Throws RefusalError BOOKS_GONE where an office was worked in and nothing is left of it. */
export function refuseGoneBooks(folder: string): void {
  const gone = booksGone(folder, keysFolder());
  if (gone !== null) throw new RefusalError(gone.code, gone.details);
}

/** The same, also with books that stay shut because of their anchor (`door.shut`). */
export async function withBooks<T>(folder: string, work: (door: Dispatcher) => Promise<T>): Promise<T> {
  const officeId = officeIn(folder);
  const dataKey = readKeyFile(officeId);
  const options = { folder, keysFolder: keysFolder(), officeId, dataKey, clock, report: tellProgress };
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
  telling: Required<Pick<LedgerOptions, 'report' | 'tellTask' | 'tellChange' | 'authority'>>,
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
    if (door.shut === null) {
      await tellPastDay(door);
      await tellUnusableSettings(door);
    }
    return done;
  } finally {
    door.close();
  }
}

/**
 * On standard error, so that the answer stays what docs/formats.md 6 says: what is posted now is posted on a day that
 * is over.
 */
async function tellPastDay(door: Dispatcher): Promise<void> {
  const past = await door.ledger.books.read(async (reading) => pastDayOpen(await requireOffice(reading), reading.at));
  if (past === null) return;
  const { day, today } = past;
  process.stderr.write(
    `Business day ${day} is over (today is ${today}) and still open; a supervisor closes it with 'day --close' or 'day --advance-to ${today}'.\n`,
  );
}

/** On standard error likewise: an office works by another figure than somebody once decided. */
async function tellUnusableSettings(door: Dispatcher): Promise<void> {
  const unusable = await door.ledger.books.read(findUnusableSettings);
  for (const setting of unusable) process.stderr.write(`ATTENTION: ${unusableWords(setting)}.\n`);
}

/** Signs the acting clerk in, if one is named, and out again; refusals are recorded under `verb`. */
export async function asActingClerk<T>(
  door: Dispatcher,
  verb: string,
  options: OptionValues,
  work: (scope: Scope, token: string | null) => Promise<T>,
): Promise<T> {
  const operator = operatorName();
  const sessionToken = options.as === undefined ? null : await signedIn(door, options.as, operator);
  try {
    return await door.perform(verb, { sessionToken, operator }, (scope) => work(scope, sessionToken));
  } finally {
    if (sessionToken !== null) await signedOut(door, sessionToken);
  }
}

/** A session that ended meanwhile, as by disabling its own clerk, needs no sign-out. */
async function signedOut(door: Dispatcher, sessionToken: string): Promise<void> {
  const request = { verb: 'session.signOut', input: {}, sessionToken, ...COMMAND_LINE_ORIGIN } as const;
  const { reply } = await door.answer({ ...request, operator: operatorName() });
  if (!reply.ok && reply.error.code !== 'SIGN_IN_REQUIRED') throw new RecordedRefusal(reply.error);
}

async function signedIn(door: Dispatcher, clerkCode: string, operator: string): Promise<string> {
  const password = await passwordFor(clerkCode, 'MEDICARD_PASSWORD');
  const request = { verb: 'session.signIn', input: { clerkCode, password }, sessionToken: null } as const;
  const { reply, session } = await door.answer({ ...request, ...COMMAND_LINE_ORIGIN, operator });
  if (!reply.ok) throw signInRefusal(reply.error, clerkCode);
  tellLiftedLocks(verbs['session.signIn'].output.parse(reply.value).locksLifted);
  if (session === undefined || session === null) throw new Error('a sign-in gave no session');
  return session;
}

function signInRefusal({ code, details }: Refusal, clerkCode: string): RefusalError {
  const expired = code === 'PASSWORD_EXPIRED' ? { option: `clerk password ${clerkCode} --own` } : {};
  return new RefusalError(code, { ...details, ...expired });
}

/** On standard error, where whoever may authorise sees it: somebody used the office's recovery key. */
function tellLiftedLocks(at: Instant | null): void {
  if (at === null) return;
  const when = new Date(at).toISOString();
  process.stderr.write(
    `ATTENTION: at ${when} somebody lifted the locks on all who can authorise with the recovery key.\n`,
  );
}

/** Sends one request as the acting clerk, or without a clerk; a refusal is thrown. */
export async function ask(
  door: Dispatcher,
  verb: Parameters<Dispatcher['answer']>[0]['verb'],
  input: unknown,
  sessionToken: string | null,
): Promise<unknown> {
  const { reply } = await door.answer({ verb, input, sessionToken, ...COMMAND_LINE_ORIGIN, operator: operatorName() });
  if (!reply.ok) throw new RecordedRefusal(reply.error);
  return reply.value;
}

/** The second person's code and password, null when none is named. */
export async function secondPerson(options: OptionValues): Promise<{ clerkCode: string; password: string } | null> {
  const clerkCode = options['authorised-by'];
  if (clerkCode === undefined) return null;
  return { clerkCode, password: await passwordFor(clerkCode, 'MEDICARD_AUTH_PASSWORD') };
}

/** The acting clerk's code and password. Throws RefusalError SIGN_IN_REQUIRED when none is named. */
export async function firstPerson(options: OptionValues): Promise<{ clerkCode: string; password: string }> {
  if (options.as === undefined) throw new RefusalError('SIGN_IN_REQUIRED', { option: '--as CODE' });
  return { clerkCode: options.as, password: await passwordFor(options.as, 'MEDICARD_PASSWORD') };
}

/** From the environment, else asked for without echo. Throws RefusalError SIGN_IN_REQUIRED without a terminal. */
export async function passwordFor(clerkCode: string, variable: string): Promise<string> {
  const given = process.env[variable];
  if (given !== undefined) return given;
  if (!process.stdin.isTTY) throw new RefusalError('SIGN_IN_REQUIRED', { clerkCode, variable });
  process.stderr.write(`${clerkCode}: `);
  const silent = new Writable({
    write(_piece, _encoding, done) {
      done();
    },
  });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  const password = await new Promise<string>((resolve) => {
    terminal.question('', resolve);
  });
  terminal.close();
  process.stderr.write('\n');
  return password;
}
