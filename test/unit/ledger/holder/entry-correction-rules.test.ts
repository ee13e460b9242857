/** Which entry can be corrected, for any account and entry (docs/rules.md 1). */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fen } from '../../../../electron/contract/kernel/money.ts';
import { entryKindSchema } from '../../../../electron/contract/kernel/vocabulary.ts';
import { correctionFault, oppositeOf } from '../../../../electron/ledger/holder/entry-correction-rules.ts';

const amounts = fc.integer({ min: -1_000_000, max: 1_000_000 }).filter((amount) => amount !== 0);
const drawn = fc.record({
  original: fc.record({ kind: fc.constantFrom(...entryKindSchema.options), amountFen: amounts.map(fen) }),
  correctedBefore: fc.boolean(),
  returned: fc.boolean(),
  balanceFen: fc.nat(2_000_000).map(fen),
});

test('what is allowed leaves a balance of zero or more, and is the exact opposite', () => {
  fc.assert(
    fc.property(drawn, (facts) => {
      const fault = correctionFault(facts);
      const { amountFen, kind } = facts.original;
      const after = facts.balanceFen + oppositeOf(amountFen);
      const isAllowed = kind !== 'correction' && !facts.correctedBefore && !facts.returned && after >= 0;
      expect(fault === null).toBe(isAllowed);
      expect(amountFen + oppositeOf(amountFen)).toBe(0);
    }),
  );
});

test('each reason has its own name, and the first that applies is told', () => {
  const original = { kind: 'allocation', amountFen: fen(30_000) } as const;
  const facts = { original, correctedBefore: false, returned: false, balanceFen: fen(30_000) };
  expect(correctionFault(facts)).toBeNull();
  expect(correctionFault({ ...facts, balanceFen: fen(29_999) })).toBe('CORRECTION_BELOW_ZERO');
  expect(correctionFault({ ...facts, returned: true, balanceFen: fen(0) })).toBe('ENTRY_RETURNED');
  expect(correctionFault({ ...facts, returned: true, correctedBefore: true })).toBe('ENTRY_CORRECTED');
  const ofCorrection = { ...facts, correctedBefore: true, original: { ...original, kind: 'correction' as const } };
  expect(correctionFault(ofCorrection)).toBe('ENTRY_IS_CORRECTION');
  expect(correctionFault({ ...facts, original: null })).toBe('ENTRY_UNKNOWN');
});
