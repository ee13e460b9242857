/**
 * Written by npm run lists from the folders; do not edit.
 * The verbs of every wing of the contract.
 */
import { auditVerbs } from './administration/audit-verbs.ts';
import { clerkVerbs } from './administration/clerk-verbs.ts';
import { officeCounterVerbs } from './administration/counter-verbs.ts';
import { healthVerbs } from './administration/health-verbs.ts';
import { institutionVerbs } from './administration/institution-verbs.ts';
import { approvalVerbs } from './approvals/approval-verbs.ts';
import { pinVerbs } from './customer/customer-verbs.ts';
import { dayVerbs } from './day/day-verbs.ts';
import { entryVerbs } from './holder/entry-verbs.ts';
import { holderVerbs } from './holder/holder-verbs.ts';
import { interestVerbs } from './interest/interest-verbs.ts';
import { journalVerbs } from './journal/journal-verbs.ts';
import { lossVerbs } from './loss/loss-verbs.ts';
import { commandFileVerbs } from './month-end/command-file-verbs.ts';
import { fileVerbs } from './month-end/file-verbs.ts';
import { commandVerbs } from './office/command-verbs.ts';
import { joiningVerbs } from './office/joining-verbs.ts';
import { officeVerbs } from './office/office-verbs.ts';
import { onlineVerbs } from './online/online-verbs.ts';
import { outboxVerbs } from './outbox/outbox-verbs.ts';
import { overviewVerbs } from './overview/overview-verbs.ts';
import { paperVerbs } from './printing/paper-verbs.ts';
import { telephoneVerbs } from './telephone/telephone-verbs.ts';
import { counterVerbs } from './visit/visit-verbs.ts';

export const verbs = {
  ...auditVerbs,
  ...clerkVerbs,
  ...officeCounterVerbs,
  ...healthVerbs,
  ...institutionVerbs,
  ...approvalVerbs,
  ...pinVerbs,
  ...dayVerbs,
  ...entryVerbs,
  ...holderVerbs,
  ...interestVerbs,
  ...journalVerbs,
  ...lossVerbs,
  ...commandFileVerbs,
  ...fileVerbs,
  ...commandVerbs,
  ...joiningVerbs,
  ...officeVerbs,
  ...onlineVerbs,
  ...outboxVerbs,
  ...overviewVerbs,
  ...paperVerbs,
  ...telephoneVerbs,
  ...counterVerbs,
} as const;
