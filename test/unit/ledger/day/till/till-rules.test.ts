/** What a clerk's records come to as a till (docs/rules.md 9). */
import { describe, expect, test } from 'vitest';
import { fen } from '../../../../../electron/contract/kernel/money.ts';
import { verbs } from '../../../../../electron/contract/verbs.ts';
import { tillFigures, tillState, type CountedAct } from '../../../../../electron/ledger/day/till/till-rules.ts';

const act = (name: string, counted = 1, lastSeq = 10, outcome: CountedAct['outcome'] = 'done'): CountedAct => ({
  ...{ name, outcome, counted, lastSeq },
});

describe('a till', () => {
  test('is idle while nothing was done at a counter, whatever was done for the office', () => {
    const acts = [
      act('session.signIn'),
      act('approval.decide'),
      act('setting.change'),
      act('pin.try'),
      act('till.close'),
    ];
    expect(tillState(acts, null)).toBe('idle');
  });

  test.each(['visit.open', 'loss.report', 'document.save', 'file.post', 'document.reprint', 'something.new'])(
    'is opened by %s',
    (name) => {
      expect(tillState([act(name)], null)).toBe('open');
      expect(tillState([act(name, 1, 10)], 11)).toBe('closed');
      expect(tillState([act(name, 1, 12)], 11)).toBe('open');
    },
  );

  test('is not opened by what was refused', () => {
    expect(tillState([act('visit.open', 1, 12, 'refused')], 11)).toBe('closed');
  });
});

test('counts each thing once, by its kind, with papers, refusals and fees apart', () => {
  const acts = [
    ...[act('visit.open', 3), act('visit.finish', 3), act('loss.report', 2), act('loss.confirm'), act('pin.reset')],
    ...[act('loss.reissue', 2), act('pin.try', 4), act('session.signIn'), act('something.new')],
    ...[act('document.print', 4), act('document.reprint', 2), act('document.save'), act('print.failed')],
    ...[act('print.settle', 5), act('printQueue.cancel')],
    ...[act('visit.open', 2, 9, 'refused'), act('till.close', 1, 9, 'refused'), act('session.signIn', 3, 9, 'refused')],
  ];
  const fees = [
    { feeClass: 'reduced', counted: 1, amountFen: fen(1_000) },
    { feeClass: 'standard', counted: 1, amountFen: fen(2_000) },
  ];
  expect(tillFigures(acts, fees)).toEqual({
    kinds: [
      { kind: 'visit', counted: 3 },
      { kind: 'loss', counted: 3 },
      { kind: 'card-replaced', counted: 2 },
      { kind: 'password', counted: 1 },
      { kind: 'other', counted: 1 },
    ],
    visits: 3,
    refusals: 2,
    documents: { issued: 6, saved: 1, reprinted: 2, failed: 1, withdrawn: 1 },
    fees,
    expectedFen: 3_000,
  });
});

test('nothing that the counters may record today is left without a kind', () => {
  const names = new Set(Object.values(verbs).flatMap(({ record }) => record.done));
  const others = [...names].filter((name) => tillFigures([act(name)], []).kinds[0]?.kind === 'other');
  expect(others).toEqual([]);
});
