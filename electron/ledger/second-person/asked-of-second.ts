/**
 * Everything that a second person is asked for (docs/rules.md 5): the whole command, whatever its fields are, and what
 * the ledger knows beside it. What is shown to the second person and what the approval holds for are made here, from
 * the same values.
 */
import type { AskedFact, FactValue } from '../../contract/approvals/approval-views.ts';
import type { Input, SecondVerb } from '../../contract/verbs.ts';
import { canonicalText } from './canonical-text.ts';
import { maskCard, maskIdNumber, maskName } from '../numbers/masking.ts';
import type { Reading } from '../books/books.ts';
import type { HolderAccount } from '../account/holder-rows.ts';
import { officeTime } from '../office/office-clock-rules.ts';
import { requireOffice } from '../office/office-rows.ts';
import { findPin } from '../pin/pin-rows.ts';
import type { VisitRow } from '../request/visit/visit-rows.ts';
import type { Scope } from '../request/scope.ts';
import type { AskedOfSecond } from '../request/second-of-command.ts';

/** Which one is meant is said by the account, the report or the file itself: another visit of the holder is the same matter. */
const HANDLES: ReadonlySet<string> = new Set(['operationId', 'second', 'visitId', 'intakeId', 'idNumber']);

type Values = Readonly<Record<string, FactValue>>;

/** What a use case knows of its command. */
export interface Asking {
  readonly holder: HolderAccount | null;
  readonly visit: VisitRow | null;
  readonly lossNumber: string | null;
  /** By which the decision is found on record. */
  readonly subject: string;
  /** Fields of the command in the ledger's own form, such as a number without its blanks. */
  readonly settled?: Values;
  /** Fields that are not shown whole. */
  readonly masked?: Values;
  /** What stands in a field until now. */
  readonly was?: Values;
  /** What the ledger adds: a fee, the sums of a file. */
  readonly known?: Values;
}

export async function askedOf<V extends SecondVerb>(
  reading: Reading,
  scope: Scope,
  verb: V,
  input: Partial<Input<V>>,
  asking: Asking,
): Promise<AskedOfSecond> {
  const { holder, visit, lossNumber, subject, settled = {}, masked = {}, was = {}, known = {} } = asking;
  const fields = Object.entries(input).filter(([name, value]) => !HANDLES.has(name) && value !== undefined);
  const command = { ...Object.fromEntries(fields), ...settled };
  const shown = { ...command, ...masked };
  const matter: AskedFact[] = Object.entries(shown).map(([name, value]) => fact(name, value, was));
  const beside: AskedFact[] = Object.entries(known).map(([name, value]) => fact(name, value, was));
  const person = holder === null ? [] : personFacts(holder);
  const coming = visit === null ? [] : visitFacts(visit);
  const pin = visit === null ? [] : await pinFacts(reading, scope, visit);
  const bound = {
    verb,
    accountId: holder?.accountId ?? null,
    command,
    visit: visit === null ? null : boundOf(visit),
    facts: [...person, ...coming, ...matter, ...beside],
  };
  return {
    verb,
    accountId: holder?.accountId ?? null,
    cardId: holder?.cardId ?? null,
    lossNumber,
    subject,
    facts: [...person, ...coming, ...pin, ...matter, ...beside],
    binding: reading.keys.blindIndex('approval', canonicalText(bound)),
  };
}

function fact(name: string, value: unknown, was: Values): AskedFact {
  const before = was[name];
  const shown = isFactValue(value) ? value : canonicalText(value);
  return before === undefined ? { name, value: shown } : { name, value: shown, was: before };
}

function isFactValue(value: unknown): value is FactValue {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

function personFacts({ name, idNumber, card }: HolderAccount): AskedFact[] {
  return [
    { name: 'holderName', value: maskName(name) },
    { name: 'idNumber', value: maskIdNumber(idNumber) },
    { name: 'card', value: maskCard(card) },
  ];
}

function visitFacts({ networkCheck, secondaryDocument, cardShown, agent }: VisitRow): AskedFact[] {
  const who = agent === null ? null : `${maskName(agent.name)} ${maskIdNumber(agent.idNumber)} ${agent.relation}`;
  return [
    { name: 'cardShown', value: cardShown },
    { name: 'networkCheck', value: networkCheck },
    { name: 'secondaryDocument', value: secondaryDocument !== null },
    { name: 'agent', value: who },
  ];
}

/** Whole where the fact is masked: another document or another agent of the same initials is another matter. */
function boundOf({ networkCheck, secondaryDocument, cardShown, agent }: VisitRow) {
  return { networkCheck, secondaryDocument, cardShown, agent };
}

/** The state of the PIN, and when it was proven in this visit. */
async function pinFacts(reading: Reading, scope: Scope, { id, accountId }: VisitRow): Promise<AskedFact[]> {
  const state = (await findPin(reading, accountId))?.state ?? 'none';
  if (state !== 'set') return [{ name: 'pin', value: `pin-${state}` }];
  const provenAt = scope.pins.provenAt(id, reading.at);
  if (provenAt === null) return [{ name: 'pin', value: 'pin-not-proven' }];
  return [
    { name: 'pin', value: 'pin-proven' },
    { name: 'pinProvenAt', value: officeTime(await requireOffice(reading), provenAt) },
  ];
}

/**
 * Does what was approved with the holder's PIN in one state hold in another? Only a proof that has been given since is
 * more than was approved; one that is missing by now is less.
 */
export function pinHolds(approved: readonly AskedFact[], now: readonly AskedFact[]): boolean {
  const [before, present] = [pinOf(approved), pinOf(now)];
  return before === present || (before === 'pin-not-proven' && present === 'pin-proven');
}

/** Is the PIN in the same state, whether it was proven in between or not? */
export function pinStateHolds(seen: readonly AskedFact[], now: readonly AskedFact[]): boolean {
  const isSet = (facts: readonly AskedFact[]): boolean =>
    ['pin-proven', 'pin-not-proven'].includes(String(pinOf(facts)));
  return pinOf(seen) === pinOf(now) || (isSet(seen) && isSet(now));
}

function pinOf(facts: readonly AskedFact[]): FactValue | undefined {
  return facts.find(({ name }) => name === 'pin')?.value;
}
