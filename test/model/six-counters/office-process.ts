/** The process of the office server as the model sees it: started, asked, killed, and started again on the same folder and port. */
import { fork, spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Reply } from '../../../electron/contract/kernel/errors.ts';
import type { Input, LedgerVerb } from '../../../electron/contract/verbs.ts';
import { DATA_KEY, OFFICE_ID, PIN_KEY } from '../../offices/small-office.ts';
import { keysBeside } from '../../offices/test-folders.ts';
import type { Fate, MemoryInUse, ToServed } from './served-office.ts';

const SCRIPT = join(import.meta.dirname, 'served-office.ts');
/** What Node keeps of the program it has read: a server that was killed is back in half the time. */
const COMPILED = join(import.meta.dirname, '../../../node_modules/.cache/compiled');

/** The version that server and counters say. */
export const PROGRAM = '1.2.3';

/** A disk of its own for the folder, in a mount namespace, with a copy of another folder on it. */
export interface OwnDisk {
  readonly megabytes: number;
  readonly copyOf: string;
}

interface Asked {
  readonly reply: Reply<unknown>;
  readonly session: string | null;
}

export class OfficeProcess {
  readonly #folder: string;
  readonly #disk: OwnDisk | null;
  #child: ChildProcess;
  #lastId = 0;
  readonly #waiting = new Map<number, (value: unknown) => void>();
  #port = 0;
  #at: number;
  /** Its next ending is its fate and not a fault. */
  #isDoomed = false;
  #revived: Promise<void> = Promise.resolve();
  /** How often it was killed. */
  deaths = 0;

  private constructor(folder: string, at: number, disk: OwnDisk | null) {
    this.#folder = folder;
    this.#at = at;
    this.#disk = disk;
    this.#child = this.#fork();
  }

  static async open(folder: string, at: number, disk: OwnDisk | null = null): Promise<OfficeProcess> {
    const office = new OfficeProcess(folder, at, disk);
    await office.#open();
    return office;
  }

  get port(): number {
    return this.#port;
  }

  async memory(): Promise<MemoryInUse> {
    return (await this.#do({ do: 'memory' })) as MemoryInUse;
  }

  /** Tells the time. */
  async tell(at: number): Promise<void> {
    this.#at = at;
    await this.#revived;
    await this.#do({ do: 'time', at });
  }

  /** Asks at the command line's door. */
  async ask<V extends LedgerVerb>(verb: V, input: Input<V>, token: string | null = null): Promise<Asked> {
    await this.#revived;
    return (await this.#do({ do: 'ask', verb, input, token })) as Asked;
  }

  async closeDays(days: number): Promise<Reply<unknown>> {
    await this.#revived;
    return (await this.#do({ do: 'close days', days })) as Reply<unknown>;
  }

  /** Once nothing is under way, in whichever process it is by then. */
  async settle(): Promise<void> {
    await this.#revived;
    await this.#do({ do: 'settle' });
  }

  /** Whether there is room on its own disk. */
  async setRoom(room: boolean): Promise<void> {
    await this.#do({ do: room ? 'make room' : 'fill' });
  }

  /** It will kill itself, and be started again. */
  async doom(fate: Fate): Promise<void> {
    await this.#revived;
    this.#isDoomed = true;
    await this.#do({ do: 'die', fate });
  }

  /** At once, if its fate has not come yet. */
  async end(): Promise<void> {
    if (this.#isDoomed) {
      const gone = new Promise((resolve) => this.#child.once('exit', resolve));
      this.#child.kill('SIGKILL');
      await gone;
    }
    await this.#revived;
  }

  /** Waits for what is under way, ends the lines and the books, and does `work` with the folder before it opens them again. */
  async whileClosed(work: () => Promise<void>): Promise<void> {
    await this.#do({ do: 'close' });
    await work();
    await this.#open();
  }

  async close(): Promise<void> {
    await this.#revived;
    await this.#do({ do: 'close' });
    this.#child.removeAllListeners('exit');
    const gone = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.disconnect();
    await gone;
  }

  /** Nobody is to come back, whatever state it is in. */
  abandon(): void {
    this.#child.removeAllListeners('exit');
    this.#child.kill('SIGKILL');
  }

  #fork(): ChildProcess {
    const env = { ...process.env, NODE_COMPILE_CACHE: COMPILED };
    const child =
      this.#disk === null
        ? fork(SCRIPT, { serialization: 'advanced', env })
        : spawn('unshare', ['--map-root-user', '--mount', 'sh', '-c', ...onDisk(this.#folder, this.#disk)], {
            stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
            serialization: 'advanced',
            env,
          });
    child.on('message', (message) => {
      const { id, value } = message as { readonly id: number; readonly value: unknown };
      this.#waiting.get(id)?.(value);
      this.#waiting.delete(id);
    });
    child.once('exit', (code) => {
      if (!this.#isDoomed) throw new Error(`the office server ended by itself with ${String(code)}`);
      this.#isDoomed = false;
      this.deaths += 1;
      this.#child = this.#fork();
      // What was asked of the one before is asked of this one by whoever asks again.
      for (const wake of [...this.#waiting.values()]) wake(null);
      this.#waiting.clear();
      this.#revived = this.#open();
    });
    return child;
  }

  async #open(): Promise<void> {
    const place = {
      ...{ folder: this.#folder, keysFolder: keysBeside(this.#folder), officeId: OFFICE_ID },
      ...{ dataKey: DATA_KEY, pinKey: PIN_KEY, program: PROGRAM },
    };
    this.#port = (await this.#do({ do: 'open', place, at: this.#at, port: this.#port })) as number;
  }

  #do(wish: ToServed): Promise<unknown> {
    const id = ++this.#lastId;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#child.send({ id, wish });
    });
  }
}

function onDisk(folder: string, { megabytes, copyOf }: OwnDisk): string[] {
  const command = `mount -t tmpfs -o size=${megabytes}m none "$1" && cp -a "$2"/. "$1" && exec "$3" "$4"`;
  return [command, 'sh', folder, copyOf, process.execPath, SCRIPT];
}
