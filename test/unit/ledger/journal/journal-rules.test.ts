/** The journal lists what a till counts, what becomes of papers and the closings, and each refusal of the counter. */
import { expect, test } from 'vitest';
import { ATTEMPTS, JOURNAL_ACTS } from '../../../../electron/contract/journal/journal-acts.ts';
import { policyOf, verbs, type LedgerVerb } from '../../../../electron/contract/verbs.ts';
import { tillFigures, tillState } from '../../../../electron/ledger/day/till/till-rules.ts';
import { actOf, briefSubject, leadOf } from '../../../../electron/ledger/journal/journal-rules.ts';

const ledgerVerbs = Object.entries(verbs).flatMap(([verb, { owner }]) =>
  owner === 'ledger' ? [verb as LedgerVerb] : [],
);
const recorded = [...new Set(ledgerVerbs.flatMap((verb) => policyOf(verb).record.done))];
const refused = ledgerVerbs.filter((verb) => policyOf(verb).record.refused);
const act = (name: string, outcome: 'done' | 'refused') => ({ name, outcome, counted: 1, lastSeq: 1 });
const listed: readonly string[] = JOURNAL_ACTS;
const attempts: readonly string[] = ATTEMPTS;

const isCounted = (name: string): boolean => tillState([act(name, 'done')], null) === 'open';
const isCountedRefusal = (name: string): boolean => tillFigures([act(name, 'refused')], []).refusals === 1;

test('whatever a till counts as work is in the journal, under a name of its own', () => {
  const counted = [...recorded, 'document.reprint'].filter(isCounted);
  expect(counted.length).toBeGreaterThan(20);
  expect(counted.filter((name) => !listed.includes(name) || attempts.includes(name))).toEqual([]);
});

test('so is whatever a till counts as a refusal', () => {
  const counted = refused.filter(isCountedRefusal);
  expect(counted.length).toBeGreaterThan(20);
  expect(counted.filter((name) => !listed.includes(name))).toEqual([]);
});

test('nothing else is, but papers that came to nothing and the closing of till and day', () => {
  const others = ['print.failed', 'printQueue.cancel', 'till.close', 'till.closeFor', 'day.close'];
  const known = [...recorded, ...refused, 'document.reprint', 'print.failed'];
  const more = listed.filter((name) => !isCounted(name) && !(attempts.includes(name) && isCountedRefusal(name)));
  expect(more.toSorted()).toEqual(others.toSorted());
  expect(listed.filter((name) => !known.includes(name))).toEqual([]);
});

test.each([
  ['a report', 'loss.report', { isReport: true, isPaper: false }, 'report'],
  ['a PIN set for a report', 'pin.reset', { isReport: true, isPaper: false }, 'report'],
  ['a paper', 'document.print', { isReport: false, isPaper: true }, 'paper'],
  ['a file', 'file.post', { isReport: false, isPaper: false }, 'file'],
  ['a till', 'till.close', { isReport: false, isPaper: false }, 'day'],
  ['a visit', 'visit.open', { isReport: false, isPaper: false }, null],
] as const)('%s leads to where it is gone on with', (_what, name, known, leads) => {
  expect(leadOf(name, known)).toBe(leads);
});

test('a record that it does not list is no line', () => {
  expect(() => actOf('session.signIn')).toThrow('session.signIn');
});

test('a file goes by its number, or by the beginning of its digest', () => {
  expect(briefSubject('YB20250228001')).toBe('YB20250228001');
  expect(briefSubject('3f'.repeat(32))).toBe('3f3f3f3f');
});
