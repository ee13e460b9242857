/** What the last check of each received file came to, in memory alone. */
import type { FileKind } from '../../contract/kernel/vocabulary.ts';

export interface FileFigures {
  readonly kind: FileKind;
  readonly figures: Readonly<Record<string, string | number | null>>;
}

interface CheckedFile {
  readonly figures: FileFigures;
  /** Of the books, as the check found them or earlier. */
  readonly lastChange: string;
}

/** Received files whose figures are remembered; an older one is checked again when it is asked about. */
const REMEMBERED = 32;

export class CheckedFiles {
  readonly #checked = new Map<string, CheckedFile>();

  find(sha256: string): FileFigures | null {
    return this.#checked.get(sha256)?.figures ?? null;
  }

  /** Null where the books have changed since. */
  findAsOf(sha256: string, lastChange: string): FileFigures | null {
    const checked = this.#checked.get(sha256);
    return checked?.lastChange === lastChange ? checked.figures : null;
  }

  remember(sha256: string, checked: CheckedFile): void {
    this.#checked.delete(sha256);
    this.#checked.set(sha256, checked);
    const [oldest] = this.#checked.keys();
    if (this.#checked.size > REMEMBERED && oldest !== undefined) this.#checked.delete(oldest);
  }
}
