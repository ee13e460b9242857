/** That a paper went to a printer, and how many come out before it where the printing system says so. */
import type { Output } from '../../../electron/contract/verbs.ts';
import type { Words } from '../../shared/words/use-words.ts';

export function printedText(t: Words['t'], { documentNumber, printer, before }: Output<'document.print'>): string {
  const number = documentNumber;
  if (printer === null) return t('paper.printed', { number });
  if (before === null || before === 0) return t('paper.printedOn', { number, printer });
  return t('paper.printedAfter', { number, printer, before });
}
