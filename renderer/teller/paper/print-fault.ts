/** Why a paper was not printed, in words: cause and cure, and nothing in the printing system's own language. */
import { printFaultSchema } from '../../../electron/contract/kernel/vocabulary.ts';
import type { Words } from '../../shared/words/use-words.ts';

/** Where earlier versions kept the printing system's words, all that is known is that it did not take the paper. */
export function printFaultText(t: Words['t'], failure: string | null): string {
  const fault = printFaultSchema.safeParse(failure);
  return t(`paper.fault.${fault.success ? fault.data : 'print-refused'}`);
}
