/** The office server of a test, and the command line beside it: programs of their own, as operators start them. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { demoOffice } from '../../../electron/contract/office/demo-office.ts';
import type { PreparedOffice } from './demo-office.ts';

const projectDir = fileURLToPath(new URL('../../..', import.meta.url));

function passwordOf(code: string): string {
  return demoOffice.clerks.find((clerk) => clerk.code === code)?.password ?? '';
}

function started({ folder, keysFolder }: PreparedOffice, words: readonly string[]): ChildProcessWithoutNullStreams {
  const env = {
    ...process.env,
    MEDICARD_KEYS: keysFolder,
    MEDICARD_PASSWORD: passwordOf('9001'),
    MEDICARD_AUTH_PASSWORD: passwordOf('2001'),
  };
  const program = join(projectDir, 'build', 'medicard.mjs');
  return spawn(process.execPath, [program, ...words, '--data', folder, '--json'], { env, cwd: projectDir });
}

/** The command as administrator 9001, before supervisor 2001. Throws with what it complained of where it was refused. */
export async function administer(office: PreparedOffice, ...words: readonly string[]): Promise<unknown> {
  const child = started(office, [...words, '--as', '9001', '--authorised-by', '2001']);
  const [out, complaints] = [textOf(child.stdout), textOf(child.stderr)];
  await once(child, 'close');
  if (child.exitCode !== 0) throw new Error(`${words.join(' ')}: ${out()}${complaints()}`);
  return JSON.parse(out());
}

function textOf(stream: NodeJS.ReadableStream): () => string {
  let text = '';
  stream.on('data', (piece: Buffer) => (text += piece.toString()));
  return () => text;
}

export class OfficeServer {
  readonly port: number;
  readonly #child: ChildProcessWithoutNullStreams;

  private constructor(child: ChildProcessWithoutNullStreams, port: number) {
    this.#child = child;
    this.port = port;
  }

  /** Answers once it listens. @param port at which the one before listened. */
  static async start(office: PreparedOffice, port = 0): Promise<OfficeServer> {
    const child = started(office, ['serve', '--listen', `127.0.0.1:${port}`]);
    const complaints = textOf(child.stderr);
    const [first] = (await Promise.race([
      once(child.stdout, 'data'),
      once(child, 'close').then(() => [`it ended: ${complaints()}`]),
    ])) as [Buffer | string];
    const [, digits] = /127\.0\.0\.1:(\d+)/.exec(first.toString()) ?? [];
    if (digits === undefined) throw new Error(`the server does not listen: ${first.toString()}`);
    return new OfficeServer(child, Number(digits));
  }

  get address(): string {
    return `127.0.0.1:${this.port}`;
  }

  async end(how: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, 'close');
    this.#child.kill(how);
    await ended;
  }
}

/** The key lies where a server looks for it: in a plain file of its owner, with that of the PINs beside it. */
export function layPinKey({ keysFolder, officeId }: PreparedOffice): void {
  writeFileSync(join(keysFolder, `${officeId}.pin-key`), `${'5c'.repeat(32)}\n`, { mode: 0o600 });
}
