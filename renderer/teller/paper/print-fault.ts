/** Why a paper was not printed, in words: cause and cure, and nothing in the printing system's own language. */
import { PRINT_FAULTS } from '../../../electron/contract/printing/print-faults.ts';
import type { Words } from '../../shared/words/use-words.ts';

/** Where earlier versions kept the printing system's words, all that is known is that it did not take the paper. */
export function printFaultText(t: Words['t'], failure: string | null): string {
  const fault = PRINT_FAULTS.find((one) => one === failure) ?? 'print-refused';
  return t(`paper.fault.${fault}`);
}
