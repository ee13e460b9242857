/**
 * Connections that have not yet said who they are. There are few of them at any time, however many are opened and left: a new one
 * takes the place of the oldest, first of those from its own address, so that one computer does not keep the others out.
 */
import type { Socket } from 'node:net';
import { subscriberAddress } from '../../contract/kernel/subscriber-address.ts';

export interface HandshakeLimits {
  readonly fromOneAddress: number;
  readonly altogether: number;
}

export class Handshakes {
  readonly #limits: HandshakeLimits;
  /** In the order in which they came. */
  readonly #open = new Map<Socket, string>();

  constructor(limits: HandshakeLimits) {
    this.#limits = limits;
  }

  get count(): number {
    return this.#open.size;
  }

  add(socket: Socket): void {
    const address = subscriberAddress(socket.remoteAddress ?? '');
    const near = [...this.#open].filter(([, from]) => from === address).map(([other]) => other);
    if (near.length >= this.#limits.fromOneAddress) this.#end(near[0]);
    else if (this.#open.size >= this.#limits.altogether) this.#end(this.#open.keys().next().value);
    this.#open.set(socket, address);
    socket.once('close', () => this.#open.delete(socket));
  }

  #end(socket: Socket | undefined): void {
    if (socket === undefined) return;
    this.#open.delete(socket);
    socket.destroy();
  }

  /** It has said who it is, and that is known. */
  over(socket: Socket): void {
    this.#open.delete(socket);
  }

  endAll(): void {
    for (const socket of this.#open.keys()) socket.destroy();
  }
}
