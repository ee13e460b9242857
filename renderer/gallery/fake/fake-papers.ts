/** What the fake program asks the customer, and the papers it makes. */
import type { PinTask } from '../../../electron/contract/loss/loss-views.ts';
import { stepsOf } from '../../teller/customer-entry/customer-entry.ts';
import { at, ok, type FakeState } from './fake-state.ts';
import { pagesOf } from './fake-visit.ts';
import type { Answers } from './fake-wire.ts';

type PinVerb = 'customer.ask' | 'customer.abandon' | 'paper.prepare';

export function pinAnswers(state: FakeState): Answers<PinVerb> {
  return {
    'customer.ask': ({ task, lossNumber }) => {
      const asked: PinTask = {
        taskId: crypto.randomUUID(),
        task,
        step: stepsOf[task][0] ?? 'new',
        ended: null,
        fault: null,
        cardMasked: '621330******0011',
        until: at(Date.now() + 60_000),
        lossNumber: lossNumber ?? (task === 'reset' ? (state.reports[0]?.number ?? null) : null),
        loss: task === 'acknowledge' ? (state.reports[0] ?? null) : null,
      };
      state.task = asked;
      return ok(asked);
    },
    'customer.abandon': () => ok({}),
    'paper.prepare': ({ kind }) => {
      state.documents += 1;
      const documentNumber = `P0101-20250203-${String(state.documents).padStart(6, '0')}`;
      const paper = { documentNumber, verificationCode: 'K7QF-2M9X', kind, pdf: state.options.pdf ?? new Uint8Array() };
      return ok({ ...paper, ...pagesOf(state.options, 1) });
    },
  };
}
