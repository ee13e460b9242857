/** Requests to a second person in the fake program. */
import type { ApprovalRequest, AskedFact } from '../../../electron/contract/approvals/approval-views.ts';
import type { SecondPerson } from '../../../electron/contract/kernel/verb-definition.ts';
import type { ApprovalVerb } from '../../../electron/contract/kernel/vocabulary.ts';
import { outcomeOf } from './fake-files.ts';
import { at, bindingOf, refusedWith, ok, pageFrom, type FakeState } from './fake-state.ts';
import type { Answers } from './fake-wire.ts';

/** The facts of what the fake program's odd file is warned of. */
const warned: readonly AskedFact[] = [
  { name: 'otherMonth', value: '2024-11' },
  { name: 'lastMonthSum', value: '5,310,200.00' },
  { name: 'repeatedAccounts', value: 2 },
];

/** A second person in place with a password, or an approval that was given. */
export function isAuthorised(state: FakeState, second: SecondPerson | null): boolean {
  if (second === null) return false;
  if ('clerkCode' in second) return second.clerkCode === '2001';
  return state.requests.some(({ requestId, state: how }) => requestId === second.requestId && how === 'approved');
}

type ApprovalVerbs = 'approval.preview' | 'approval.ask' | 'approval.list' | 'approval.decide' | 'approval.seen';

export function approvalAnswers(state: FakeState): Answers<ApprovalVerbs> {
  return {
    'approval.preview': ({ verb, input }) =>
      ok({ binding: bindingOf(verb, input), facts: factsOf(state, verb, input) }),
    'approval.ask': ({ verb, input }) => {
      const request: ApprovalRequest = {
        requestId: crypto.randomUUID(),
        verb,
        state: 'pending',
        binding: bindingOf(verb, input),
        facts: factsOf(state, verb, input),
        holderNameMasked: verb === 'file.post' ? null : (state.visit?.holderNameMasked ?? '张*'),
        cardMasked: verb === 'file.post' ? null : (state.visit?.cardMasked ?? '621330******0011'),
        lossNumber: typeof input['number'] === 'string' ? input['number'] : null,
        askedBy: state.session?.clerk.code ?? '',
        askedByName: state.session?.clerk.name ?? '',
        askedAt: at(Date.now()),
        expiresAt: at(Date.now() + 3_600_000),
        decidedBy: null,
        decidedAt: null,
        reason: null,
      };
      state.requests = [request, ...state.requests];
      return ok(request);
    },
    'approval.list': ({ page }) => {
      const me = state.session?.clerk;
      const mine = state.requests.filter(({ askedBy }) => me?.role !== 'clerk' || askedBy === me.code);
      const waits = ({ state: how, askedBy }: ApprovalRequest): boolean =>
        how === 'pending' || (how === 'approved' && askedBy === me?.code);
      const pending = mine.filter((request) => request.state === 'pending');
      const others = mine.filter((request) => request.state !== 'pending');
      const own = mine.filter(({ askedBy }) => askedBy === me?.code);
      const decided = own.filter(
        ({ requestId, state: how }) => (how === 'approved' || how === 'refused') && !state.seen.has(requestId),
      );
      return ok({ own, decided, waiting: mine.filter(waits).length, ...pageFrom([...pending, ...others], page) });
    },
    'approval.seen': ({ requestId }) => {
      state.seen.add(requestId);
      return ok({});
    },
    'approval.decide': ({ requestId, decision, reason, password }) => {
      const request = state.requests.find((one) => one.requestId === requestId);
      if (!request) return refusedWith('APPROVAL_UNKNOWN');
      if (request.askedBy === state.session?.clerk.code) return refusedWith('SECOND_PERSON_SAME');
      if (decision === 'approve' && password !== `demo-${state.session?.clerk.code}`)
        return refusedWith('PASSWORD_WRONG', { left: 4 });
      const how = decision === 'approve' ? ('approved' as const) : ('refused' as const);
      const decided: ApprovalRequest = {
        ...request,
        state: how,
        decidedBy: state.session?.clerk.code ?? '',
        decidedAt: at(Date.now()),
        reason,
      };
      state.requests = state.requests.map((one) => (one === request ? decided : one));
      return ok(decided);
    },
  };
}

/** What the ledger knows beside the command, then the command itself. */
function factsOf(state: FakeState, verb: ApprovalVerb, input: Readonly<Record<string, unknown>>): AskedFact[] {
  if (verb === 'file.post') return factsOfFile(state);
  const { visit } = state;
  const holder: AskedFact[] = visit
    ? [
        { name: 'holderName', value: visit.holderName },
        { name: 'idNumber', value: visit.idMasked },
        { name: 'card', value: visit.cardMasked },
        { name: 'networkCheck', value: visit.networkCheck },
        { name: 'agent', value: visit.agent?.nameMasked ?? null },
      ]
    : [];
  const own = Object.entries(input).filter(([name]) => name !== 'visitId' && name !== 'idNumber');
  return [...holder, ...own.map(([name, value]) => ({ name, value: value as AskedFact['value'] }))];
}

function factsOfFile(state: FakeState): AskedFact[] {
  const outcome = outcomeOf(state, false);
  const file: AskedFact[] = [
    { name: 'fileKind', value: outcome.kind },
    { name: 'sha256', value: '9f86d081884c7d659a2feaa0c55ad015' },
  ];
  if (outcome.kind === 'register' || outcome.kind === 'institutions') {
    const { added, updated, refusedCount } = outcome;
    return [
      ...file,
      { name: 'added', value: added },
      { name: 'updated', value: updated },
      { name: 'refusedCount', value: refusedCount },
    ];
  }
  return [
    ...file,
    { name: 'batch', value: outcome.batch },
    { name: 'accepted', value: outcome.accepted },
    { name: 'amountFen', value: outcome.amountFen },
    { name: 'rejectedCount', value: outcome.rejectedCount },
    { name: 'rejectedFen', value: outcome.rejectedFen },
    ...(outcome.warnings.length > 0 ? warned : []),
  ];
}
