/** The refused lines of a file, of which there may be a million. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Lines packed together: fewer pack worse, more would be a burden while they are read. */
const BLOCK = 1_000;

/** A refused line says why by the code of its reason. */
export type Refused = { readonly reason: string } | { readonly code: string };

/** Kept packed, a block at a time, in the order they came in: an object a line would be most of a gigabyte. */
export class PackedLines<Line extends Refused> implements Iterable<Line> {
  readonly #blocks: Uint8Array[] = [];
  #open: Line[] = [];
  readonly #reasons = new Map<string, number>();

  static of<Line extends Refused>(lines: Iterable<Line>): PackedLines<Line> {
    const packed = new PackedLines<Line>();
    for (const line of lines) packed.push(line);
    return packed;
  }

  get length(): number {
    return this.#blocks.length * BLOCK + this.#open.length;
  }

  /** How many lines were refused for each reason, by its code. */
  get reasons(): ReadonlyMap<string, number> {
    return this.#reasons;
  }

  /** What JSON does not keep is lost. */
  push(line: Line): void {
    const code = 'reason' in line ? line.reason : line.code;
    this.#reasons.set(code, (this.#reasons.get(code) ?? 0) + 1);
    this.#open.push(line);
    if (this.#open.length < BLOCK) return;
    this.#blocks.push(packed(this.#open));
    this.#open = [];
  }

  /** As they are kept in the books: the last may be a short one, or none. */
  *blocks(): Generator<Uint8Array> {
    yield* this.#blocks;
    if (this.#open.length > 0 || this.#blocks.length === 0) yield packed(this.#open);
  }

  /** The lines of one block. */
  static opened<Line>(block: Uint8Array): Line[] {
    return JSON.parse(inflateRawSync(block).toString('utf8')) as Line[];
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
    for (const block of this.#blocks) yield* PackedLines.opened<Line>(block);
    yield* this.#open;
  }
}

function packed(lines: readonly unknown[]): Uint8Array {
  return deflateRawSync(JSON.stringify(lines), { level: 1 });
}
