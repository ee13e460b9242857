/** `approvals list | approve ID | refuse ID --reason TEXT`: the queue of second persons (docs/rules.md 5). */
import { randomUUID } from 'node:crypto';
import type { ApprovalRequest } from '../../../contract/approvals/approval-views.ts';
import { onlyArgument, required, UsageError, type Command } from '../command.ts';
import { everyPage } from '../every-page.ts';
import { firstPerson } from '../acting.ts';
import { asActingClerk, requireToken } from '../acting-clerk.ts';
import { ask, askFor } from '../opened-office.ts';
import { withOffice } from '../open-office.ts';

const DECISIONS: Readonly<Record<string, 'approve' | 'refuse'>> = { approve: 'approve', refuse: 'refuse' };

export const approvals: Command = async ({ args, options, folder }) => {
  const [what = '', ...rest] = args;
  if (what !== 'list' && DECISIONS[what] === undefined)
    throw new UsageError('approvals list | approve ID | refuse ID --reason TEXT');
  const decision = DECISIONS[what];
  const requestId = decision === undefined ? null : onlyArgument(rest, 'request');
  const reason = decision === 'refuse' ? required(options, 'reason') : (options.reason ?? null);
  return withOffice(folder, (office) =>
    asActingClerk(office, options, async (given) => {
      const token = requireToken(given);
      if (decision === undefined)
        return listed(await everyPage('approval.list', (page) => ask(office, 'approval.list', { page }, token)));
      const password = decision === 'refuse' ? null : (await firstPerson(options)).password;
      const input = { operationId: randomUUID(), requestId, decision, reason, password };
      const decided = await askFor(office, 'approval.decide', input, token);
      return { json: decided, text: inWords(decided) };
    }),
  );
};

function listed(requests: readonly ApprovalRequest[]) {
  return { json: requests, text: requests.length === 0 ? 'no requests' : requests.map(inWords).join('\n') };
}

/** The request in one line, then everything it holds for, a fact a line. */
function inWords(request: ApprovalRequest): string {
  const { requestId, verb, state, askedBy, askedByName, decidedBy, reason, facts } = request;
  const decided = decidedBy === null ? '' : ` by ${decidedBy}`;
  const head = `${requestId}  ${verb}  asked by ${askedBy} ${askedByName}: ${state}${decided}`;
  const lines = facts.map(({ name, value, was }) => `  ${name}: ${was === undefined ? '' : `${was} → `}${value}`);
  return [`${head}${reason === null ? '' : ` (${reason})`}`, ...lines].join('\n');
}
