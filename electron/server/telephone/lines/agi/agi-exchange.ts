/**
 * A FastAGI server: an Asterisk in the bank's own network connects for each call it has answered, and is told what to play and when to
 * end. Written from the protocol's public description and tested against a peer that speaks it; no Asterisk has called it yet.
 */
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import type { Language } from '../../../../contract/kernel/vocabulary.ts';
import type { Note } from '../../../server-log.ts';
import { GAP, type Piece } from '../../prompts/spoken-rules.ts';
import type { Exchange, Line, LineListener, TakeCall } from '../line.ts';
import {
  ANSWER,
  callerOf,
  HANG_UP,
  isPrivateAddress,
  keyOf,
  LONGEST_LINE,
  resultOf,
  streamFile,
  TO_PERSON,
  WAIT_FOR_KEY,
} from './agi-message-rules.ts';

const CALLS = 64;

export interface AgiOptions {
  readonly host: string;
  readonly port: number;
  /** Where the exchange has the recordings. */
  readonly promptsFolder: string;
  readonly take: TakeCall;
  readonly note: Note;
}

export class AgiExchange implements Exchange {
  readonly #server: Server;
  readonly #lines = new Set<AgiLine>();

  private constructor(options: AgiOptions) {
    this.#server = createServer((socket) => this.#greet(socket, options));
    this.#server.maxConnections = CALLS;
  }

  /** Throws what the system says where it cannot listen. */
  static async open(options: AgiOptions): Promise<AgiExchange> {
    const exchange = new AgiExchange(options);
    await new Promise<void>((resolve, reject) => {
      exchange.#server.once('error', reject);
      exchange.#server.listen(options.port, options.host, resolve);
    });
    return exchange;
  }

  get port(): number {
    // A server that listens at a host has an address with a port.
    return (this.#server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    for (const line of this.#lines) line.cut();
    await closed;
  }

  #greet(socket: Socket, { take, note, promptsFolder }: AgiOptions): void {
    if (!isPrivateAddress(socket.remoteAddress ?? '')) {
      note('a call from outside the private network was refused', {});
      socket.destroy();
      return;
    }
    const line = new AgiLine(socket, { take, promptsFolder, ended: () => this.#lines.delete(line) });
    this.#lines.add(line);
  }
}

interface AgiLineOptions {
  readonly take: TakeCall;
  readonly promptsFolder: string;
  readonly ended: () => void;
}

/** One connection is one call. A command is sent when the one before was answered. */
class AgiLine implements Line {
  callerNumber: string | null = null;
  readonly #socket: Socket;
  readonly #options: AgiLineOptions;
  #rest = '';
  /** The lines before the empty one; null once the call is taken. */
  #head: string[] | null = [];
  #listener: LineListener | null = null;
  /** Files still to be played. */
  #queue: string[] = [];
  #isPlaying = false;
  #ending: string | null = null;
  #isGone = false;

  constructor(socket: Socket, options: AgiLineOptions) {
    this.#socket = socket;
    this.#options = options;
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => this.#receive(text));
    socket.on('error', () => this.#lose());
    socket.once('close', () => this.#lose());
  }

  play(pieces: readonly Piece[], language: Language): void {
    const { promptsFolder } = this.#options;
    this.#queue = pieces.filter((piece) => piece !== GAP).map((piece) => join(promptsFolder, language, piece));
    this.#isPlaying = true;
  }

  stop(): void {
    this.#queue = [];
    this.#isPlaying = false;
  }

  hangUp(): void {
    this.#ending = HANG_UP;
  }

  handOver(): void {
    this.#ending = TO_PERSON;
  }

  cut(): void {
    this.#socket.destroy();
  }

  #receive(text: string): void {
    this.#rest += text;
    const lines = this.#rest.split('\n');
    this.#rest = lines.pop() ?? '';
    if (this.#rest.length > LONGEST_LINE) this.cut();
    else for (const line of lines) this.#read(line.trimEnd());
  }

  #read(line: string): void {
    if (this.#isGone) return;
    if (this.#head === null) this.#readAnswer(line);
    else this.#readHead(this.#head, line);
  }

  #readAnswer(line: string): void {
    // `HANGUP` is said by the exchange itself, in the middle of a command: its answer does not come, or says the same.
    if (line !== HANG_UP && !/^\d{3} /.test(line)) return;
    const result = resultOf(line);
    if (result === null || result < 0 || this.#ending !== null) {
      this.#lose();
      return;
    }
    this.#answered(result);
    this.#go();
  }

  #readHead(head: string[], line: string): void {
    if (line !== '') {
      head.push(line);
      if (head.length > 100) this.cut();
      return;
    }
    this.callerNumber = callerOf(head);
    this.#head = null;
    this.#send(ANSWER);
  }

  #answered(result: number): void {
    // The first answer is that of ANSWER: the call is taken.
    if (this.#listener === null) {
      this.#listener = this.#options.take(this);
      return;
    }
    const key = keyOf(result);
    if (key !== null) {
      this.stop();
      this.#listener.key(key);
    } else if (this.#isPlaying && this.#queue.length === 0) {
      this.#isPlaying = false;
      this.#listener.played();
    }
  }

  /** The next command: the end, the next file, or to wait for a key, which looks again soon whether there is something to play. */
  #go(): void {
    if (this.#isGone) return;
    const file = this.#ending === null ? this.#queue.shift() : undefined;
    this.#send(this.#ending ?? (file === undefined ? WAIT_FOR_KEY : streamFile(file)));
  }

  #send(command: string): void {
    this.#socket.write(`${command}\n`);
  }

  #lose(): void {
    if (this.#isGone) return;
    this.#isGone = true;
    this.#socket.end();
    this.#options.ended();
    this.#listener?.gone();
  }
}
