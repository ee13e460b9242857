/**
 * What of a visit is not done yet: papers neither printed nor saved, a report that its holder called wrong, a customer at
 * their window, something on its way to the ledger, requests to a supervisor. It is asked about before the visit or the
 * window is left, and goes with the visit.
 */
import { defineStore } from 'pinia';
import { computed, shallowReactive, watch, type ComputedRef } from 'vue';
import { commandsUnderWay } from '../../shared/bridge-client.ts';
import { useHolderPapers } from './holder-papers.ts';
import { useSession } from './session.ts';
import { useVisit } from './visit.ts';
import { useWaiting } from './waiting.ts';

export interface Unfinished {
  readonly what: 'working' | 'typing' | 'declined' | 'requests' | 'papers';
  readonly n: number;
}

/** A form or receipt of this window that is to be given out. */
interface PaperToGive {
  /** Null until it is made. */
  readonly documentNumber: string | null;
  /** The report whose form it is; null for any other paper. */
  readonly formOf: string | null;
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
  /** Each under a name of its own. */
  const papers = shallowReactive(new Map<symbol, PaperToGive>());
  /** Reports that their holder called wrong, and that are not taken back or cancelled yet. */
  const declined = shallowReactive(new Set<string>());
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
    const here = [...papers.values()].map(({ documentNumber }) => documentNumber);
    return here.length + holderPapers.notGiven.filter((number) => !here.includes(number)).length;
  });

  watch(
    () => visitStore.period,
    () => {
      papers.clear();
      declined.clear();
    },
    { flush: 'sync' },
  );

  /** A document has left the print queue, one way or the other. */
  function leftQueue(documentNumber: string): void {
    for (const [paper, made] of papers) if (made.documentNumber === documentNumber) papers.delete(paper);
    holderPapers.gave(documentNumber);
  }

  /** The document of a paper that is still to be printed or saved. */
  function paperMade(paper: symbol, documentNumber: string): void {
    const due = papers.get(paper);
    if (due) papers.set(paper, { ...due, documentNumber });
  }

  /** Nobody signs the form of this report any more. */
  function withdrawForm(lossNumber: string): void {
    for (const [paper, made] of papers) if (made.formOf === lossNumber) papers.delete(paper);
    holderPapers.withdrawForm(lossNumber);
  }

  /** The holder has read a report at their window, and says that it is not right. */
  function reportDeclined(lossNumber: string): void {
    declined.add(lossNumber);
    withdrawForm(lossNumber);
  }

  /** The form of one that was cancelled is still signed, where its holder did not call it wrong. */
  function reportOver(lossNumber: string, how: 'take-back' | 'cancel'): void {
    const wasDeclined = declined.delete(lossNumber);
    if (wasDeclined || how === 'take-back') withdrawForm(lossNumber);
  }

  /** While something is asked of a customer at their window. */
  function watchEntry(entry: AtTheirWindow): () => void {
    entries.add(entry);
    return () => entries.delete(entry);
  }

  const listed = (requests: number): readonly Unfinished[] =>
    present({
      working: commandsUnderWay.value,
      typing: typing.value,
      declined: declined.size,
      requests,
      papers: papersLeft.value,
    });

  return {
    /**
     * A paper has been made that is to be printed or saved.
     * @param formOf the report whose form it is.
     */
    paperDue: (paper: symbol, formOf: string | null = null) => void papers.set(paper, { documentNumber: null, formOf }),
    paperMade,
    paperQueued: (paper: symbol, documentNumber: string) =>
      void papers.set(paper, { formOf: null, ...papers.get(paper), documentNumber }),
    reportDeclined,
    reportOver,
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
  const all = (['working', 'typing', 'declined', 'requests', 'papers'] as const).map((what) => ({
    what,
    n: counts[what],
  }));
  return all.filter(({ n }) => n > 0);
}
