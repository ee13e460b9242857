/**
 * Some ten thousand staged lines in columns, given back in the order of their payee index. Columns of bytes and
 * numbers and not an object a line: the collector has nothing to do with them.
 */

/** Lines put in order together: four times as many win a tenth of matching, and keep the lines behind them waiting. */
const RUN = 1 << 16;
/** With the place in the run these make 50 bits: whole numbers of a double. */
const PREFIX_DIGITS = 8;
/** Of a blind index. */
export const INDEX_DIGITS = 32;

/** The identifier is a number where a double can hold it (allocation-staging.ts). */
export type StagedRow = readonly [
  ordinal: number,
  external: number | string,
  payeeIndex: string,
  amountFen: number,
  narrative: number,
];

export class StagedRun {
  readonly #indexes = Buffer.alloc(RUN * INDEX_DIGITS);
  /** The first digits of the payee index and the place in the run in one number. */
  readonly #keys = new Float64Array(RUN);
  readonly #ordinals = new Uint32Array(RUN);
  readonly #externals = new Float64Array(RUN);
  readonly #amounts = new Float64Array(RUN);
  readonly #narratives = new Uint32Array(RUN);
  /** Identifiers that are no numbers. */
  readonly #texts = new Map<number, string>();
  #length = 0;

  get full(): boolean {
    return this.#length === RUN;
  }

  add([ordinal, external, payeeIndex, amountFen, narrative]: StagedRow): void {
    const at = this.#length;
    this.#length += 1;
    this.#keys[at] = Number.parseInt(payeeIndex.slice(0, PREFIX_DIGITS), 16) * RUN + at;
    this.#indexes.write(payeeIndex, at * INDEX_DIGITS, 'latin1');
    this.#ordinals[at] = ordinal;
    if (typeof external === 'string') this.#texts.set(at, external);
    else this.#externals[at] = external;
    this.#amounts[at] = amountFen;
    this.#narratives[at] = narrative;
  }

  /**
   * Empties the run into `take`, by the first digits of the payee index: rows that agree in them may stand either way.
   * Numbers are sorted thirty times as fast as the indexes themselves.
   */
  drain(take: (row: StagedRow) => void): void {
    for (const key of this.#keys.subarray(0, this.#length).sort()) take(this.#row(key % RUN));
    this.#texts.clear();
    this.#length = 0;
  }

  #row(at: number): StagedRow {
    const index = this.#indexes.toString('latin1', at * INDEX_DIGITS, (at + 1) * INDEX_DIGITS);
    const external = this.#texts.get(at) ?? this.#externals[at] ?? 0;
    return [this.#ordinals[at] ?? 0, external, index, this.#amounts[at] ?? 0, this.#narratives[at] ?? 0];
  }
}
