/** A request that was decided calls its asker wherever they are, until they have seen what came of it (docs/rules.md 5). */
import { computed, onBeforeUnmount, watch, type ComputedRef } from 'vue';
import type { ApprovalRequest } from '../../../electron/contract/approvals/approval-views.ts';
import type { ApprovalVerb } from '../../../electron/contract/kernel/vocabulary.ts';
import type { Notice } from '../../shared/components/notice.ts';
import { showMoment } from '../../shared/display-format.ts';
import { keyName, type TaskId } from '../../shared/keyboard/shortcuts.ts';
import { useWords } from '../../shared/words/use-words.ts';
import { useOpenTask } from '../state/open-task.ts';
import { useSession } from '../state/session.ts';
import { useVisit } from '../state/visit.ts';
import { useWaiting } from '../state/waiting.ts';

/** While something is asked, it is looked after more often than the rest of what waits. */
const LOOK_EVERY_MS = 5000;

/** Where what was approved is used. */
const TASKS: Readonly<Record<ApprovalVerb, TaskId>> = {
  'loss.report': 'loss',
  'loss.cancel': 'followUp',
  'loss.takeBack': 'followUp',
  'loss.reissue': 'followUp',
  'loss.correctReference': 'followUp',
  'customer.beginTask': 'pin',
  'holder.correct': 'holderData',
  'holder.close': 'holderData',
  'entry.correct': 'statement',
  'file.post': 'monthEnd',
};

export interface Decisions {
  /** About the first decision that was not seen yet. */
  readonly notice: ComputedRef<Notice | null>;
  /** Leads to where it is used, or to the list of what the clerk asked for; with that it is seen. */
  readonly open: () => void;
}

export function useDecisions(isCovered: () => boolean): Decisions {
  const { t } = useWords();
  const waiting = useWaiting();
  const session = useSession();
  const visitStore = useVisit();
  const openTask = useOpenTask();
  const first = computed(() => waiting.decided[0] ?? null);

  const looking = setInterval(() => {
    const isAsking = (waiting.requests?.own ?? []).some(({ state }) => state === 'pending');
    if (isAsking && !isCovered()) void waiting.readRequests();
  }, LOOK_EVERY_MS);
  onBeforeUnmount(() => clearInterval(looking));
  // The list says of each what came of it, and why.
  watch(
    () => [openTask.task, isCovered(), waiting.decided] as const,
    ([task, covered, decided]) => {
      if (task === 'approvals' && !covered) for (const { requestId } of decided) waiting.sawDecision(requestId);
    },
  );

  function text(request: ApprovalRequest): string {
    const { state, verb, decidedBy, reason, expiresAt, holderNameMasked: name, cardMasked: card } = request;
    const how = state === 'refused' ? 'refused' : state === 'approved' ? 'approved' : 'over';
    const sentence = t(`decision.${how}`, {
      by: decidedBy ?? '',
      what: t(`approvals.verb.${verb}`),
      who: name === null ? '' : t('decision.who', { name, card: card ?? '' }),
      until: showMoment(expiresAt, session.zone),
      reason: reason ?? '',
      key: keyName('decision'),
    });
    const more = waiting.decided.length - 1;
    return more > 0 ? sentence + t('decision.more', { count: more }) : sentence;
  }

  function open(): void {
    const request = first.value;
    if (request === null) return;
    waiting.sawDecision(request.requestId);
    if (request.state !== 'approved' || !isAtHand(request)) {
      openTask.open('approvals');
      return;
    }
    const { verb, lossNumber } = request;
    openTask.open(
      TASKS[verb],
      lossNumber === null || TASKS[verb] !== 'followUp' ? null : { about: 'report', number: lossNumber },
    );
  }

  /** What needs its holder is used while they are at the counter. */
  function isAtHand({ holderNameMasked, cardMasked }: ApprovalRequest): boolean {
    const { visit } = visitStore;
    if (holderNameMasked === null) return true;
    return visit?.cardMasked === cardMasked && visit.holderNameMasked === holderNameMasked;
  }

  return {
    notice: computed(() => first.value && { tone: 'plain', text: text(first.value) }),
    open,
  };
}
