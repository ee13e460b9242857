/** The sums of a checked file that a second person says yes to, and the posting must reach. */
import type { FileFigures } from '../request/checked-files.ts';
import type { LoadRun } from './load-order.ts';
import type { BatchRun } from './posting-order.ts';

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
