/** Printing and saving the document in a preview, and the one sentence about what came of it. */
import { ref, type Ref } from 'vue';
import { ask } from '../../shared/bridge-client.ts';
import type { Notice } from '../../shared/components/notice.ts';
import { isAnswer, keptOperation } from '../../shared/kept-operation.ts';
import { keyName } from '../../shared/keyboard/shortcuts.ts';
import { useWords } from '../../shared/words/use-words.ts';
import { useHolderPapers } from '../state/holder-papers.ts';
import { printFaultText } from './print-fault.ts';
import { printedText } from './printed-text.ts';
import { useUnfinished } from '../state/unfinished.ts';
import { useWaiting } from '../state/waiting.ts';
import type { Reply } from '../../../electron/contract/kernel/errors.ts';
import type { DocumentFormat } from '../../../electron/contract/kernel/vocabulary.ts';
import type { HeldReport } from '../../../electron/contract/office/office-views.ts';
import type { GivenToday } from '../../../electron/contract/printing/paper-views.ts';
import type { Output } from '../../../electron/contract/verbs.ts';

export interface DocumentOutput {
  /** Whether a paper was printed or saved is not known, so it stays the one in the preview: another would be a second original. */
  readonly unanswered: Readonly<Ref<boolean>>;
  print(documentNumber: string): Promise<Notice>;
  save(documentNumber: string, format: DocumentFormat): Promise<Notice>;
}

/** In which visit a paper is given, by the report that it is about, or as one that was given out today. */
export interface GivenBy {
  readonly visitId: string | null;
  readonly report: HeldReport | null;
  readonly ofToday?: GivenToday;
}

export interface CopyOutput {
  print(documentNumber: string): Promise<Notice>;
  save(documentNumber: string): Promise<Notice>;
}

type Saved = Reply<Output<'document.save'>>;

/** @param paper the name under which it is unfinished until it is printed or saved. */
function useOutput(paper: symbol) {
  const { t, say } = useWords();
  const printing = keptOperation();
  const saving = keptOperation();
  const unanswered = ref(false);
  const unfinished = useUnfinished();
  const waiting = useWaiting();
  const papers = useHolderPapers();

  function out(number: string): void {
    unfinished.paperOut(paper);
    papers.gave(number);
  }

  return {
    unanswered,
    async print({ visitId, report, ofToday }: GivenBy, number: string): Promise<Notice> {
      const what = {
        visitId,
        ...(report && { report }),
        ...(ofToday && { ofToday }),
        documentNumber: number,
        printer: null,
      };
      const reply = await printing(number, (operationId) => ask('document.print', { operationId, ...what }));
      unanswered.value = !isAnswer(reply);
      if (!reply.ok) return { tone: 'danger', text: say(reply.error) };
      if (reply.value.outcome === 'printed') {
        out(number);
        return { tone: 'plain', text: printedText(t, reply.value) };
      }
      unfinished.paperQueued(paper, number);
      void papers.read();
      void waiting.readPapers();
      const failure = printFaultText(t, reply.value.failure);
      return { tone: 'waits', text: t('statement.queued', { failure, number, key: keyName('taskPrintQueue') }) };
    },
    async save(number: string, content: string, send: (operationId: string) => Promise<Saved>): Promise<Notice> {
      const reply = await saving(content, send);
      unanswered.value = !isAnswer(reply);
      if (!reply.ok) return { tone: 'danger', text: say(reply.error) };
      if (!reply.value.saved) return { tone: 'plain', text: t('statement.notSaved') };
      out(number);
      return { tone: 'plain', text: t('statement.saved', { fileName: reply.value.fileName ?? '' }) };
    },
  };
}

/** Of a document made in this visit. */
export function useDocumentOutput(visitId: () => string, paper: symbol): DocumentOutput {
  const output = useOutput(paper);
  return {
    unanswered: output.unanswered,
    print: (number) => output.print({ visitId: visitId(), report: null }, number),
    save(number, format) {
      const what = { visitId: visitId(), documentNumber: number, format };
      return output.save(number, JSON.stringify(what), (operationId) => ask('document.save', { operationId, ...what }));
    },
  };
}

/** Of a paper that was made before. */
export function useCopyOutput(givenBy: () => GivenBy, paper: symbol): CopyOutput {
  const output = useOutput(paper);
  return {
    print: (number) => output.print(givenBy(), number),
    save(number) {
      const what = { ...givenBy(), documentNumber: number };
      return output.save(number, JSON.stringify(what), (operationId) => ask('paper.save', { operationId, ...what }));
    },
  };
}
