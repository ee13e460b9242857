/**
 * Where the command line of the server's own computer comes in: a socket in the data folder. That the other end is the server's user,
 * or the system's administrator, the system itself has seen to; which clerk acts, and what they may, the ledger proves as everywhere.
 */
import { chmodSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import type { Progress } from '../../contract/protocol.ts';
import { addressToListen, removeSocket, SOCKET_FILE } from '../../disk/local-socket.ts';
import { fromCommandLineSchema } from '../../line/line-messages.ts';
import { COMMAND_LINE } from '../../ledger/commands/acting.ts';
import type { Note } from '../server-log.ts';
import { CounterConnection, type ConnectionOptions } from './counter-connection.ts';
import { LentThings } from './lent-things.ts';
import type { ServedLedger } from './served-ledger.ts';

/** Whoever connects says hello within so many milliseconds. */
const HELLO_MS = 10_000;
/** Commands of one computer at once; more are refused by closing. */
const CONNECTIONS = 64;
/** Requests under way of one command. */
const UNDER_WAY = 16;

export interface CommandDoorOptions extends Pick<ConnectionOptions, 'program' | 'beatMs'> {
  readonly folder: string;
  readonly ledger: ServedLedger;
  readonly note: Note;
}

export class CommandDoor {
  readonly #options: CommandDoorOptions;
  readonly #server: Server;
  readonly #connections = new Set<CounterConnection>();
  /** What is being taken back of lines that have ended: the books stay open for it. */
  readonly #takingBack = new Set<Promise<void>>();

  private constructor(options: CommandDoorOptions) {
    this.#options = options;
    this.#server = createServer((socket) => this.#take(socket));
    this.#server.maxConnections = CONNECTIONS;
  }

  /** Null where the folder takes no socket, which is noted: the counters are served all the same. */
  static async open(options: CommandDoorOptions): Promise<CommandDoor | null> {
    const door = new CommandDoor(options);
    const { folder, note } = options;
    try {
      const address = addressToListen(folder);
      if (address === null) throw new Error('the path of the folder is too long');
      await new Promise<void>((resolve, reject) => {
        door.#server.once('error', reject);
        door.#server.listen(address.path, resolve);
      });
      address.done();
      if (process.platform !== 'win32') chmodSync(join(folder, SOCKET_FILE), 0o600);
      return door;
    } catch (error) {
      note('no socket for the command line', { why: error instanceof Error ? error.message : String(error) });
      return null;
    }
  }

  /** To the command that asked for the work. */
  tell(progress: Progress): void {
    for (const connection of this.#connections)
      if (connection.has(progress.operationId)) connection.tell({ type: 'progress', progress });
  }

  /** Takes no command any more, answers what is under way, and ends the lines. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    removeSocket(this.#options.folder);
    await Promise.all([...this.#connections].map((connection) => connection.close()));
    await closed;
    await Promise.all(this.#takingBack);
  }

  #take(socket: Socket): void {
    const { program, beatMs, note } = this.#options;
    const lent = new LentThings(this.#options.ledger);
    const late = setTimeout(() => socket.destroy(), HELLO_MS);
    const connection: CounterConnection = new CounterConnection(socket, {
      ...{ program, counter: COMMAND_LINE, incoming: fromCommandLineSchema, refusal: null, ledger: lent },
      maxUnderWay: UNDER_WAY,
      ...(beatMs === undefined ? {} : { beatMs }),
      welcomed: () => clearTimeout(late),
      ended: (why) => {
        clearTimeout(late);
        this.#connections.delete(connection);
        if (why !== null) note('command line cut', { why });
        const takingBack = lent.takeBack().finally(() => this.#takingBack.delete(takingBack));
        this.#takingBack.add(takingBack);
      },
    });
    this.#connections.add(connection);
  }
}
