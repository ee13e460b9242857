/** A row of the bench and how it is shown: two things measured side by side, the goal for one of them, met or not. */

export type Unit = 's' | 'ms' | 'MB' | 'kB' | 'keys';

export interface Measured {
  readonly what: string;
  readonly value: number;
  readonly unit: Unit;
}

/**
 * What must hold: the ratio of `measured` to `baseline`, that of `baseline` to `measured` where a speed is meant, or
 * the measured value itself in its unit.
 */
export type Goal =
  | { readonly of: 'ratio'; readonly atMost: number }
  | { readonly of: 'speed'; readonly atLeast: number }
  | { readonly of: 'value'; readonly atMost: number };

export interface Finding {
  readonly name: string;
  readonly measured: Measured;
  readonly baseline: Measured;
  /** Taken pair by pair and not from the two medians, so that a burden on the machine weighs on both; see `ratioOf`. */
  readonly ratio: number;
  readonly goal: Goal;
}

export interface Row extends Finding {
  readonly met: boolean;
}

export function judged(finding: Finding): Row {
  const { measured, ratio, goal } = finding;
  if (goal.of === 'speed') return { ...finding, met: ratio >= goal.atLeast };
  return { ...finding, met: (goal.of === 'ratio' ? ratio : measured.value) <= goal.atMost };
}

const TITLES = ['row', 'measured', 'side by side', 'ratio', 'goal', ''];

/** Columns padded for a terminal. */
export function tableText(rows: readonly Row[]): string {
  const lines = [TITLES, ...rows.map(cells)];
  const widths = TITLES.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  const drawn = lines.map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  return drawn.map((line) => line.trimEnd()).join('\n');
}

function cells({ name, measured, baseline, ratio, goal, met }: Row): string[] {
  return [
    name,
    amount(measured),
    amount(baseline),
    `${rounded(ratio)}×`,
    goalText(goal, measured),
    met ? 'met' : 'MISSED',
  ];
}

function amount({ what, value, unit }: Measured): string {
  return `${unit === 'keys' ? value : rounded(value)} ${unit} ${what}`;
}

function goalText(goal: Goal, { unit }: Measured): string {
  if (goal.of === 'speed') return `≥ ${goal.atLeast}×`;
  return goal.of === 'ratio' ? `≤ ${goal.atMost}×` : `≤ ${goal.atMost} ${unit}`;
}

/** Three digits that count. */
function rounded(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

export function jsonText(rows: readonly Row[]): string {
  return JSON.stringify({ rows, met: rows.every(({ met }) => met) }, null, 2);
}
