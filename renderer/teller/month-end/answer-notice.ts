/** What became of saving an answer file, in a sentence. */
import type { Reply } from '../../../electron/contract/kernel/errors.ts';
import type { Output } from '../../../electron/contract/verbs.ts';
import type { Notice } from '../../shared/components/notice.ts';
import type { Words } from '../../shared/words/use-words.ts';

export function answerNotice(reply: Reply<Output<'file.saveAnswer'>>, { t, say }: Pick<Words, 't' | 'say'>): Notice {
  if (!reply.ok) return { tone: 'danger', text: say(reply.error) };
  const { saved, fileName } = reply.value;
  if (!saved) return { tone: 'plain', text: t('monthEnd.answerNotSaved') };
  return { tone: 'plain', text: t('monthEnd.answerSaved', { fileName: fileName ?? '' }) };
}
