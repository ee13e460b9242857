/** The visit of a holder at the command line, by ID number and card. */
import { randomUUID } from 'node:crypto';
import { askFor, type OpenedOffice } from '../opened-office.ts';

export async function visitByCard(
  office: OpenedOffice,
  token: string,
  person: { readonly idNumber: string; readonly card: string },
): Promise<string> {
  // A photo is not compared at the command line.
  const coming = { networkCheck: 'match-no-photo', secondaryDocument: null, agent: null };
  const input = { operationId: randomUUID(), ...person, ...coming };
  return (await askFor(office, 'visit.open', input, token)).visitId;
}
