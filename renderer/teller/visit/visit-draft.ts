/** What has been typed for a visit, and the field that takes the focus when it is refused. */
import type { Refusal } from '../../../electron/contract/kernel/errors.ts';
import type { NetworkCheck } from '../../../electron/contract/kernel/vocabulary.ts';
import type { VisitRequest } from '../state/visit.ts';

export interface AgentDraft {
  idNumber: string;
  name: string;
  relation: string;
  phone: string;
  address: string;
  householdRegister: boolean;
}

export interface VisitDraft {
  idNumber: string;
  /** The card itself is lost: name and phone on file are typed instead. */
  cardLost: boolean;
  card: string;
  name: string;
  phone: string;
  networkCheck: NetworkCheck | null;
  secondaryDocument: string;
  withAgent: boolean;
  agent: AgentDraft;
}

export type VisitField = 'idNumber' | 'card' | 'name' | 'phone' | 'networkCheck' | 'secondaryDocument' | 'agent';

export function emptyAgent(): AgentDraft {
  return { idNumber: '', name: '', relation: '', phone: '', address: '', householdRegister: false };
}

export function emptyVisit(): VisitDraft {
  return {
    idNumber: '',
    cardLost: false,
    card: '',
    name: '',
    phone: '',
    networkCheck: null,
    secondaryDocument: '',
    withAgent: false,
    agent: emptyAgent(),
  };
}

/**
 * Another ID number is another person: the outcome of the network check, the second document and the agent belonged to
 * the first person. The card is kept: of two numbers that do not belong together, either one may be the wrong one.
 */
export function forAnotherPerson(draft: VisitDraft): VisitDraft {
  const { idNumber, cardLost, card, name, phone } = draft;
  return { ...emptyVisit(), idNumber, cardLost, card, name, phone };
}

/** Compares a typed number with one from the card reader: blanks and case do not count. */
export function isSameNumber(one: string, other: string): boolean {
  return bareNumber(one) === bareNumber(other);
}

function bareNumber(idNumber: string): string {
  return idNumber.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
}

export function requestFrom(draft: VisitDraft, networkCheck: NetworkCheck): VisitRequest {
  const isMatch = networkCheck === 'match-photo' || networkCheck === 'match-no-photo';
  const secondary = draft.secondaryDocument.trim();
  const holder = draft.cardLost ? { name: draft.name.trim(), phone: draft.phone.trim() } : { card: draft.card };
  return {
    idNumber: draft.idNumber,
    ...holder,
    networkCheck,
    secondaryDocument: isMatch || secondary === '' ? null : secondary,
    agent: draft.withAgent ? { ...draft.agent } : null,
  };
}

/** The field that most likely has to be corrected. */
export function fieldOfRefusal({ code, details }: Refusal): VisitField {
  if (code === 'GUARDIAN_REQUIRED' || code === 'AGENT_INVALID') return 'agent';
  if (code === 'SECONDARY_DOCUMENT_REQUIRED') return 'secondaryDocument';
  if (code === 'CARD_NUMBER_INVALID' || code === 'CARD_REPLACED') return 'card';
  if (code === 'INPUT_INVALID') return fieldNamed(String(details['field'] ?? ''));
  return 'idNumber';
}

const FIELDS = ['agent', 'secondaryDocument', 'card', 'name', 'phone'] as const;

function fieldNamed(field: string): VisitField {
  return FIELDS.find((known) => field.startsWith(known)) ?? 'idNumber';
}
