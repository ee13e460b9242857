/** What the clerk has chosen for the statement, and the request it makes. */
import { isBusinessDate } from '../../../electron/contract/kernel/dates.ts';
import type { Input, Output } from '../../../electron/contract/verbs.ts';
import type { Period } from '../../../electron/contract/office/office-views.ts';
import type { EntryKind } from '../../../electron/contract/kernel/vocabulary.ts';
import { readTypedDate } from '../../shared/display-format.ts';

/** In the order of the keys 1 to 5. */
export const presetNames = ['thisMonth', 'lastThreeMonths', 'thisYear', 'sinceLastPrint', 'ownDates'] as const;
export type PresetName = (typeof presetNames)[number];
export type Presets = Output<'statement.presets'>;
export type StatementRequest = Input<'statement.prepare'>;

export const entryKinds: readonly EntryKind[] = [
  'allocation',
  'consumption',
  'void',
  'refund',
  'interest',
  'correction',
];

export interface StatementChoice {
  preset: PresetName | null;
  from: string;
  to: string;
  kinds: EntryKind[];
  largeType: boolean;
}

export type ChosenPeriod =
  | { readonly ok: true; readonly period: Period }
  | { readonly ok: false; readonly fault: { readonly from?: 'date'; readonly to?: 'date' | 'order' } };

export function chosenPeriod(choice: StatementChoice, presets: Presets): ChosenPeriod | null {
  if (choice.preset === null) return null;
  if (choice.preset === 'ownDates') return ownPeriod(choice);
  const period = presets[choice.preset];
  return period ? { ok: true, period } : null;
}

function ownPeriod({ from, to }: StatementChoice): ChosenPeriod {
  const first = readTypedDate(from);
  const last = readTypedDate(to);
  if (first === null || !isBusinessDate(first)) return { ok: false, fault: { from: 'date' } };
  if (last === null || !isBusinessDate(last)) return { ok: false, fault: { to: 'date' } };
  return first > last ? { ok: false, fault: { to: 'order' } } : { ok: true, period: { from: first, to: last } };
}

/** Null stands for all kinds: only such a statement clears the print gate. */
export function chosenKinds(choice: StatementChoice): EntryKind[] | null {
  return choice.kinds.length === entryKinds.length ? null : choice.kinds;
}
