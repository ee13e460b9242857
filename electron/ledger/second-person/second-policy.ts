/** The second person of a request, proven as the policy of its verb says (docs/rules.md 5). */
import { z } from 'zod';
import { RefusalError } from '../../contract/kernel/errors.ts';
import { authorisationSchema, secondPersonSchema, type SecondPerson } from '../../contract/kernel/verb-definition.ts';
import type { SecondPolicy } from '../../contract/kernel/verb-policy.ts';
import type { AuditRecord } from '../books/audit/audit-row.ts';
import { AT_SIGN_IN, OF_SECOND_PERSON } from '../request/clerk/password-proof.ts';
import { requireSession, type Scope } from '../request/scope.ts';
import type { LiftedBy, ProvenSecond, TwoPersons } from '../request/second-of-command.ts';
import { SecondAsked } from './second-asked.ts';
import { secondPersonFault } from './second-person-rules.ts';
import { authorise, proveDecider, provePerson } from './second-person.ts';

type QueuePolicy = Extract<SecondPolicy, { readonly from: 'in place or queue' }>;

const inPlaceSchema = z.object({ authorisation: authorisationSchema.nullable() });
const liftingSchema = z.object({
  clerkCode: z.string(),
  authorisation: authorisationSchema,
  other: authorisationSchema.optional(),
});
const deciderSchema = z.object({ authorisation: authorisationSchema });
const twoSchema = z.object({ first: authorisationSchema, second: authorisationSchema });
const eitherSchema = z.object({ second: secondPersonSchema.nullable() });
const fieldsSchema = z.record(z.string(), z.unknown());

/**
 * Proves the second person, null where the verb never takes one. An approval from the queue, and a second person that a rule
 * may spare, are left to the use case's transaction. Throws RefusalError of `authorise`.
 */
export async function proveSecond(scope: Scope, policy: SecondPolicy, input: unknown): Promise<ProvenSecond | null> {
  if (policy === 'never' || policy.from === 'in place, where asked') return null;
  if (policy.from === 'in place')
    return authorise(scope, requireSession(scope).clerk.code, inPlaceSchema.parse(input).authorisation);
  if (policy.from === 'one or two in place') return liftedBy(scope, liftingSchema.parse(input));
  if (policy.from === 'one in place')
    return { decider: await proveDecider(scope, deciderSchema.parse(input).authorisation) };
  if (policy.from === 'two in place') return twoPersons(scope, twoSchema.parse(input));
  return ofCommand(scope, policy, input);
}

/** One of the two may be a clerk: that one is the first of the pair, whoever was typed first. */
async function twoPersons(scope: Scope, typed: z.infer<typeof twoSchema>): Promise<TwoPersons> {
  const first = await provePerson(scope, typed.first, AT_SIGN_IN);
  const { code } = first;
  if (typed.second.clerkCode === code) throw new RefusalError('SECOND_PERSON_SAME', { clerkCode: code });
  const second = await provePerson(scope, typed.second, OF_SECOND_PERSON);
  const fault = first.role === 'clerk' ? secondPersonFault(first, second) : secondPersonFault(second, first);
  if (fault !== null) throw new RefusalError(fault, { clerkCode: second.code });
  return { first, second };
}

/** Neither the clerk whose lock is lifted nor, of two, the first, by code or by name. */
async function liftedBy(
  scope: Scope,
  { clerkCode, authorisation, other: given }: z.infer<typeof liftingSchema>,
): Promise<LiftedBy> {
  const first = await authorise(scope, clerkCode, authorisation);
  if (given === undefined) return { first, other: null };
  const other = await authorise(scope, clerkCode, given);
  const fault = secondPersonFault(first, other);
  if (fault !== null) throw new RefusalError(fault, { clerkCode: other.code });
  return { first, other };
}

async function ofCommand(scope: Scope, policy: QueuePolicy, input: unknown): Promise<SecondAsked> {
  const rule = 'ruled' in policy ? 'ruled' : isSpared(policy, input) ? 'spared' : 'asked';
  const { second } = eitherSchema.parse(input);
  const given = rule === 'spared' ? null : second;
  return new SecondAsked(scope, rule, given === null || 'requestId' in given ? given : await inPlace(scope, given));
}

/** A second person in place is proven now, which takes a moment; a request from the queue is looked at in the transaction. */
async function inPlace(scope: Scope, given: Exclude<SecondPerson, { readonly requestId: string }>) {
  return { inPlace: await authorise(scope, requireSession(scope).clerk.code, given), seen: given.seen };
}

function isSpared(policy: QueuePolicy, input: unknown): boolean {
  if (!('unless' in policy)) return false;
  const { field, is } = policy.unless;
  return fieldsSchema.parse(input)[field] === is;
}

/**
 * Why a command may not be committed with these records of its success, null when it may: it went past its second person, or
 * its records do not name them.
 */
export function secondPassedBy(second: ProvenSecond | null, records: readonly AuditRecord[]): string | null {
  if (second === null || records.length === 0) return null;
  const settled = settledOf(second);
  if (settled === 'open') return 'is done without its second person';
  const isNamed = settled === 'spared' || records.some((record) => personOf(second, record) === settled.by);
  return isNamed ? null : 'is recorded without its second person';
}

/** Who decided, as the record names them: a person who decides alone is its actor. */
function personOf(second: ProvenSecond, record: AuditRecord): string | null | undefined {
  return 'decider' in second ? record.actor : record.second;
}

function settledOf(second: ProvenSecond): SecondAsked['settled'] {
  if (second instanceof SecondAsked) return second.settled;
  if ('isAsked' in second) throw new Error('a second person of another make');
  if ('decider' in second) return { by: second.decider.code };
  if ('second' in second) return { by: second.second.code };
  return { by: 'first' in second ? (second.other ?? second.first).code : second.code };
}
