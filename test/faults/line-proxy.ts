/** Stands between counter and server, and does to the bytes what bad lines do. */
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

export interface LineFault {
  /** Bytes go on in pieces of at most so many, each by itself. */
  readonly pieceBytes?: number;
  /** After so many bytes in one direction the line is cut. */
  readonly cutAfter?: number;
  /** After so many bytes in one direction nothing goes on any more, and nothing is cut. */
  readonly silentAfter?: number;
}

export class LineProxy {
  readonly #server: Server;
  readonly #open = new Set<Socket>();
  /** Connections so far. */
  connections = 0;

  private constructor(target: () => number, faultOf: (connection: number) => LineFault) {
    this.#server = createServer((near) => {
      const fault = faultOf(this.connections);
      this.connections += 1;
      const far = connect(target(), '127.0.0.1');
      for (const socket of [near, far]) this.#watch(socket);
      void forward(near, far, fault);
      void forward(far, near, fault);
    });
  }

  static async open(target: () => number, faultOf: (connection: number) => LineFault): Promise<LineProxy> {
    const proxy = new LineProxy(target, faultOf);
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    for (const socket of this.#open) socket.destroy();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #watch(socket: Socket): void {
    this.#open.add(socket);
    socket.setNoDelay(true);
    socket.on('error', () => undefined);
    socket.once('close', () => this.#open.delete(socket));
  }
}

async function forward(from: Socket, to: Socket, fault: LineFault): Promise<void> {
  const { pieceBytes = Infinity, cutAfter = Infinity, silentAfter = Infinity } = fault;
  let passed = 0;
  try {
    for await (const bytes of from as AsyncIterable<Buffer>) {
      for (let at = 0; at < bytes.length && passed < silentAfter;) {
        const piece = bytes.subarray(at, at + Math.min(pieceBytes, cutAfter - passed, silentAfter - passed));
        at += piece.length;
        passed += piece.length;
        if (!to.write(piece)) await new Promise((resolve) => to.once('drain', resolve).once('close', resolve));
        if (passed >= cutAfter) throw new Error('cut');
        if (pieceBytes < Infinity) await new Promise(setImmediate);
      }
    }
    to.end();
  } catch {
    // Either end has gone, or the fault has come.
    from.destroy();
    to.destroy();
  }
}
