/** The refused lines of a file, of which there may be a million. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Lines packed together: fewer pack worse, more would be a burden while they are read. */
const BLOCK = 1_000;

/** Kept packed, a block at a time, in the order they came in: an object a line would be most of a gigabyte. */
export class PackedLines<Line> implements Iterable<Line> {
  readonly #blocks: Uint8Array[] = [];
  #open: Line[] = [];

  static of<Line>(lines: Iterable<Line>): PackedLines<Line> {
    const packed = new PackedLines<Line>();
    for (const line of lines) packed.push(line);
    return packed;
  }

  get length(): number {
    return this.#blocks.length * BLOCK + this.#open.length;
  }

  /** What JSON does not keep is lost. */
  push(line: Line): void {
    this.#open.push(line);
    if (this.#open.length < BLOCK) return;
    this.#blocks.push(deflateRawSync(JSON.stringify(this.#open), { level: 1 }));
    this.#open = [];
  }

  /** At most so many, from the start. */
  first(most: number): Line[] {
    const found: Line[] = [];
    for (const line of this) {
      if (found.length === most) break;
      found.push(line);
    }
    return found;
  }

  *[Symbol.iterator](): Generator<Line> {
    for (const block of this.#blocks) yield* JSON.parse(inflateRawSync(block).toString('utf8')) as Line[];
    yield* this.#open;
  }
}
