/**
 * A request that comes while a supervisor sits where requests are decided is told in words, whatever is open there: at a
 * supervisor's desk always, at another counter while the list is open (docs/rules.md 5).
 */
import { computed, shallowRef, watch, type ComputedRef } from 'vue';
import type { ApprovalRequest } from '../../../electron/contract/approvals/approval-views.ts';
import type { Notice } from '../../shared/components/notice.ts';
import { keyName } from '../../shared/keyboard/shortcuts.ts';
import { useWords } from '../../shared/words/use-words.ts';
import { useOpenTask } from '../state/open-task.ts';
import { useSession } from '../state/session.ts';
import { mayDecide, useWaiting } from '../state/waiting.ts';

/** About the latest that has come since the list was first read, until it is decided or has run out. */
export function useNewRequests(): ComputedRef<Notice | null> {
  const { t } = useWords();
  const waiting = useWaiting();
  const session = useSession();
  const openTask = useOpenTask();
  const latestId = shallowRef<string | null>(null);

  const decidable = computed(() => {
    const clerk = session.session?.clerk;
    if (clerk === undefined || !mayDecide(clerk)) return [];
    const requests = waiting.requests?.items ?? [];
    return requests.filter(({ state, askedBy }) => state === 'pending' && askedBy !== clerk.code);
  });
  const isToldHere = computed(() => session.session?.isSupervisorDesk === true || openTask.task === 'approvals');
  const latest = computed(() => decidable.value.find(({ requestId }) => requestId === latestId.value) ?? null);

  /** When the newest that is known of was asked; null until the list is read. */
  let knownUntil: number | null = null;
  watch(
    () => (waiting.requests === null ? null : decidable.value),
    (requests) => {
      if (requests === null) return;
      const [newest] = requests.toSorted((one, other) => other.askedAt - one.askedAt);
      const isNew = knownUntil !== null && newest !== undefined && newest.askedAt > knownUntil;
      knownUntil = Math.max(knownUntil ?? 0, newest?.askedAt ?? 0);
      if (isNew && isToldHere.value) latestId.value = newest.requestId;
    },
    { immediate: true },
  );

  function text({ verb, askedBy, askedByName, holderNameMasked, cardMasked }: ApprovalRequest): string {
    const who = { name: holderNameMasked ?? '', card: cardMasked ?? '' };
    return t('arrived.told', {
      by: t('asked.clerk', { name: askedByName, code: askedBy }),
      what: t(`approvals.verb.${verb}`),
      who: holderNameMasked === null ? '' : t('decision.who', who),
      key: keyName('taskApprovals'),
    });
  }

  return computed(() => latest.value && { tone: 'waits', text: text(latest.value) });
}
