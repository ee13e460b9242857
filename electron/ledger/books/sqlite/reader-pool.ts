/** A few connections that read, lent out for one snapshot at a time. */

interface Waiting<Reader> {
  readonly take: (reader: Reader) => void;
  readonly refuse: (error: Error) => void;
}

/**
 * A question holds its snapshot while it lets others run, so one that prepares a long paper keeps none of the short ones
 * waiting, until as many are at work as there may be. More wait in the order they came.
 */
export class ReaderPool<Reader extends { close(): void }> {
  readonly #open: () => Reader;
  readonly #size: number;
  /** The one used last is used next: its cache is the warmest. */
  readonly #idle: Reader[] = [];
  readonly #waiting: Waiting<Reader>[] = [];
  #opened = 0;
  #closed = false;

  /** @param open is called for the first at once, so that what keeps books from being read is said at their opening. */
  constructor(size: number, open: () => Reader) {
    this.#size = size;
    this.#open = open;
    this.#idle.push(this.#another());
  }

  async use<T>(work: (reader: Reader) => Promise<T>): Promise<T> {
    const reader = await this.#taken();
    try {
      return await work(reader);
    } finally {
      this.#giveBack(reader);
    }
  }

  /** A question at work ends on its snapshot and its connection with it; one that waits is refused. */
  close(): void {
    this.#closed = true;
    for (const reader of this.#idle.splice(0)) reader.close();
    for (const { refuse } of this.#waiting.splice(0)) refuse(new Error('the books are closed'));
  }

  #taken(): Reader | Promise<Reader> {
    if (this.#closed) throw new Error('the books are closed');
    const idle = this.#idle.pop();
    if (idle !== undefined) return idle;
    if (this.#opened < this.#size) return this.#another();
    return new Promise((take, refuse) => this.#waiting.push({ take, refuse }));
  }

  #another(): Reader {
    const reader = this.#open();
    this.#opened += 1;
    return reader;
  }

  #giveBack(reader: Reader): void {
    const next = this.#waiting.shift();
    if (next !== undefined) next.take(reader);
    else if (this.#closed) reader.close();
    else this.#idle.push(reader);
  }
}
