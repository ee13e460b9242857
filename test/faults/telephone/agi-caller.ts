/** Somebody who calls through an Asterisk, as far as its gateway sees: every prompt is heard at once, and keys come without pause. */
import { connect, type Socket } from 'node:net';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';

const EXCHANGE_WAITS_MS = 20;

export class AgiCaller {
  /** The names of the recordings that were played, in order. */
  readonly heard: string[] = [];
  /** All that the server said to the gateway. */
  said = '';
  /** What the gateway made of the call at its end: hung up, or handed over. */
  ending: string | null = null;
  readonly #socket: Socket;
  readonly #keys: string[] = [];

  private constructor(socket: Socket) {
    this.#socket = socket;
    const lines = createInterface({ input: socket });
    lines.on('line', (line) => this.#obey(line));
    for (const each of [lines, socket]) each.on('error', () => undefined);
  }

  static async calls(port: number, number: string): Promise<AgiCaller> {
    const socket = connect(port, '127.0.0.1');
    await new Promise((resolve) => socket.once('connect', resolve));
    const caller = new AgiCaller(socket);
    socket.write(`agi_network: yes\nagi_request: agi://127.0.0.1/\nagi_callerid: ${number}\n\n`);
    return caller;
  }

  keys(text: string): void {
    this.#keys.push(...Array.from(text));
  }

  /** Struck and not asked for yet. */
  get keysLeft(): number {
    return this.#keys.length;
  }

  /** As an exchange says it when the caller has gone. */
  hangUp(): void {
    this.#socket.write('HANGUP\n');
  }

  /** The exchange itself dies. */
  cut(): void {
    this.#socket.destroy();
  }

  #obey(line: string): void {
    this.said += `${line}\n`;
    const [, path] = /^STREAM FILE "([^"]+)"/.exec(line) ?? [];
    if (path !== undefined) this.heard.push(basename(path));
    if (line === 'HANGUP' || line.startsWith('SET VARIABLE')) this.ending = line;
    const key = line.startsWith('WAIT FOR DIGIT') ? this.#keys.shift() : undefined;
    if (key !== undefined) this.#answer(key.charCodeAt(0));
    // An exchange waits for a key as long as it was told to; this one not quite.
    else if (line.startsWith('WAIT FOR DIGIT')) setTimeout(() => this.#answer(0), EXCHANGE_WAITS_MS);
    else this.#answer(0);
  }

  #answer(result: number): void {
    this.#socket.write(`200 result=${result}\n`);
  }
}
