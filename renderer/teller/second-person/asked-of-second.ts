/** What a second person is asked for, and the approval from the queue that is for exactly this. */
import type { ApprovalRequest, Asked, AskedFact } from '../../../electron/contract/approvals/approval-views.ts';
import type { Input } from '../../../electron/contract/verbs.ts';

/** The command as it will be given, without operation and second person: all of it is asked for. */
export type AskedCommand = Pick<Input<'approval.preview'>, 'verb' | 'input'>;

export interface OwnRequests {
  /** The clerk's newest request for exactly this that may be used, else the newest that is waited for. */
  readonly fitting: ApprovalRequest | null;
  /** One for the same matter when something else stood in the form: it can be used for nothing here. */
  readonly other: ApprovalRequest | null;
}

export function ownRequests(
  requests: readonly ApprovalRequest[],
  { verb, asked }: { readonly verb: AskedCommand['verb']; readonly asked: Asked },
  clerkCode: string,
): OwnRequests {
  const open = requests
    .filter((request) => request.verb === verb && request.askedBy === clerkCode)
    .filter(({ state }) => state === 'approved' || state === 'pending')
    .toSorted((one, other) => other.askedAt - one.askedAt);
  const same = open.filter(({ binding }) => binding === asked.binding);
  const fitting = same.find(({ state }) => state === 'approved') ?? same[0] ?? null;
  const other = fitting === null ? open.find((request) => isSameMatter(request.facts, asked.facts)) : undefined;
  return { fitting, other: other ?? null };
}

/** The same card and report, or the same file. */
const MATTER = ['card', 'number', 'fileKind', 'batch'] as const;

function isSameMatter(one: readonly AskedFact[], other: readonly AskedFact[]): boolean {
  const valueIn = (facts: readonly AskedFact[], name: string) => facts.find((fact) => fact.name === name)?.value;
  return MATTER.every((name) => valueIn(one, name) === valueIn(other, name));
}
