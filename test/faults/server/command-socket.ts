/** An office made at the command line, copies of it, its server as a program, and the local socket spoken to by hand. */
import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Input, LedgerVerb, Output } from '../../../electron/contract/verbs.ts';
import type { Reply } from '../../../electron/contract/kernel/errors.ts';
import { SOCKET_FILE } from '../../../electron/disk/local-socket.ts';
import { programVersion } from '../../../electron/ledger/commands/program-version.ts';
import { FramedLine } from '../../../electron/line/framed-line.ts';
import type { BreachReason } from '../../../electron/line/line-breach.ts';
import { FROM_COUNTER, FROM_SERVER, PROTOCOL } from '../../../electron/line/line-messages.ts';
import { commandLine, projectRoot, type CommandLine } from '../../model/command-line.ts';

export interface MadeOffice extends CommandLine {
  /** By clerk code. */
  readonly passwords: Readonly<Record<string, string>>;
}

export async function madeOffice(): Promise<MadeOffice> {
  const office = commandLine();
  const made = (await office.json(
    ...['init', '--office', '测试所', '--office-code', '0101', '--opening-date', '2024-01-01', '--clock', 'books'],
  )) as { clerks: { code: string; password: string }[] };
  return { ...office, passwords: Object.fromEntries(made.clerks.map(({ code, password }) => [code, password])) };
}

/** The same office once more, in a folder of its own that may lie deep. */
export function copyOf(office: MadeOffice, ...deeper: readonly string[]): MadeOffice {
  const home = mkdtempSync(join(tmpdir(), 'medicard-socket-'));
  const [folder, keys] = [join(home, ...deeper, 'office'), join(home, 'keys')];
  cpSync(office.folder, folder, { recursive: true });
  cpSync(office.keys, keys, { recursive: true });
  const copy = commandLine({ folder, keys });
  return { ...copy, passwords: office.passwords };
}

export interface Server {
  readonly child: ChildProcess;
  readonly complaints: () => string;
  readonly ended: Promise<number | null>;
}

export async function serving(office: MadeOffice): Promise<Server> {
  const words = ['electron/server/serve.ts', 'serve', '--json', '--listen', '127.0.0.1:0', '--data', office.folder];
  const options = { cwd: projectRoot, env: office.environment };
  const child = spawn(process.execPath, words, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let complaints = '';
  child.stderr.on('data', (text: Buffer) => (complaints += text.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  await new Promise<void>((resolve, reject) => {
    child.stdout.once('data', (said: Buffer) => {
      if (said.includes('"listening"')) resolve();
      else reject(new Error(said.toString()));
    });
    child.once('close', () => reject(new Error(`the server ended: ${complaints}`)));
  });
  return { child, complaints: () => complaints, ended };
}

/** What the other end of a line has ended with, and what it says meanwhile. */
export class SpokenLine {
  readonly ended: Promise<BreachReason | null>;
  readonly #line: FramedLine;
  readonly #waiting = new Map<number, (answer: { reply: Reply<unknown>; session?: string }) => void>();
  #asked = 0;

  constructor(socket: Socket) {
    let over: (why: BreachReason | null) => void = () => undefined;
    this.ended = new Promise((resolve) => (over = resolve));
    this.#line = new FramedLine(socket, {
      incoming: FROM_SERVER,
      outgoing: FROM_COUNTER,
      message: (message) => this.#hear(message as { type: string; id: number; reply: Reply<unknown> }),
      ended: over,
    });
  }

  say(message: object): void {
    this.#line.send(message);
  }

  hello(): this {
    this.say({ type: 'hello', protocol: PROTOCOL, program: programVersion() });
    return this;
  }

  ask(
    verb: LedgerVerb,
    input: object,
    sessionToken: string | null = null,
  ): Promise<{ reply: Reply<unknown>; session?: string }> {
    this.#asked += 1;
    const id = this.#asked;
    this.say({ type: 'request', id, verb, input, sessionToken, door: 'command-line' });
    return new Promise((resolve) => this.#waiting.set(id, resolve));
  }

  /** What is not refused. */
  async must<V extends LedgerVerb>(verb: V, input: Input<V>, sessionToken: string | null = null): Promise<Output<V>> {
    const { reply } = await this.ask(verb, input, sessionToken);
    if (!reply.ok) throw new Error(`${verb} was refused: ${reply.error.code}`);
    return reply.value as Output<V>;
  }

  /** Null where nothing refuses it. */
  async refusal(verb: LedgerVerb, input: object, sessionToken: string | null = null): Promise<string | null> {
    const { reply } = await this.ask(verb, input, sessionToken);
    return reply.ok ? null : reply.error.code;
  }

  cut(): void {
    this.#line.cut();
  }

  #hear(message: { type: string; id: number; reply: Reply<unknown> }): void {
    if (message.type === 'reply') this.#waiting.get(message.id)?.(message);
  }
}

export function socketOf({ folder }: CommandLine): Promise<Socket> {
  const socket = connect(join(folder, SOCKET_FILE));
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(socket));
    socket.once('error', reject);
  });
}
