/**
 * Messages on a stream of bytes: four bytes of length, most significant first, then as many bytes of message. What is held of an
 * unfinished frame is never more than twice what has come of it, whatever length it announces.
 */
import { LineBreach } from './line-breach.ts';

const LENGTH_BYTES = 4;
/** A frame begins with room for so much, and grows as its bytes come. */
const FIRST_ROOM_BYTES = 4_096;

export function frame(message: Uint8Array): Uint8Array {
  const framed = new Uint8Array(LENGTH_BYTES + message.length);
  new DataView(framed.buffer).setUint32(0, message.length);
  framed.set(message, LENGTH_BYTES);
  return framed;
}

export class FrameReader {
  readonly #maxBytes: number;
  readonly #length = new Uint8Array(LENGTH_BYTES);
  #lengthBytes = 0;
  /** Null between two frames, and while the length comes. */
  #room: Uint8Array | null = null;
  #announced = 0;
  #arrived = 0;

  /** @param maxBytes the longest message that is taken. */
  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** How much memory an unfinished frame takes. */
  get heldBytes(): number {
    return this.#room?.length ?? 0;
  }

  /** The messages that these bytes complete, in order. Throws LineBreach for a length that is not allowed. */
  *take(bytes: Uint8Array): Generator<Uint8Array> {
    let at = 0;
    while (at < bytes.length) {
      at += this.#room === null ? this.#takeLength(bytes, at) : this.#takeMessage(bytes, at, this.#room);
      if (this.#room === null || this.#arrived < this.#announced) continue;
      const message = this.#room.subarray(0, this.#announced);
      this.#room = null;
      yield message;
    }
  }

  #takeLength(bytes: Uint8Array, at: number): number {
    const piece = bytes.subarray(at, at + LENGTH_BYTES - this.#lengthBytes);
    this.#length.set(piece, this.#lengthBytes);
    this.#lengthBytes += piece.length;
    if (this.#lengthBytes === LENGTH_BYTES) this.#begin(new DataView(this.#length.buffer).getUint32(0));
    return piece.length;
  }

  #begin(announced: number): void {
    if (announced === 0 || announced > this.#maxBytes) throw new LineBreach('frame-size');
    this.#lengthBytes = 0;
    this.#announced = announced;
    this.#arrived = 0;
    this.#room = new Uint8Array(Math.min(announced, FIRST_ROOM_BYTES));
  }

  #takeMessage(bytes: Uint8Array, at: number, room: Uint8Array): number {
    const piece = bytes.subarray(at, at + this.#announced - this.#arrived);
    const needed = this.#arrived + piece.length;
    const wide = needed <= room.length ? room : this.#widen(room, needed);
    wide.set(piece, this.#arrived);
    this.#arrived = needed;
    return piece.length;
  }

  #widen(room: Uint8Array, needed: number): Uint8Array {
    const wide = new Uint8Array(Math.min(this.#announced, needed * 2));
    wide.set(room.subarray(0, this.#arrived));
    this.#room = wide;
    return wide;
  }
}
