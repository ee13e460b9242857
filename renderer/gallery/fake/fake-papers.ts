/** What the fake program asks the customer, and the papers it makes. */
import type { LossView, PinTask } from '../../../electron/contract/loss/loss-views.ts';
import { stepsOf } from '../../teller/customer-entry/customer-entry.ts';
import { pinStateAfter } from '../../teller/pin/pin-choice.ts';
import { at, refusedWith, ok, type FakeState } from './fake-state.ts';
import { pagesOf } from './fake-visit.ts';
import type { Answers } from './fake-wire.ts';

/** The task as it goes on, with what its end makes of the PIN and of the report that it renews. */
export function advanceTask(state: FakeState, goesOn: Partial<PinTask>): PinTask {
  if (!state.task) throw new Error('the customer is asked for nothing');
  const task: PinTask = { ...state.task, ...goesOn };
  state.task = task;
  const pinState = pinStateAfter(task);
  if (pinState && state.visit) state.visit = { ...state.visit, pinState };
  if (task.task === 'reset' && task.ended === 'done')
    state.reports = state.reports.map((report) => renewed(report, task));
  return task;
}

function renewed(report: LossView, { lossNumber }: PinTask): LossView {
  return report.number === lossNumber ? { ...report, passwordState: 'renewed' } : report;
}

type PinVerb = 'customer.ask' | 'customer.abandon' | 'paper.prepare';

export function pinAnswers(state: FakeState): Answers<PinVerb> {
  return {
    'customer.ask': ({ task, lossNumber, contact = null }) => {
      const asked: PinTask = {
        taskId: crypto.randomUUID(),
        task,
        step: stepsOf[task][0] ?? 'new',
        ended: null,
        fault: null,
        holderNameMasked: '张*',
        cardMasked: '621330******0011',
        until: at(Date.now() + 60_000),
        moreTimeLeft: 2,
        lossNumber: lossNumber ?? (task === 'reset' ? (state.reports[0]?.number ?? null) : null),
        loss: task === 'acknowledge' ? (state.reports[0] ?? null) : null,
        contact,
      };
      state.task = asked;
      return ok(asked);
    },
    'customer.abandon': ({ taskId }) => {
      if (state.task?.taskId !== taskId || state.task.ended !== null) return refusedWith('PIN_TASK_ENDED');
      state.customerGoesOn({ ended: 'abandoned' });
      return ok({});
    },
    'paper.prepare': ({ kind, paper: asked }) => {
      state.documents += 1;
      const documentNumber = `P0101-20250203-${String(state.documents).padStart(6, '0')}`;
      const paper = {
        documentNumber,
        verificationCode: 'K7QF-2M9X',
        kind,
        paper: asked ?? 'a5',
        pdf: state.options.pdf ?? new Uint8Array(),
      };
      return ok({ ...paper, ...pagesOf(state.options, 1) });
    },
  };
}
