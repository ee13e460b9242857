/**
 * What of a visit is not done yet: papers neither printed nor saved, a customer at their window, something on its way to
 * the ledger, requests to a supervisor. It is asked about before the visit or the window is left, and goes with the visit.
 */
import { defineStore } from 'pinia';
import { computed, shallowReactive, watch, type ComputedRef } from 'vue';
import { commandsUnderWay } from '../../shared/bridge-client.ts';
import { useHolderPapers } from './holder-papers.ts';
import { useSession } from './session.ts';
import { useVisit } from './visit.ts';
import { useWaiting } from './waiting.ts';

export interface Unfinished {
  readonly what: 'working' | 'typing' | 'requests' | 'papers';
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
  /** Each under a name of its own, with its document once that is made. */
  const papers = shallowReactive(new Map<symbol, string | null>());
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
    const here = [...papers.values()];
    return here.length + holderPapers.notGiven.filter((number) => !here.includes(number)).length;
  });

  watch(
    () => visitStore.period,
    () => papers.clear(),
    { flush: 'sync' },
  );

  /** A document has left the print queue, one way or the other. */
  function leftQueue(documentNumber: string): void {
    for (const [paper, made] of papers) if (made === documentNumber) papers.delete(paper);
    holderPapers.gave(documentNumber);
  }

  /** The document of a paper that is still to be printed or saved. */
  function paperMade(paper: symbol, documentNumber: string): void {
    if (papers.has(paper)) papers.set(paper, documentNumber);
  }

  /** While something is asked of a customer at their window. */
  function watchEntry(entry: AtTheirWindow): () => void {
    entries.add(entry);
    return () => entries.delete(entry);
  }

  const listed = (requests: number): readonly Unfinished[] =>
    present({ working: commandsUnderWay.value, typing: typing.value, requests, papers: papersLeft.value });

  return {
    /** A paper has been made that is to be printed or saved. */
    paperDue: (paper: symbol) => void papers.set(paper, null),
    paperMade,
    paperQueued: (paper: symbol, documentNumber: string) => void papers.set(paper, documentNumber),
    paperOut: (paper: symbol) => void papers.delete(paper),
    leftQueue,
    watchEntry,
    /** Of the customer at the counter. */
    ofVisit: () => listed(requestsOfVisit.value.length),
    /** Of the clerk, whoever they asked for. */
    ofClerk: () => listed(ownRequests.value.length),
  };
});

function present(counts: Readonly<Record<Unfinished['what'], number>>): readonly Unfinished[] {
  const all = (['working', 'typing', 'requests', 'papers'] as const).map((what) => ({ what, n: counts[what] }));
  return all.filter(({ n }) => n > 0);
}
