/**
 * What waits for somebody: clocks of loss reports, requests for a second person, papers for a printer. The ledger counts,
 * the strip shows.
 */
import { defineStore } from 'pinia';
import { computed, shallowReactive } from 'vue';
import type { Refusal } from '../../../electron/contract/kernel/errors.ts';
import type { LossClock } from '../../../electron/contract/loss/loss-views.ts';
import type { Clerk } from '../../../electron/contract/office/office-views.ts';
import { ask } from '../../shared/bridge-client.ts';
import { pagedList } from '../../shared/paged-list.ts';
import { useSession } from './session.ts';

/** Clocks that want something done now; the others only run. */
const DUE: readonly LossClock[] = ['lapses-today', 'lapses-tomorrow', 'reissue-due', 'password-due'];

export const useWaiting = defineStore('waiting', () => {
  const session = useSession();
  // What is answered to a clerk is not for the next one.
  const asker = (): unknown => session.counterOf;
  const clocks = pagedList((page) => ask('loss.worklist', { page }), asker);
  const requests = pagedList((page) => ask('approval.list', { page }), asker);

  const papers = pagedList((page) => ask('printQueue.list', { page }), asker);

  const due = computed(() => DUE.reduce((sum, clock) => sum + (clocks.shown.value?.counts[clock] ?? 0), 0));
  const openRequests = computed(() => requests.shown.value?.waiting ?? 0);

  /** What was decided for the clerk signed in and not seen yet, but for what was seen here since it was read. */
  const seen = shallowReactive(new Set<string>());
  const decided = computed(() =>
    (requests.shown.value?.decided ?? []).filter(
      ({ requestId, askedBy }) => askedBy === session.session?.clerk.code && !seen.has(requestId),
    ),
  );

  /** The clerk has the decision before their eyes. */
  function sawDecision(requestId: string): void {
    if (seen.has(requestId)) return;
    seen.add(requestId);
    void ask('approval.seen', { requestId });
  }

  const queuedPapers = computed(() => papers.shown.value?.total ?? 0);

  function forget(): void {
    clocks.forget();
    requests.forget();
    papers.forget();
  }

  function readWorklist(page?: number): Promise<Refusal | null> {
    return clocks.read(page);
  }

  function readRequests(page?: number): Promise<Refusal | null> {
    return requests.read(page);
  }

  function readPapers(page?: number): Promise<Refusal | null> {
    return papers.read(page);
  }

  async function readAgain(): Promise<void> {
    await Promise.all([readWorklist(), readRequests(), readPapers()]);
  }

  return {
    worklist: clocks.shown,
    requests: requests.shown,
    papers: papers.shown,
    due,
    openRequests,
    decided,
    sawDecision,
    queuedPapers,
    readWorklist,
    readRequests,
    readPapers,
    readAgain,
    forget,
  };
});

/** Supervisors and administrators decide, though never on what they asked for themselves (docs/rules.md 5). */
export function mayDecide({ role }: Clerk): boolean {
  return role !== 'clerk';
}
