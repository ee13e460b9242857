/** What the last check of each received file came to, in memory alone. */
import type { FileKind } from '../../contract/kernel/vocabulary.ts';

export interface FileFigures {
  readonly kind: FileKind;
  readonly figures: Readonly<Record<string, string | number | null>>;
}

/** Received files whose figures are remembered; an older one is checked again when it is asked about. */
const REMEMBERED = 32;

export class CheckedFiles {
  readonly #figures = new Map<string, FileFigures>();

  find(sha256: string): FileFigures | null {
    return this.#figures.get(sha256) ?? null;
  }

  remember(sha256: string, figures: FileFigures): void {
    this.#figures.delete(sha256);
    this.#figures.set(sha256, figures);
    const [oldest] = this.#figures.keys();
    if (this.#figures.size > REMEMBERED && oldest !== undefined) this.#figures.delete(oldest);
  }
}
