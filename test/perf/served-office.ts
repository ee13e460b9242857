/** An office server on a copy of a prepared office, as `serve` starts it, and counters that have joined it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnrolmentCode } from '../../electron/contract/administration/enrolment-code.ts';
import type { Enrolment } from '../../electron/contract/administration/counter-verbs.ts';
import { writeKeyFile, writePinKeyFile } from '../../electron/ledger/books/sealing/key-file.ts';
import { COMMAND_LINE_ORIGIN } from '../../electron/ledger/commands/acting.ts';
import { Dispatcher } from '../../electron/ledger/dispatch/dispatcher.ts';
import { programVersion } from '../../electron/ledger/commands/program-version.ts';
import { joinOffice } from '../../electron/main/ledger-link/joining-line.ts';
import type { CounterIdentity } from '../../electron/main/ledger-link/network-transport.ts';
import { certificateRequest } from '../offices/certificates.ts';
import { CLERK, clock, DATA_KEY, keysBeside, OFFICE_ID, PIN_KEY, SECOND } from './prepared-office.ts';

const HOST = '127.0.0.1';
const SERVE = join(import.meta.dirname, '../../electron/server/serve.ts');

export class ServedOffice {
  readonly #child: ChildProcess;
  readonly port: number;
  /** Where holders come in; 0 where none do. */
  readonly webPort: number;

  private constructor(child: ChildProcess, port: number, webPort: number) {
    this.#child = child;
    this.port = port;
    this.webPort = webPort;
  }

  /**
   * The first start makes the office's authority, and codes are given between the two: nobody has joined it before.
   * @param more words of `serve`.
   */
  static async open(
    folder: string,
    counters: number,
    more: readonly string[] = [],
  ): Promise<{ office: ServedOffice; counters: CounterIdentity[] }> {
    const { office, codes } = await ServedOffice.withCodes(folder, counters, more);
    const joined: CounterIdentity[] = [];
    for (const code of codes) joined.push(await joinedBy(code, office.port));
    return { office, counters: joined };
  }

  /** The same, and nobody has joined it yet. */
  static async withCodes(
    folder: string,
    counters: number,
    more: readonly string[] = [],
  ): Promise<{ office: ServedOffice; codes: string[] }> {
    writeKeyFile(OFFICE_ID, DATA_KEY, keysBeside(folder));
    writePinKeyFile(OFFICE_ID, PIN_KEY, keysBeside(folder));
    await (await ServedOffice.#start(folder)).close();
    const codes = await codesFor(folder, counters);
    return { office: await ServedOffice.#start(folder, more), codes };
  }

  static async #start(folder: string, more: readonly string[] = []): Promise<ServedOffice> {
    const words = ['serve', '--json', '--listen', `${HOST}:0`, '--data', folder, ...more];
    const env = { ...process.env, MEDICARD_KEYS: keysBeside(folder) };
    const child = spawn(process.execPath, [SERVE, ...words], { env, stdio: ['ignore', 'pipe', 'ignore'] });
    const said = await new Promise<string>((resolve) =>
      child.stdout.once('data', (text: Buffer) => resolve(String(text))),
    );
    const port = Number(/"listening":"[^"]+:(\d+)"/.exec(said)?.[1]);
    if (!(port > 0)) throw new Error(`the office server of the bench did not start: ${said}`);
    return new ServedOffice(child, port, Number(/"web":"[^"]+:(\d+)"/.exec(said)?.[1] ?? 0));
  }

  /** In megabytes. */
  get residentMemory(): number {
    const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
  }

  async close(): Promise<void> {
    const gone = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.kill('SIGTERM');
    await gone;
  }
}

/** What an administrator at the command line gives, while the server is not running. */
async function codesFor(folder: string, counters: number): Promise<string[]> {
  const keysFolder = keysBeside(folder);
  const door = new Dispatcher({
    ...{ folder, keysFolder, officeId: OFFICE_ID, dataKey: DATA_KEY, clock },
    report: () => undefined,
  });
  try {
    const from = { ...COMMAND_LINE_ORIGIN, operator: 'bench' };
    const input = { clerkCode: CLERK.code, password: CLERK.password };
    const { session } = await door.answer({ verb: 'session.signIn', input, sessionToken: null, ...from });
    const codes: string[] = [];
    for (let at = 1; at <= counters; at += 1) {
      const authorisation = { clerkCode: SECOND.code, password: SECOND.password };
      const counter = { name: `${at} 号`, kind: 'counter', authorisation };
      const { reply } = await door.answer({
        verb: 'counter.add',
        input: counter,
        sessionToken: session ?? null,
        ...from,
      });
      if (!reply.ok) throw new Error(`no code for a counter of the bench: ${reply.error.code}`);
      codes.push((reply.value as Enrolment).code);
    }
    return codes;
  } finally {
    door.close();
  }
}

async function joinedBy(text: string, port: number): Promise<CounterIdentity> {
  const code = parseEnrolmentCode(text);
  if (code === null) throw new Error('the office gives a code that is none');
  const { key, request } = await certificateRequest('CN=bench');
  const joined = await joinOffice({ host: HOST, port, code, csr: request, program: programVersion() });
  if (!joined.ok) throw new Error(`a counter of the bench could not join: ${joined.error.code}`);
  return { key, certificate: joined.value.certificate, authority: joined.value.officeCertificate };
}
