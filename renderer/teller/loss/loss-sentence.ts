/** What a loss report will do, to whom and until when, in one sentence. */
import type { LossOutlook } from '../../../electron/contract/loss/loss-views.ts';
import type { Visit } from '../../../electron/contract/office/office-views.ts';
import { useWords } from '../../shared/words/use-words.ts';
import { kindOf, type LossDraft } from './loss-draft.ts';

type Sentence = (
  visit: Pick<Visit, 'holderName' | 'cardMasked'>,
  draft: Pick<LossDraft, 'object' | 'kind'>,
  outlook: Pick<LossOutlook, 'lapsesOn' | 'reissueFrom' | 'renewFrom'>,
) => () => string;

/** In the language of the moment it is shown in. */
export function useLossSentence(): Sentence {
  const { t } = useWords();
  return ({ holderName, cardMasked }, draft, { lapsesOn, reissueFrom, renewFrom }) => {
    const values = { name: holderName, card: cardMasked, lapses: lapsesOn, reissue: reissueFrom, renew: renewFrom };
    const { object } = draft;
    const key = object === 'password' ? 'final.loss.pin' : (`final.loss.${object}.${kindOf(draft)}` as const);
    return () => t(key, values);
  };
}
