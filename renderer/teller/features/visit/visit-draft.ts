/** What has been typed for a visit, and where to go on typing when it is refused. */
import type { Refusal } from '../../../../electron/contract/errors.ts';
import type { NetworkCheck } from '../../../../electron/contract/vocabulary.ts';
import type { WordKey } from '../../../shared/words/use-words.ts';
import type { VisitRequest } from '../../state/visit.ts';

export interface AgentDraft {
  idNumber: string;
  name: string;
  relation: string;
  householdRegister: boolean;
}

export interface VisitDraft {
  idNumber: string;
  card: string;
  networkCheck: NetworkCheck | null;
  secondaryDocument: string;
  withAgent: boolean;
  agent: AgentDraft;
}

export type VisitPlace = 'idNumber' | 'card' | 'networkCheck' | 'secondaryDocument' | 'agent';

/** In the order of the keys 1 to 4. */
export const networkChecks: readonly { readonly value: NetworkCheck; readonly word: WordKey }[] = [
  { value: 'match-photo', word: 'visit.matchPhoto' },
  { value: 'match-no-photo', word: 'visit.matchNoPhoto' },
  { value: 'name-differs', word: 'visit.nameDiffers' },
  { value: 'number-unknown', word: 'visit.numberUnknown' },
];

export function emptyAgent(): AgentDraft {
  return { idNumber: '', name: '', relation: '', householdRegister: false };
}

export function requestFrom(draft: VisitDraft, networkCheck: NetworkCheck): VisitRequest {
  const isMatch = networkCheck === 'match-photo' || networkCheck === 'match-no-photo';
  const secondary = draft.secondaryDocument.trim();
  return {
    idNumber: draft.idNumber,
    card: draft.card,
    networkCheck,
    secondaryDocument: isMatch || secondary === '' ? null : secondary,
    agent: draft.withAgent ? { ...draft.agent } : null,
  };
}

/** The field that most likely mends it. */
export function placeOfRefusal({ code, details }: Refusal): VisitPlace {
  if (code === 'GUARDIAN_REQUIRED' || code === 'AGENT_INVALID') return 'agent';
  if (code === 'SECONDARY_DOCUMENT_REQUIRED') return 'secondaryDocument';
  if (code === 'CARD_NUMBER_INVALID') return 'card';
  if (code === 'INPUT_INVALID') return placeOfField(String(details['field'] ?? ''));
  return 'idNumber';
}

function placeOfField(field: string): VisitPlace {
  if (field.startsWith('agent')) return 'agent';
  if (field.startsWith('secondaryDocument')) return 'secondaryDocument';
  return field.startsWith('card') ? 'card' : 'idNumber';
}
