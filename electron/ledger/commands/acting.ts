/** Who acts at the command line: the user of the operating system, and the people who give their passwords. */
import { userInfo } from 'node:os';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { Progress } from '../../contract/protocol.ts';
import { COMMAND_LINE } from '../request/scope.ts';
import type { OptionValues } from './command.ts';

export { COMMAND_LINE };

/** What every request of the command line says of itself. */
export const COMMAND_LINE_ORIGIN = { door: 'command-line', counter: COMMAND_LINE } as const;

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

/** From the environment, else `asked` for without echo. Throws RefusalError SIGN_IN_REQUIRED without a terminal. */
export async function passwordFor(
  clerkCode: string,
  variable: string,
  asked = `password of ${clerkCode}`,
): Promise<string> {
  const given = process.env[variable];
  if (given !== undefined) return given;
  if (!process.stdin.isTTY) throw new RefusalError('SIGN_IN_REQUIRED', { clerkCode, variable });
  process.stderr.write(`${asked}: `);
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
