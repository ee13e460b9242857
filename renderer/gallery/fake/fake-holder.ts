/** What the fake program changes about the holder at the counter. */
import { fen, ZERO_FEN } from '../../../electron/contract/kernel/money.ts';
import { isAuthorised } from './fake-approvals.ts';
import { ok, refusedWith, today, type FakeState } from './fake-state.ts';
import type { Answers } from './fake-wire.ts';

export function holderAnswers(state: FakeState): Answers<'holder.correct' | 'holder.close' | 'entry.correct'> {
  return {
    'entry.correct': ({ seq, second }) => {
      if (!state.visit) return refusedWith('VISIT_REQUIRED');
      if (!isAuthorised(state, second)) return refusedWith('SECOND_PERSON_FAILED', { left: 4 });
      const balanceFen = fen(state.visit.balanceFen + 100);
      state.visit = { ...state.visit, balanceFen };
      return ok({ seq: seq + 1, originalSeq: seq, businessDate: today, amountFen: fen(100), balanceFen });
    },
    'holder.correct': ({ name, idNumber, sex, second }) => {
      if (!state.visit) return refusedWith('VISIT_REQUIRED');
      if (!isAuthorised(state, second)) return refusedWith('SECOND_PERSON_FAILED', { left: 4 });
      if (name === state.visit.holderName) return refusedWith('HOLDER_UNCHANGED');
      const { holderName } = state.visit;
      state.visit = { ...state.visit, holderName: name ?? holderName, sex: sex ?? state.visit.sex };
      const changed = [name && 'name', idNumber && 'idNumber', sex && 'sex'] as const;
      return ok({ changed: changed.filter((field) => field !== null && field !== '') });
    },
    'holder.close': ({ reference, second }) => {
      if (!state.visit) return refusedWith('VISIT_REQUIRED');
      const { accountNumber: account, balanceFen } = state.visit;
      if (balanceFen !== 0 && reference === null) return refusedWith('ACCOUNT_BALANCE', { balance: '1,234.56' });
      if (!isAuthorised(state, second)) return refusedWith('SECOND_PERSON_FAILED', { left: 4 });
      state.visit = { ...state.visit, accountStatus: 'closed', balanceFen: ZERO_FEN };
      return ok({ account, closedOn: today, paidOutFen: fen(balanceFen), reference });
    },
  };
}
