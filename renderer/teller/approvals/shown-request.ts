/** A request as the list shows it, and where a refused decision is told. */
import type { ApprovalRequest } from '../../../electron/contract/approvals/approval-views.ts';
import type { Refusal } from '../../../electron/contract/kernel/errors.ts';
import { showMoment } from '../../shared/display-format.ts';

/** The report, or the batch of a file. */
export function subjectOf({ lossNumber, facts }: ApprovalRequest): string {
  const batch = facts.find(({ name }) => name === 'batch')?.value;
  return lossNumber ?? (typeof batch === 'string' ? batch : '');
}

/** Until when it serves: the hour alone where that is still the day on which it was asked. */
export function untilOf({ askedAt, expiresAt }: ApprovalRequest, zone: string): string {
  const [asked, until] = [showMoment(askedAt, zone), showMoment(expiresAt, zone)];
  return asked.slice(0, 10) === until.slice(0, 10) ? until.slice(11) : until;
}

/** What is mended where the supervisor types. */
export function isOfTheField({ code }: Refusal): boolean {
  return code === 'PASSWORD_WRONG' || code === 'PASSWORD_TOO_SOON' || code === 'REASON_REQUIRED';
}
