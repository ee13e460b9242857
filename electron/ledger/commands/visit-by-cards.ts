/** The visit of a holder whose two cards an operator has typed. */
import { randomUUID } from 'node:crypto';
import { askFor, type OpenedOffice } from './opened-office.ts';

/** Answers its id. A photo is not compared at the command line. */
export async function openVisitByCards(
  office: OpenedOffice,
  token: string,
  { idNumber, card }: { readonly idNumber: string; readonly card: string },
): Promise<string> {
  const coming = { networkCheck: 'match-no-photo', secondaryDocument: null, agent: null };
  const input = { operationId: randomUUID(), idNumber, card, ...coming };
  return (await askFor(office, 'visit.open', input, token)).visitId;
}
