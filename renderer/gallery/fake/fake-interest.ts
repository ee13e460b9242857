/** Interest of the fake office: one quarter of one account, and how it was reckoned. */
import { businessDate } from '../../../electron/contract/kernel/dates.ts';
import { fen } from '../../../electron/contract/kernel/money.ts';
import type { InterestWorksheet } from '../../../electron/contract/interest/interest-verbs.ts';
import type { StatementEntry } from '../../../electron/contract/office/office-views.ts';
import { at, ok, type FakeState } from './fake-state.ts';
import type { Answers } from './fake-wire.ts';

const [from, to] = [businessDate('2024-09-21'), businessDate('2024-12-20')];

export const quartersInterest: StatementEntry = {
  ...{ seq: 99, date: to, occurredAt: null, kind: 'interest', amountFen: fen(149), balanceFen: fen(123_605) },
  ...{ place: null, terminal: null, reference: 'JX20241220-11', batch: null, text: null, corrects: null },
};

const sheet: Omit<InterestWorksheet, 'pdf'> = {
  ...{ from, to, reference: 'JX20241220', demandYuan: '0.212500', carryOverYuan: '1.276388', amountFen: fen(149) },
  ...{ stretches: [], madeAt: at(Date.UTC(2025, 1, 3, 0, 41)), pages: 1 },
};

export function interestAnswers(state: FakeState): Answers<'interest.worksheet' | 'interest.paper'> {
  return {
    'interest.worksheet': () => ok({ ...sheet, pdf: state.options.pdf ?? new Uint8Array() }),
    'interest.paper': ({ to: where }) =>
      ok({ saved: true, fileName: where === 'file' ? 'interest-JX20241220.pdf' : null }),
  };
}
