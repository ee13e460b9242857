/**
 * The ledger's side of a sealed entry: a key for as long as this process runs, and which entries it has opened. An entry is opened
 * once, for its own task, step and counter, and anything else is refused before it could count as a try.
 */
import { RefusalError } from '../../contract/kernel/errors.ts';
import { EntryKey, type EntryPlace, type SealBytes, type SealedEntry } from '../../line/entry-seal.ts';

/** Entries whose repetition is remembered; a task takes a dozen at most, and ends within minutes. */
const REMEMBERED = 4_096;

export class EntryKeys {
  #key: Promise<EntryKey> | null = null;
  readonly #opened = new Set<string>();

  /** Made when the first customer is about to type. */
  async publicKey(): Promise<SealBytes> {
    return (await this.#own()).publicKey;
  }

  /** The digits, the caller's to overwrite. Throws RefusalError INPUT_INVALID for what was not sealed for this, or was opened before. */
  async open(sealed: SealedEntry, place: EntryPlace): Promise<Uint8Array> {
    const mark = Buffer.from(sealed.enc).toString('base64');
    if (this.#opened.has(mark)) throw new RefusalError('INPUT_INVALID');
    const digits = await (await this.#own()).open(sealed, place);
    // Looked at again: the same entry may have come twice at once.
    if (digits === null || this.#opened.has(mark)) {
      digits?.fill(0);
      throw new RefusalError('INPUT_INVALID');
    }
    this.#opened.add(mark);
    const [oldest] = this.#opened;
    if (this.#opened.size > REMEMBERED && oldest !== undefined) this.#opened.delete(oldest);
    return digits;
  }

  #own(): Promise<EntryKey> {
    this.#key ??= EntryKey.make();
    return this.#key;
  }
}
