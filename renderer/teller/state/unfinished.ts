/**
 * What of a visit is not done yet: papers neither printed nor saved, a report that its holder called wrong, a customer at
 * their window, something on its way to the ledger, requests to a supervisor. It is asked about before the visit or the
 * window is left, and goes with the visit.
 */
import { defineStore } from 'pinia';
import { computed, shallowReactive, watch, type ComputedRef } from 'vue';
import { commandsUnderWay } from '../../shared/bridge-client.ts';
import { useHolderPapers } from './holder-papers.ts';
import { papersToGive } from './papers-to-give.ts';
import { useSession } from './session.ts';
import { useVisit } from './visit.ts';
import { useWaiting } from './waiting.ts';

const THINGS = ['working', 'typing', 'declined', 'requests', 'papers'] as const;

export interface Unfinished {
  readonly what: (typeof THINGS)[number];
  readonly n: number;
}

/** A customer's window as far as it matters here: is something asked there? */
interface AtTheirWindow {
  readonly running: ComputedRef<boolean>;
}

export const useUnfinished = defineStore('unfinished', () => {
  const visitStore = useVisit();
  const session = useSession();
  const waiting = useWaiting();
  const holderPapers = useHolderPapers();
  const { declined, documents, forget, acts } = papersToGive(holderPapers);
  const entries = shallowReactive(new Set<AtTheirWindow>());

  const typing = computed(() => [...entries].filter(({ running }) => running.value).length);
  const ownRequests = computed(() =>
    (waiting.requests?.own ?? []).filter(
      ({ askedBy, state }) => askedBy === session.session?.clerk.code && (state === 'pending' || state === 'approved'),
    ),
  );
  const requestsOfVisit = computed(() =>
    ownRequests.value.filter(
      ({ cardMasked, holderNameMasked }) =>
        cardMasked === visitStore.visit?.cardMasked && holderNameMasked === visitStore.visit.holderNameMasked,
    ),
  );

  /** Those of this window, and those of this visit that only the ledger still knows of. */
  const papersLeft = computed(() => {
    const here = documents();
    return here.length + holderPapers.notGiven.filter((number) => !here.includes(number)).length;
  });

  watch(() => visitStore.period, forget, { flush: 'sync' });

  /** While something is asked of a customer at their window. */
  function watchEntry(entry: AtTheirWindow): () => void {
    entries.add(entry);
    return () => entries.delete(entry);
  }

  function listed(requests: number): readonly Unfinished[] {
    const [working, papers] = [commandsUnderWay.value, papersLeft.value];
    const counts = { working, typing: typing.value, declined: declined.value.size, requests, papers };
    return THINGS.map((what) => ({ what, n: counts[what] })).filter(({ n }) => n > 0);
  }

  return {
    ...acts,
    watchEntry,
    /** Did the holder call this report wrong, and does it still stand? */
    isDeclined: (lossNumber: string) => declined.value.has(lossNumber),
    /** Of the customer at the counter. */
    ofVisit: () => listed(requestsOfVisit.value.length),
    /** Of the clerk, whoever they asked for. */
    ofClerk: () => listed(ownRequests.value.length),
  };
});
