/**
 * Stands between counter and server, and does to the bytes what bad lines do: cuts them anywhere, swallows or delays them, and
 * lets a later connection go before an earlier one.
 */
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

export interface LineFault {
  /** Bytes go on in pieces of at most so many, each by itself. */
  readonly pieceBytes?: number;
  /** After so many bytes in one direction the line is cut. */
  readonly cutAfter?: number;
  /** After so many bytes in one direction nothing goes on any more, and nothing is cut. */
  readonly silentAfter?: number;
  /** After so many bytes towards the server what follows waits there until it is released. */
  readonly holdAfter?: number;
}

/** From the counter to the server, and back. */
export type Direction = 'up' | 'down';

export class LineProxy {
  readonly #server: Server;
  readonly #open = new Set<Socket>();
  /** Those that came, in their order. */
  readonly passages: Passage[] = [];
  /** Told of what the server says while the counters do not hear it. */
  #unheard: (() => void) | null = null;
  #deafFrom = 0;

  private constructor(target: () => number, faultOf: (connection: number) => LineFault) {
    // A counter that has gone may have left something under way.
    this.#server = createServer({ allowHalfOpen: true }, (near) => {
      const far = connect({ port: target(), host: '127.0.0.1', allowHalfOpen: true });
      for (const socket of [near, far]) this.#watch(socket);
      this.passages.push(new Passage(near, far, faultOf(this.passages.length), () => this.#isUnheard()));
    });
  }

  static async open(target: () => number, faultOf: (connection: number) => LineFault = () => ({})): Promise<LineProxy> {
    const proxy = new LineProxy(target, faultOf);
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Connections so far. */
  get connections(): number {
    return this.passages.length;
  }

  /**
   * From now on the counters hear nothing of the server; answers once the server has said something.
   * @param bytesUp that the newest connection passes on to the server before.
   */
  deafen(bytesUp = 0): Promise<void> {
    this.#deafFrom = bytesUp + this.#passedUp;
    return new Promise((resolve) => (this.#unheard = resolve));
  }

  /** Cuts every line there is; new ones are as good as any. */
  pull(): void {
    this.#unheard = null;
    for (const socket of this.#open) socket.destroy();
  }

  async close(): Promise<void> {
    this.pull();
    for (const passage of this.passages) passage.release();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  get #passedUp(): number {
    return this.passages.at(-1)?.passedUp ?? 0;
  }

  #isUnheard(): boolean {
    if (this.#unheard === null || this.#passedUp < this.#deafFrom) return false;
    this.#unheard();
    return true;
  }

  #watch(socket: Socket): void {
    this.#open.add(socket);
    socket.setNoDelay(true);
    socket.on('error', () => undefined);
    socket.once('close', () => this.#open.delete(socket));
  }
}

/** One connection on its way through. */
export class Passage {
  readonly #near: Socket;
  readonly #far: Socket;
  readonly #ways: Readonly<Record<Direction, Way>>;

  constructor(near: Socket, far: Socket, fault: LineFault, isUnheard: () => boolean) {
    this.#near = near;
    this.#far = far;
    const { holdAfter = Infinity, ...both } = fault;
    this.#ways = { up: new Way(near, far, { ...both, holdAfter }), down: new Way(far, near, both, isUnheard) };
  }

  /** Bytes that went on towards the server. */
  get passedUp(): number {
    return this.#ways.up.passed;
  }

  /** What comes from the counter waits from now on. */
  hold(): void {
    this.#ways.up.holdAfter = 0;
  }

  /** What waits goes on, whoever has gone meanwhile. */
  release(): void {
    this.#ways.up.release();
  }

  /** The counter is gone, and what it has sent stays under way. */
  leave(): void {
    this.#near.destroy();
  }

  /** Both ends, at once or after so many more bytes in a direction. */
  cut(direction: Direction = 'up', more = 0): void {
    const way = this.#ways[direction];
    way.cutAfter = way.passed + more;
    if (more > 0) return;
    this.#near.destroy();
    this.#far.destroy();
  }
}

/** One direction of a connection. */
class Way {
  passed = 0;
  cutAfter: number;
  holdAfter: number;
  readonly #pieceBytes: number;
  readonly #silentAfter: number;
  #released: (() => void) | null = null;

  constructor(from: Socket, to: Socket, fault: LineFault, isUnheard = () => false) {
    const { pieceBytes = Infinity, cutAfter = Infinity, silentAfter = Infinity, holdAfter = Infinity } = fault;
    this.#pieceBytes = pieceBytes;
    this.#silentAfter = silentAfter;
    this.cutAfter = cutAfter;
    this.holdAfter = holdAfter;
    void this.#forward(from, to, isUnheard);
  }

  release(): void {
    this.holdAfter = Infinity;
    this.#released?.();
    this.#released = null;
  }

  async #forward(from: Socket, to: Socket, isUnheard: () => boolean): Promise<void> {
    try {
      for await (const bytes of from as AsyncIterable<Buffer>) if (!isUnheard()) await this.#pass(bytes, to);
      await this.#whenReleased();
      to.end();
    } catch (error) {
      // The fault has come, or an end has gone: what it said before goes on.
      if (error instanceof CutError) from.destroy();
      if (error instanceof CutError) to.destroy();
      else to.destroySoon();
    }
  }

  async #pass(bytes: Buffer, to: Socket): Promise<void> {
    for (let at = 0; at < bytes.length && this.passed < this.#silentAfter;) {
      if (this.passed >= this.holdAfter) await this.#whenReleased();
      const room = Math.min(this.cutAfter, this.#silentAfter, this.holdAfter) - this.passed;
      const piece = bytes.subarray(at, at + Math.min(this.#pieceBytes, Math.max(room, 0)));
      at += piece.length;
      this.passed += piece.length;
      const isFull = !to.write(piece);
      if (to.destroyed) throw new Error('nobody is there any more');
      if (isFull) await new Promise((resolve) => to.once('drain', resolve).once('close', resolve));
      if (this.passed >= this.cutAfter) throw new CutError('cut');
      if (this.#pieceBytes < Infinity) await new Promise(setImmediate);
    }
  }

  #whenReleased(): Promise<void> {
    if (this.passed < this.holdAfter) return Promise.resolve();
    return new Promise((resolve) => (this.#released = resolve));
  }
}

class CutError extends Error {}
