/** What is wrong with a form, in one sentence. */
import type { FormFault } from '../../../electron/contract/online/holder-pages.ts';
import type { Frame } from '../frame.ts';
import { emptyWords, faultWords } from '../holder-words.ts';
import { noticeWords } from '../notice-words.ts';

export function faultSentence({ say, sayRefusal }: Frame, { field, why }: FormFault): string {
  if (why === 'differs') return say(faultWords.differs);
  if (why === 'no passkey') return say(faultWords.noPasskey);
  if (why === 'away') return say(noticeWords.away.text);
  if (why === 'empty') return field === null ? '' : say(emptyWords[field]);
  return sayRefusal(why);
}
