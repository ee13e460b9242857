/** Losses in the fake program: enough of the rules for a window to be led through. */
import { addDays } from '../../../electron/contract/kernel/dates.ts';
import {
  CLOCK_SPANS,
  LOSS_CLOCKS,
  type LossView,
  type WorklistItem,
} from '../../../electron/contract/loss/loss-views.ts';
import { fen } from '../../../electron/contract/kernel/money.ts';
import type { Input } from '../../../electron/contract/verbs.ts';
import { isAuthorised } from './fake-approvals.ts';
import { refusedWith, ok, pageFrom, today, type FakeState } from './fake-state.ts';
import type { Answers } from './fake-wire.ts';

const now = `${today} 10:12:30`;

export function reportFrom(
  input: Pick<Input<'loss.report'>, 'object' | 'kind' | 'missedSince'>,
  count: number,
): LossView {
  const hasCard = input.object !== 'password';
  const isFormal = input.kind === 'formal';
  return {
    number: `L010120250203${String(count).padStart(4, '0')}K`,
    status: isFormal ? 'waiting' : 'reported',
    object: input.object,
    kind: input.kind,
    channel: 'counter',
    cardState: hasCard ? input.kind : null,
    passwordState: input.object === 'card' ? null : 'void',
    holderNameMasked: '张*',
    cardMasked: '621330******0011',
    newCardMasked: null,
    reportedAt: now,
    missedSince: input.missedSince,
    lostFrom: hasCard ? now : null,
    lapsesOn: hasCard && !isFormal ? addDays(today, 5) : null,
    reissueFrom: hasCard && isFormal ? addDays(today, 7) : null,
    renewFrom: input.object === 'card' ? null : today,
    secondReference: null,
    feeFen: null,
    possible: [...(isFormal ? [] : ['confirm' as const]), 'cancel', 'take-back', 'add-reference'],
    timeline: [{ at: now, event: 'reported', clerk: '1001', second: null, note: null }],
  };
}

type LossVerb =
  | 'loss.outlook'
  | 'loss.report'
  | 'loss.reportByTelephone'
  | 'balance.byTelephone'
  | 'loss.find'
  | 'loss.ofVisit'
  | 'loss.cancel'
  | 'loss.reissue'
  | 'loss.fees'
  | 'loss.addReference'
  | 'loss.takeBack'
  | 'loss.correctReference'
  | 'loss.worklist';

export function lossAnswers(state: FakeState): Answers<LossVerb> {
  const find = (number: string): LossView | undefined => state.reports.find((report) => report.number === number);
  const ofVisit = (): LossView[] => state.reports.filter(({ cardMasked }) => cardMasked === state.visit?.cardMasked);
  const put = (report: LossView): LossView => {
    state.reports = [report, ...state.reports.filter(({ number }) => number !== report.number)];
    return report;
  };
  return {
    'loss.outlook': () => {
      const card = ofVisit().find(({ cardState }) => cardState === 'oral' || cardState === 'formal');
      const pin = ofVisit().find(({ passwordState }) => passwordState === 'void');
      return ok({
        now,
        lapsesOn: addDays(today, 5),
        reissueFrom: addDays(today, 7),
        renewFrom: today,
        openCard: card ? { number: card.number, kind: card.kind } : null,
        openPinLoss: pin ? { number: pin.number, renewFrom: pin.renewFrom ?? today } : null,
      });
    },
    'loss.report': (input) => {
      if (!state.visit) return refusedWith('VISIT_REQUIRED');
      if (input.object !== 'card' && !isAuthorised(state, input.second))
        return refusedWith('SECOND_PERSON_FAILED', { left: 4 });
      const { holderNameMasked, cardMasked } = state.visit;
      const report = put({ ...reportFrom(input, state.reports.length + 1), holderNameMasked, cardMasked });
      if (input.object !== 'card') state.visit = { ...state.visit, pinState: 'void' };
      if (input.object !== 'password') {
        state.visit = { ...state.visit, cardLoss: { number: report.number, kind: input.kind } };
      }
      return ok(report);
    },
    'loss.reportByTelephone': () => {
      const report = reportFrom({ object: 'card', kind: 'oral', missedSince: null }, state.reports.length + 1);
      return ok(put({ ...report, channel: 'telephone' }));
    },
    'balance.byTelephone': ({ caller }) => {
      if (caller.telephonePassword !== '731942') return refusedWith('TELEPHONE_PASSWORD_WRONG', { left: 2 });
      return ok({ cardMasked: '621330******0011', balanceFen: fen(123456), businessDate: today });
    },
    'loss.find': ({ number }) => {
      const report = find(number);
      return report ? ok(report) : refusedWith('LOSS_UNKNOWN', { left: 4 });
    },
    'loss.ofVisit': () => ok(ofVisit()),
    'loss.worklist': ({ page }) => ok(worklistPage(state, page)),
    ...followUpAnswers(state, { find, put }),
  };
}

