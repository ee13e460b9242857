/** What a caller has keyed, as bytes that are overwritten: passwords are among it. */
import type { Field, Key } from './menu/menu-state-rules.ts';

/** No field takes more; the menu counts them. */
const ROOM = 32;
/** Keys ahead of the ledger's answer; more are too many to be meant. */
const HELD = 32;

const CODE_OF_X = 88;

export class KeyedDigits {
  readonly #fields = new Map<Field, { readonly bytes: Uint8Array; length: number }>();
  readonly #held = new Uint8Array(HELD);
  #heldCount = 0;

  keep(field: Field, key: Key): void {
    const kept = this.#fields.get(field) ?? { bytes: new Uint8Array(ROOM), length: 0 };
    this.#fields.set(field, kept);
    if (kept.length === ROOM) throw new RangeError(`too many digits of ${field}`);
    kept.bytes[kept.length] = key === '*' ? CODE_OF_X : key.charCodeAt(0);
    kept.length += 1;
  }

  /** What is no password and may be read back. */
  text(field: 'idNumber' | 'phone'): string {
    return String.fromCharCode(...this.bytes(field));
  }

  /** A copy, for one request; whoever asks overwrites it. */
  bytes(field: Field): Uint8Array {
    const kept = this.#fields.get(field);
    return kept === undefined ? new Uint8Array(0) : kept.bytes.slice(0, kept.length);
  }

  clear(fields: readonly Field[]): void {
    for (const field of fields) {
      this.#fields.get(field)?.bytes.fill(0);
      this.#fields.delete(field);
    }
  }

  hold(key: Key): void {
    if (this.#heldCount === HELD) return;
    this.#held[this.#heldCount] = key.charCodeAt(0);
    this.#heldCount += 1;
  }

  /** The first key that waits; null when none does. */
  release(): Key | null {
    if (this.#heldCount === 0) return null;
    // Only keys are held.
    const key = String.fromCharCode(this.#held[0] ?? 0) as Key;
    this.#held.copyWithin(0, 1);
    this.#heldCount -= 1;
    this.#held.fill(0, this.#heldCount);
    return key;
  }

  drop(): void {
    this.#held.fill(0);
    this.#heldCount = 0;
  }
}
