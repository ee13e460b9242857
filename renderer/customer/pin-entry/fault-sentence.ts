/** What is said about the last entry: which rule, how many tries, and never a digit (docs/rules.md 4). */
import type { PinFault } from '../../../electron/contract/loss/loss-views.ts';
import type { Words } from '../../shared/words/use-words.ts';

export function faultSentence(fault: PinFault, { t, joined }: Pick<Words, 't' | 'joined'>): string {
  const count = fault.triesLeft;
  if (fault.kind === 'weak') return joined(t(`customer.weak.${fault.rule}`), t('customer.tries', { count }));
  return t(fault.kind === 'wrong' ? 'customer.wrong' : 'customer.different', { count });
}
