/** What the last check of each received file came to: the sums that a second person says yes to, and the posting must reach. */
import type { FileKind } from '../../contract/vocabulary.ts';
import type { LoadRun } from './load-order.ts';
import type { BatchRun } from './posting-order.ts';

export interface FileFigures {
  readonly kind: FileKind;
  readonly figures: Readonly<Record<string, string | number | null>>;
}

/** Received files whose figures are remembered; an older one is checked again when it is asked about. */
const REMEMBERED = 32;

export class FileChecks {
  readonly #figures = new Map<string, FileFigures>();

  find(sha256: string): FileFigures | null {
    return this.#figures.get(sha256) ?? null;
  }

  remember(sha256: string, run: BatchRun | LoadRun): FileFigures {
    const figures = figuresOf(run);
    this.#figures.delete(sha256);
    this.#figures.set(sha256, figures);
    const [oldest] = this.#figures.keys();
    if (this.#figures.size > REMEMBERED && oldest !== undefined) this.#figures.delete(oldest);
    return figures;
  }
}

export function isLoad(run: BatchRun | LoadRun): run is LoadRun {
  return run.kind === 'register' || run.kind === 'institutions';
}

export function figuresOf(run: BatchRun | LoadRun): FileFigures {
  if (isLoad(run)) {
    const { kind, added, updated, refused } = run;
    return { kind, figures: { added, updated, refusedCount: refused.length } };
  }
  const { kind, batch, declaredCount, declaredFen, accepted, amountFen, refused } = run;
  const rejectedCount = refused.length;
  return { kind, figures: { batch, declaredCount, declaredFen, accepted, amountFen, rejectedCount } };
}
