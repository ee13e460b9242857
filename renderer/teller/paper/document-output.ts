/** Printing and saving the document in a preview, and the one sentence about what came of it. */
import { ask } from '../../shared/bridge-client.ts';
import type { Notice } from '../../shared/components/notice.ts';
import { keptOperation } from '../../shared/kept-operation.ts';
import { keyName } from '../../shared/keyboard/shortcuts.ts';
import { useWords } from '../../shared/words/use-words.ts';
import { useUnfinished } from '../state/unfinished.ts';
import { useWaiting } from '../state/waiting.ts';
import type { DocumentFormat } from '../../../electron/contract/kernel/vocabulary.ts';

export interface DocumentOutput {
  print(documentNumber: string): Promise<Notice>;
  save(documentNumber: string, format: DocumentFormat): Promise<Notice>;
}

/** @param paper the name under which it is unfinished until it is printed or saved. */
export function useDocumentOutput(visitId: () => string, paper: symbol): DocumentOutput {
  const { t, say } = useWords();
  const printing = keptOperation();
  const saving = keptOperation();
  const unfinished = useUnfinished();
  const waiting = useWaiting();

  function printedText(number: string, printer: string | null): string {
    return printer ? t('statement.printed', { number, printer }) : t('statement.printedPlain', { number });
  }

  /** The printing system speaks its own language; that there is no printer is said in ours. */
  async function whyNotPrinted(failure: string | null): Promise<string> {
    const printers = await ask('printer.list', {});
    const hasNone = printers.ok && printers.value.length === 0;
    return failure === null || hasNone ? t('statement.noPrinter') : failure;
  }

  return {
    async print(number) {
      const what = { visitId: visitId(), documentNumber: number, printer: null };
      const reply = await printing(number, (operationId) => ask('document.print', { operationId, ...what }));
      if (!reply.ok) return { tone: 'danger', text: say(reply.error) };
      if (reply.value.outcome === 'printed') {
        unfinished.paperOut(paper);
        return { tone: 'plain', text: printedText(number, reply.value.printer) };
      }
      unfinished.paperQueued(paper, number);
      void waiting.readPapers();
      const failure = await whyNotPrinted(reply.value.failure);
      return { tone: 'running', text: t('statement.queued', { failure, number, key: keyName('taskPrintQueue') }) };
    },
    async save(number, format) {
      const what = { visitId: visitId(), documentNumber: number, format };
      const reply = await saving(JSON.stringify(what), (operationId) => ask('document.save', { operationId, ...what }));
      if (!reply.ok) return { tone: 'danger', text: say(reply.error) };
      if (!reply.value.saved) return { tone: 'plain', text: t('statement.notSaved') };
      unfinished.paperOut(paper);
      return { tone: 'plain', text: t('statement.saved', { fileName: reply.value.fileName ?? '' }) };
    },
  };
}
