/** A counter that asks nothing and hears all that is said to everybody: that something changed, and never what. */
import { connect, type TLSSocket } from 'node:tls';
import { CHANGE_KINDS } from '../../../electron/contract/protocol.ts';
import { FramedLine } from '../../../electron/line/framed-line.ts';
import { FROM_COUNTER, FROM_SERVER, PROTOCOL } from '../../../electron/line/line-messages.ts';
import type { Joined } from './counter-place.ts';
import { PROGRAM } from './office-process.ts';

export class ListeningCounter {
  /** How often it heard that something changed. */
  heard = 0;
  /** What it should not have heard. */
  readonly strange: string[] = [];
  readonly #identity: Joined;
  readonly #port: () => number;
  #socket: TLSSocket | null = null;
  #isOver = false;

  constructor(identity: Joined, port: () => number) {
    this.#identity = identity;
    this.#port = port;
    this.#listen();
  }

  close(): void {
    this.#isOver = true;
    this.#socket?.destroy();
  }

  #listen(): void {
    const { key, certificate, authority } = this.#identity;
    const socket = connect({ host: '127.0.0.1', port: this.#port(), key, cert: certificate, ca: authority });
    this.#socket = socket;
    socket.on('error', () => undefined);
    // The server may be on its way back.
    socket.once('close', () => this.#isOver || setTimeout(() => this.#isOver || this.#listen(), 20));
    socket.once('secureConnect', () => {
      const line = new FramedLine(socket, {
        incoming: FROM_SERVER,
        outgoing: FROM_COUNTER,
        message: (message) => this.#hear(message as Readonly<Record<string, unknown>>),
        ended: () => undefined,
      });
      line.send({ type: 'hello', protocol: PROTOCOL, program: PROGRAM });
    });
  }

  #hear(message: Readonly<Record<string, unknown>>): void {
    const { type, kinds, ...more } = message;
    if (type === 'beat' || type === 'hello') return;
    const isChange =
      type === 'changed' && Array.isArray(kinds) && kinds.every((kind) => CHANGE_KINDS.some((one) => one === kind));
    if (isChange && Object.keys(more).length === 0) this.heard += 1;
    else this.strange.push(JSON.stringify(message));
  }
}