interface KnownReports {
  readonly find: (number: string) => LossView | undefined;
  readonly put: (report: LossView) => LossView;
}

type FollowUpVerb = Extract<
  LossVerb,
  'loss.cancel' | 'loss.reissue' | 'loss.fees' | `loss.${'add' | 'correct'}Reference` | 'loss.takeBack'
>;

function followUpAnswers(state: FakeState, { find, put }: KnownReports): Answers<FollowUpVerb> {
  return {
    'loss.cancel': ({ number, second }) => {
      const report = find(number);
      if (!report) return refusedWith('LOSS_UNKNOWN');
      if (report.kind === 'formal' && !isAuthorised(state, second))
        return refusedWith('SECOND_PERSON_FAILED', { left: 4 });
      return ok(put({ ...report, status: 'cancelled', cardState: 'cancelled', possible: [] }));
    },
    'loss.reissue': ({ number }) => {
      const report = find(number);
      if (!report) return refusedWith('LOSS_UNKNOWN');
      return ok(put({ ...report, status: 'reissued', cardState: 'reissued', possible: [] }));
    },
    'loss.fees': () => ok({ standard: fen(2000), reduced: fen(1000), exempt: fen(0) }),
    'loss.addReference': ({ number, reference }) => {
      const report = find(number);
      return report ? ok(put({ ...report, secondReference: reference })) : refusedWith('LOSS_UNKNOWN');
    },
    'loss.correctReference': ({ number, reference, second }) => {
      const report = find(number);
      if (second === null) return refusedWith('SECOND_PERSON_REQUIRED');
      return report ? ok(put({ ...report, secondReference: reference })) : refusedWith('LOSS_UNKNOWN');
    },
    'loss.takeBack': ({ number, reason, second }) => {
      const report = find(number);
      if (!report) return refusedWith('LOSS_UNKNOWN');
      if (!isAuthorised(state, second)) return refusedWith('SECOND_PERSON_FAILED');
      const step = { at: now, event: 'taken-back', clerk: '1001', second: '2001', note: reason } as const;
      const { object, timeline } = report;
      return ok(
        put({
          ...{ ...report, status: 'taken-back', possible: [], timeline: [...timeline, step] },
          ...(object === 'password' ? {} : { cardState: 'taken-back' as const }),
          ...(object === 'card' ? {} : { passwordState: 'taken-back' as const }),
        }),
      );
    },
  };
}

function worklistPage(state: FakeState, page: number | undefined) {
  const all = state.options.worklist ?? [];
  const counts = countedBy(LOSS_CLOCKS, all, ({ clock }) => clock);
  const spans = countedBy(CLOCK_SPANS, all, ({ span }) => span);
  return { today, counts, spans, ...pageFrom(all, page) };
}

function countedBy<Name extends string>(
  names: readonly Name[],
  all: readonly WorklistItem[],
  nameOf: (item: WorklistItem) => Name,
): Record<Name, number> {
  const counted = names.map((name) => [name, all.filter((item) => nameOf(item) === name).length]);
  return Object.fromEntries(counted) as Record<Name, number>;
}
