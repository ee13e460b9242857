/** The forms and receipts of this window that are still to be given out, and the reports that their holder called wrong. */
import { computed, shallowReactive } from 'vue';
import type { useHolderPapers } from './holder-papers.ts';

interface PaperToGive {
  /** Null until it is made. */
  readonly documentNumber: string | null;
  /** The report whose form it is; null for any other paper. */
  readonly formOf: string | null;
}

export function papersToGive(holderPapers: ReturnType<typeof useHolderPapers>) {
  /** Each under a name of its own. */
  const papers = shallowReactive(new Map<symbol, PaperToGive>());
  /** Reports that their holder called wrong at this window, and those that were taken back or cancelled here since. */
  const heard = shallowReactive(new Set<string>());
  const over = shallowReactive(new Set<string>());
  /** Reports that their holder called wrong, and that are not taken back or cancelled yet. */
  const declined = computed(
    () => new Set([...heard, ...holderPapers.calledWrong].filter((lossNumber) => !over.has(lossNumber))),
  );

  /** Nobody signs the form of this report any more. */
  function withdrawForm(lossNumber: string): void {
    for (const [paper, { formOf }] of papers) if (formOf === lossNumber) papers.delete(paper);
    holderPapers.withdrawForm(lossNumber);
  }

  return {
    declined,
    documents: () => [...papers.values()].map(({ documentNumber }) => documentNumber),
    forget: (): void => {
      papers.clear();
      heard.clear();
      over.clear();
    },
    acts: {
      /**
       * A paper has been made that is to be printed or saved.
       * @param formOf the report whose form it is.
       */
      paperDue: (paper: symbol, formOf: string | null = null) =>
        void papers.set(paper, { documentNumber: null, formOf }),
      /** The document of a paper that is still to be printed or saved. */
      paperMade(paper: symbol, documentNumber: string): void {
        const due = papers.get(paper);
        if (due) papers.set(paper, { ...due, documentNumber });
      },
      paperQueued: (paper: symbol, documentNumber: string) =>
        void papers.set(paper, { formOf: null, ...papers.get(paper), documentNumber }),
      paperOut: (paper: symbol) => void papers.delete(paper),
      /** A document has left the print queue, one way or the other. */
      leftQueue(documentNumber: string): void {
        for (const [paper, made] of papers) if (made.documentNumber === documentNumber) papers.delete(paper);
        holderPapers.gave(documentNumber);
      },
      /** The holder has read a report at their window, and says that it is not right. */
      reportDeclined(lossNumber: string): void {
        over.delete(lossNumber);
        heard.add(lossNumber);
        withdrawForm(lossNumber);
      },
      /** The form of one that was cancelled is still signed, where its holder did not call it wrong. */
      reportOver(lossNumber: string, how: 'take-back' | 'cancel'): void {
        const wasDeclined = declined.value.has(lossNumber);
        over.add(lossNumber);
        if (wasDeclined || how === 'take-back') withdrawForm(lossNumber);
      },
    },
  };
}
