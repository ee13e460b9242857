/** The sums of a checked file that a second person says yes to, and the posting must reach. */
import type { FileFaultKey } from '../../contract/month-end/file-faults.ts';
import type { FileFigures } from '../request/checked-files.ts';
import type { LoadRun } from './load-order.ts';
import type { BatchRun } from './posting-order.ts';

/** By the key of a warning: the name of its figure, and the param that holds it. */
const WARNED: Readonly<Partial<Record<FileFaultKey, readonly [name: string, param: string]>>> = {
  monthDiffers: ['otherMonth', 'month'],
  sumFarFromLast: ['lastMonthSum', 'lastSum'],
  accountsRepeated: ['repeatedAccounts', 'count'],
};

export function isLoad(run: BatchRun | LoadRun): run is LoadRun {
  return run.kind === 'register' || run.kind === 'institutions';
}

export function figuresOf(run: BatchRun | LoadRun): FileFigures {
  if (isLoad(run)) {
    const { kind, added, updated, refused } = run;
    const counts = { added, updated, refusedCount: refused.length };
    return { kind, figures: { ...counts, ...reasonFigure(run) } };
  }
  const { kind, batch, declaredCount, declaredFen, accepted, amountFen, refused, rejectedFen } = run;
  const rejectedCount = refused.length;
  const sums = { batch, declaredCount, declaredFen, accepted, amountFen, rejectedCount, rejectedFen };
  return { kind, figures: { ...sums, ...reasonFigure(run), ...warnedFigures(run) } };
}

/** Why lines are refused, `AC01 12, AM05 3`, the commonest first; nothing where none is. */
function reasonFigure({ refused }: BatchRun | LoadRun): FileFigures['figures'] {
  const reasons = [...refused.reasons].toSorted(
    ([code, count], [otherCode, other]) => other - count || code.localeCompare(otherCode, 'en'),
  );
  if (reasons.length === 0) return {};
  return { refusedReasons: reasons.map(([code, count]) => `${code} ${count}`).join(', ') };
}

/** Only what was warned of: the second person answers for that too. */
function warnedFigures({ warnings }: BatchRun): FileFigures['figures'] {
  const shown = warnings.flatMap(({ key, params }) => {
    const [name, param] = WARNED[key] ?? [];
    return name === undefined || param === undefined ? [] : [[name, params[param] ?? null] as const];
  });
  return Object.fromEntries(shown);
}
