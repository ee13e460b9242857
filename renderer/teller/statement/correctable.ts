/** Whether the entries of the holder at the counter can be corrected; of one entry the ledger decides (docs/rules.md 1). */
import type { Refusal } from '../../../electron/contract/kernel/errors.ts';
import type { WordPair } from '../../../electron/contract/messages/word-pair.ts';
import type { Visit } from '../../../electron/contract/office/office-views.ts';
import { actsAsHolder } from '../acts-as-holder.ts';

type Standing = Pick<Visit, 'agent' | 'accountStatus' | 'accountNumber'>;

export function obstacleToCorrection(visit: Standing): Refusal | null {
  if (!actsAsHolder(visit)) return { code: 'AGENT_MAY_NOT', details: {} };
  return visit.accountStatus === 'closed'
    ? { code: 'ACCOUNT_CLOSED', details: { account: visit.accountNumber } }
    : null;
}

export function isCorrection(entry: number): Refusal {
  return { code: 'ENTRY_IS_CORRECTION', details: { entry } };
}

export const CORRECTION_BARRED: WordPair = {
  zh: '由持卡人本人在场、账户未销户时办理。',
  en: 'Done with the holder in person, while the account is open.',
};
