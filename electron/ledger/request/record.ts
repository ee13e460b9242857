/** The audit record of a verb that has done its work: under the names of its policy, with the actor who asked. */
import { policyOf, type LedgerVerb, type Verbs } from '../../contract/verbs.ts';
import { appendAudit } from '../books/audit/audit-chain.ts';
import type { AuditRecord } from '../books/audit/audit-row.ts';
import type { Writing } from '../books/books.ts';
import type { Scope } from './scope.ts';

type Recorded = Partial<Omit<AuditRecord, 'verb' | 'actor' | 'outcome'>>;

/** The names under which the policy of a verb lets it be recorded. */
export type RecordName<V extends LedgerVerb> = Verbs[V]['record']['done'][number];

/** Records under the first name of the policy; answers the record's number. */
export async function recordDone(
  writing: Writing,
  asked: Scope & { readonly verb: LedgerVerb },
  what: Recorded,
): Promise<number> {
  return append(writing, asked, recordName(asked.verb), what);
}

/** The first name of the policy. Throws for a verb that is not to be recorded. */
export function recordName(verb: LedgerVerb): string {
  const name = policyOf(verb).record.done.at(0);
  if (name === undefined) throw new Error(`${verb} is not to be recorded`);
  return name;
}

/** The same under another of its names. */
export async function recordAs<V extends LedgerVerb>(
  writing: Writing,
  asked: Scope & { readonly verb: V },
  name: RecordName<V>,
  what: Recorded,
): Promise<number> {
  return append(writing, asked, name, what);
}

function append(writing: Writing, { actor, visit }: Scope, verb: string, what: Recorded): Promise<number> {
  return appendAudit(writing, { actor, visitId: visit?.id ?? null, ...what, verb, outcome: 'done' });
}
