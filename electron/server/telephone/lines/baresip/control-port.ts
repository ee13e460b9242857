/**
 * A baresip process and its control port. Its output is not read and goes nowhere, because it prints every key that is struck;
 * so do the events of the control port, which stay between these two processes.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as passed } from 'node:timers/promises';
import { netstring, Netstrings, readMessage, type ControlEvent } from './control-message-rules.ts';

const STARTED_WITHIN_MS = 10_000;
const ASKED_EVERY_MS = 50;

export interface ControlOptions {
  readonly folder: string;
  readonly controlPort: number;
  readonly heard: (event: ControlEvent) => void;
  /** The process or its control port has ended, by itself or on `close`. */
  readonly ended: () => void;
}

export class ControlPort {
  readonly #process: ChildProcess;
  readonly #options: ControlOptions;
  readonly #waiting = new Map<string, (isDone: boolean) => void>();
  #socket: Socket | null = null;
  #commands = 0;
  #isEnded = false;

  private constructor(options: ControlOptions) {
    this.#options = options;
    this.#process = spawn('baresip', ['-f', options.folder], { stdio: 'ignore' });
    this.#process.once('error', () => this.#end());
    this.#process.once('exit', () => this.#end());
  }

  /** Null where baresip is not there, or does not come up within ten seconds. */
  static async open(options: ControlOptions): Promise<ControlPort | null> {
    const port = new ControlPort(options);
    if (await port.#connected()) return port;
    await port.close();
    return null;
  }

  /** Whether it took the command. */
  async send(command: string, params: string): Promise<boolean> {
    const socket = this.#socket;
    if (socket === null || this.#isEnded) return false;
    this.#commands += 1;
    const token = String(this.#commands);
    const { promise, resolve } = Promise.withResolvers<boolean>();
    this.#waiting.set(token, resolve);
    socket.write(netstring({ command, params, token }));
    return promise;
  }

  kill(): void {
    this.#process.kill('SIGKILL');
  }

  async close(): Promise<void> {
    const { pid, exitCode, signalCode } = this.#process;
    const isRunning = pid !== undefined && exitCode === null && signalCode === null;
    const exited = isRunning ? new Promise((resolve) => this.#process.once('exit', resolve)) : null;
    this.#process.kill();
    await exited;
    this.#end();
  }

  async #connected(): Promise<boolean> {
    const until = Date.now() + STARTED_WITHIN_MS;
    while (!this.#isEnded && Date.now() < until) {
      const socket = await connectedTo(this.#options.controlPort);
      if (socket !== null) {
        this.#listen(socket);
        return true;
      }
      await passed(ASKED_EVERY_MS);
    }
    return false;
  }

  #listen(socket: Socket): void {
    this.#socket = socket;
    const netstrings = new Netstrings();
    socket.on('data', (bytes) => {
      try {
        for (const text of netstrings.take(bytes)) this.#receive(text);
      } catch {
        this.#process.kill();
      }
    });
    socket.on('error', () => this.#end());
    socket.once('close', () => this.#end());
  }

  #receive(text: string): void {
    const message = readMessage(text);
    if (message === null) return;
    if ('event' in message) {
      this.#options.heard(message);
      return;
    }
    const { token = '', ok } = message;
    this.#waiting.get(token)?.(ok);
    this.#waiting.delete(token);
  }

  #end(): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#socket?.destroy();
    for (const resolve of this.#waiting.values()) resolve(false);
    this.#waiting.clear();
    this.#process.kill();
    this.#options.ended();
  }
}

function connectedTo(port: number): Promise<Socket | null> {
  const socket = connect(port, '127.0.0.1');
  return new Promise((resolve) => {
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(null));
  });
}

/** A port of the loopback interface that nobody listens at. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('a port has a number');
  return address.port;
}
