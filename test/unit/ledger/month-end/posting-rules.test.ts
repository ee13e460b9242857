/** Why a line is refused: of all that is wrong with it, the first of the documented list (docs/formats.md 3 and 4). */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fen } from '../../../../electron/contract/kernel/money.ts';
import { ALLOCATION_LINE_REASONS, SETTLEMENT_LINE_REASONS } from '../../../../electron/contract/kernel/vocabulary.ts';
import {
  allocationAmountFault,
  allocationPayeeFault,
} from '../../../../electron/ledger/month-end/allocation/allocation-rules.ts';
import {
  settlementEffect,
  settlementFault,
  type SettlementFacts,
} from '../../../../electron/ledger/month-end/settlement/settlement-rules.ts';

const SOUND: SettlementFacts = {
  kind: 'consumption',
  amountFen: fen(100),
  seenBefore: false,
  account: { id: 1, balanceFen: fen(100) },
  institutionDesignated: true,
  terminalKnown: true,
  debitsStopped: false,
  original: null,
};
const RETURN: SettlementFacts = {
  ...SOUND,
  kind: 'refund',
  original: { accountId: 1, amountFen: fen(100), returnedFen: fen(0) },
};

/** What makes each reason apply, for a payment and for a return. */
const PAYMENT_FAULTS = {
  AMOUNT_INVALID: { amountFen: null },
  DUPLICATE: { seenBefore: true },
  CARD_UNKNOWN: { account: null },
  INSTITUTION_NOT_DESIGNATED: { institutionDesignated: false },
  TERMINAL_UNKNOWN: { terminalKnown: false },
  CARD_ON_HOLD: { debitsStopped: true },
  INSUFFICIENT_FUNDS: { account: { id: 1, balanceFen: fen(99) } },
} as const;
const { INSUFFICIENT_FUNDS: _, CARD_ON_HOLD: __, ...shared } = PAYMENT_FAULTS;
const RETURN_FAULTS = {
  ...shared,
  NO_ORIGINAL: { original: null },
  AMOUNT_MISMATCH: { original: { accountId: 1, amountFen: fen(100), returnedFen: fen(1) } },
} as const;

const pairs = (faults: object) =>
  SETTLEMENT_LINE_REASONS.filter((reason) => reason in faults).flatMap((reason, at, all) =>
    all.slice(at).map((later) => [reason, later] as const),
  );

test('a sound payment and a sound return have no fault', () => {
  expect(settlementFault(SOUND)).toBeNull();
  expect(settlementFault(RETURN)).toBeNull();
  expect(settlementFault({ ...RETURN, kind: 'void' })).toBeNull();
});

test('a loss report stops a payment and lets a return through', () => {
  expect(settlementFault({ ...SOUND, debitsStopped: true })).toBe('CARD_ON_HOLD');
  expect(settlementFault({ ...RETURN, debitsStopped: true })).toBeNull();
});

test.each(pairs(PAYMENT_FAULTS))('of %s and %s in a payment the first is answered', (first, later) => {
  const changes = PAYMENT_FAULTS as Record<string, Partial<SettlementFacts>>;
  expect(settlementFault({ ...SOUND, ...changes[later], ...changes[first] })).toBe(first);
});

test.each(pairs(RETURN_FAULTS))('of %s and %s in a return the first is answered', (first, later) => {
  const changes = RETURN_FAULTS as Record<string, Partial<SettlementFacts>>;
  expect(settlementFault({ ...RETURN, ...changes[later], ...changes[first] })).toBe(first);
});

test.each([
  ['void', 100, 0, null],
  ['void', 99, 0, 'AMOUNT_MISMATCH'],
  ['void', 101, 0, 'AMOUNT_MISMATCH'],
  ['void', 100, 1, 'AMOUNT_MISMATCH'],
  ['void', 99, 1, 'AMOUNT_MISMATCH'],
  ['refund', 1, 99, null],
  ['refund', 2, 99, 'AMOUNT_MISMATCH'],
  ['refund', 100, 0, null],
  ['refund', 1, 100, 'AMOUNT_MISMATCH'],
] as const)('a %s of %i with %i of 100 given back before: %s', (kind, amount, returned, fault) => {
  const original = { accountId: 1, amountFen: fen(100), returnedFen: fen(returned) };
  expect(settlementFault({ ...RETURN, kind, amountFen: fen(amount), original })).toBe(fault);
});

test("another holder's payment is no original", () => {
  const original = { accountId: 2, amountFen: fen(100), returnedFen: fen(0) };
  expect(settlementFault({ ...RETURN, original })).toBe('NO_ORIGINAL');
});

test('zero and negative amounts are no amounts; a payment may take the last fen and not one more', () => {
  for (const amountFen of [fen(0), fen(-1), null])
    expect(settlementFault({ ...SOUND, amountFen })).toBe('AMOUNT_INVALID');
  expect(settlementFault({ ...SOUND, amountFen: fen(101) })).toBe('INSUFFICIENT_FUNDS');
});

test('an accepted payment debits, what is given back credits, and no balance falls below zero', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e12 }), fc.nat(1e12), (amount, balance) => {
      expect(settlementEffect('consumption', fen(amount))).toBe(-amount);
      expect(settlementEffect('void', fen(amount))).toBe(amount);
      expect(settlementEffect('refund', fen(amount))).toBe(amount);
      const facts = { ...SOUND, amountFen: fen(amount), account: { id: 1, balanceFen: fen(balance) } };
      if (settlementFault(facts) === null)
        expect(balance + settlementEffect('consumption', fen(amount))).toBeGreaterThanOrEqual(0);
    }),
  );
});

test.each([
  [null, 'AM09'],
  [-1, 'AM09'],
  [0, 'AM01'],
  [1, null],
  [1_000_000, null],
  [1_000_001, 'AM02'],
] as const)('an allocation of %s fen under a ceiling of 10,000 yuan: %s', (amount, fault) => {
  expect(allocationAmountFault(amount === null ? null : fen(amount), fen(1_000_000))).toBe(fault);
});

test('a payee: card unknown before account closed before name or ID differs', () => {
  const open = { status: 'open' } as const;
  expect(allocationPayeeFault({ account: null, holderAgrees: false })).toBe('AC01');
  expect(allocationPayeeFault({ account: { status: 'closed' }, holderAgrees: false })).toBe('AC04');
  expect(allocationPayeeFault({ account: { status: 'closed' }, holderAgrees: true })).toBe('AC04');
  expect(allocationPayeeFault({ account: open, holderAgrees: false })).toBe('BE01');
  expect(allocationPayeeFault({ account: open, holderAgrees: true })).toBeNull();
  expect(ALLOCATION_LINE_REASONS).toEqual(['AM09', 'AM01', 'AM02', 'AM05', 'AC01', 'AC04', 'BE01']);
});
