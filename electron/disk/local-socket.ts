/**
 * Where an office server listens for the command line of its own computer: a socket in the data folder, which is its owner's alone, as
 * the socket is; on Windows a pipe of a name that nobody can guess, told in a file of that folder. Whoever may read the books may connect.
 */
import { randomBytes } from 'node:crypto';
import { closeSync, constants, lstatSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The socket itself, or on Windows the file with the name of the pipe. */
export const SOCKET_FILE = 'command-line.sock';

/** A system takes no longer path for a socket: 104 bytes on macOS, 108 on Linux, both with the end of the text. */
const LONGEST_PATH_BYTES = 103;
const PIPE_PREFIX = String.raw`\\.\pipe\medicard-`;
const PIPE_NAME = /^[\w\\.?-]{1,200}$/;

/** By which a socket is opened; `done` once it has been. */
interface SocketAddress {
  readonly path: string;
  readonly done: () => void;
}

const nothing = (): void => undefined;

/** Null where the path is too long for this system. Whoever listens holds the lock of the folder: what lies there is left over. */
export function addressToListen(folder: string): SocketAddress | null {
  const file = join(folder, SOCKET_FILE);
  rmSync(file, { force: true });
  if (process.platform !== 'win32') return socketIn(folder);
  const path = `${PIPE_PREFIX}${randomBytes(16).toString('hex')}`;
  return { path, done: () => writeFileSync(file, path, { mode: 0o600, flag: 'wx' }) };
}

/** Null where nobody has listened, or something else lies in the place of the socket: nobody else's word is taken. */
export function addressToAsk(folder: string): SocketAddress | null {
  const file = join(folder, SOCKET_FILE);
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (found === undefined) return null;
  if (process.platform === 'win32') return pipeOf(file);
  return found.isSocket() && isOwn(found.uid) ? socketIn(folder) : null;
}

/** The user's own; the system's administrator may go in wherever they like. */
function isOwn(owner: number): boolean {
  const user = process.getuid?.();
  return user === 0 || user === owner;
}

/** On Linux a path of any length is reached through the open folder. */
function socketIn(folder: string): SocketAddress | null {
  const path = join(folder, SOCKET_FILE);
  if (Buffer.byteLength(path) <= LONGEST_PATH_BYTES) return { path, done: nothing };
  if (process.platform !== 'linux') return null;
  const open = openSync(folder, constants.O_RDONLY | constants.O_DIRECTORY);
  return { path: `/proc/self/fd/${open}/${SOCKET_FILE}`, done: () => closeSync(open) };
}

function pipeOf(file: string): SocketAddress | null {
  const path = readFileSync(file, 'utf8').trim();
  return path.startsWith(PIPE_PREFIX) && PIPE_NAME.test(path) ? { path, done: nothing } : null;
}

/** The server has ended: nobody is to knock any more. */
export function removeSocket(folder: string): void {
  rmSync(join(folder, SOCKET_FILE), { force: true });
}
