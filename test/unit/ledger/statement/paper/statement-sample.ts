/** Random statements whose balances run, for the tests of every form they are printed in. */
import fc from 'fast-check';
import { businessDate, addDays, type Instant } from '../../../../../electron/contract/kernel/dates.ts';
import { fen, type Fen } from '../../../../../electron/contract/kernel/money.ts';
import type { StatementEntry } from '../../../../../electron/contract/office/office-views.ts';
import type { EntryKind } from '../../../../../electron/contract/kernel/vocabulary.ts';
import {
  ENTRY_KINDS,
  statementTotals,
  turnoverOf,
  type StatementView,
} from '../../../../../electron/ledger/statement/paper/statement-view.ts';

export type EntryDraft = {
  readonly kind: EntryKind;
  readonly amountFen: number;
  readonly place: string | null;
  readonly terminal: string | null;
  readonly reference: string;
  readonly batch?: string | null;
  readonly text: string | null;
  readonly timed: boolean;
};

const FROM = businessDate('2024-01-01');

export function statementOf(
  drafts: readonly EntryDraft[],
  more: Partial<StatementView> = {},
  openingFen: Fen = fen(123_456),
): StatementView {
  let balance = openingFen;
  const entries = drafts.map((draft, index): StatementEntry => {
    const date = addDays(FROM, index % 366);
    balance = fen(balance + draft.amountFen);
    return {
      seq: index + 1,
      date,
      occurredAt: draft.timed ? `${date} 10:15:0${index % 10}` : null,
      kind: draft.kind,
      amountFen: fen(draft.amountFen),
      balanceFen: balance,
      place: draft.place,
      terminal: draft.terminal,
      reference: draft.reference,
      batch: draft.batch ?? null,
      text: draft.text,
      corrects: null,
    };
  });
  return {
    office: { code: '0101', name: '示范储蓄所' },
    holder: { name: '张*', idNumber: '110***********002X' },
    card: '621330*********0011',
    accountNumber: '0101-00000017',
    period: { from: FROM, to: businessDate('2024-12-31') },
    openingFen,
    closingFen: balance,
    totals: statementTotals(entries),
    turnover: turnoverOf(entries),
    entries,
    kindFilter: null,
    largeType: false,
    language: 'zh-CN',
    documentNumber: '0101-20261120-000123',
    verificationCode: 'K7QF-2M9X',
    issuedAt: { instant: Date.UTC(2026, 10, 20, 2, 15, 42) as Instant, local: '2026-11-20 10:15:42' },
    clerk: '1001',
    reprint: null,
    printGate: null,
    queryTelephone: null,
    ...more,
  };
}

/** A year as it comes: an allocation now and then among purchases. */
export function usualDrafts(count: number): EntryDraft[] {
  return Array.from({ length: count }, (_, index) => {
    const allocated = index % 12 === 0;
    return {
      kind: allocated ? 'allocation' : 'consumption',
      amountFen: allocated ? 30_000 + index : -(100 + index * 7),
      place: allocated ? null : '市第一人民医院',
      terminal: allocated ? null : `T000${100 + (index % 400)}`,
      reference: allocated ? String(index + 1) : `P${String(index * 7919).padStart(9, '0')}`,
      batch: allocated ? 'YB20240131001' : null,
      text: allocated ? '个人账户划入' : null,
      timed: !allocated,
    };
  });
}

const PLACES = [
  '市第一人民医院',
  "O'Brien & <Söhne> 诊所",
  '国大药房“解放路”店',
  '𠂇𠂉诊所',
  '=HYPERLINK("x")',
  '@药房',
];

export const draftArbitrary: fc.Arbitrary<EntryDraft> = fc.record({
  kind: fc.constantFrom(...ENTRY_KINDS),
  amountFen: fc.integer({ min: -9_999_999, max: 9_999_999 }),
  place: fc.option(fc.constantFrom(...PLACES)),
  terminal: fc.option(fc.stringMatching(/^T\d{6}$/)),
  reference: fc.oneof(fc.stringMatching(/^[A-Z]{1,2}[0-9]{4,60}$/), fc.constantFrom('1', '')),
  text: fc.option(
    fc.constantFrom('2024年1月个人账户划入', '-1+2', 'a,"b"\nc', '结息', '划'.repeat(140), '𠂇&'.repeat(400)),
  ),
  timed: fc.boolean(),
});

/** An account's debits and credits as they may come, with an opening balance that keeps them above zero. */
export const statementArbitrary: fc.Arbitrary<StatementView> = fc
  .array(draftArbitrary, { maxLength: 80 })
  .map((drafts) => statementOf(drafts, {}, fen(1_000_000_000)));
