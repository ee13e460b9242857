/**
 * Written by npm run lists from the folders; do not edit.
 * The migrations in the order in which they are applied.
 */
import { office } from './0001-office/migration.ts';
import { books } from './0002-books/migration.ts';
import { counter } from './0003-counter/migration.ts';
import { loss } from './0004-loss/migration.ts';
import { sealedPapers } from './0005-sealed-papers/migration.ts';
import { calendar } from './0006-calendar/migration.ts';
import { holderChanges } from './0007-holder-changes/migration.ts';
import { anchor } from './0008-anchor/migration.ts';
import { approvals } from './0009-approvals/migration.ts';
import { clerks } from './0010-clerks/migration.ts';
import { ledgerTime } from './0011-ledger-time/migration.ts';
import { longLists } from './0012-long-lists/migration.ts';
import { batchFiles } from './0013-batch-files/migration.ts';
import { takenBack } from './0014-taken-back/migration.ts';
import { papersFound } from './0015-papers-found/migration.ts';
import { decisionsTold } from './0016-decisions-told/migration.ts';
import { countersPapers } from './0017-counters-papers/migration.ts';
import { counters } from './0018-counters/migration.ts';
import { postingInSteps } from './0019-posting-in-steps/migration.ts';
import { ownDoors } from './0020-own-doors/migration.ts';
import { online } from './0021-online/migration.ts';
import { accountOfHolder } from './0022-account-of-holder/migration.ts';
import { holderConfirms } from './0023-holder-confirms/migration.ts';
import { dayEnd } from './0024-day-end/migration.ts';
import { interest } from './0025-interest/migration.ts';
import { auditFound } from './0026-audit-found/migration.ts';
import { designationStops } from './0027-designation-stops/migration.ts';
import type { Migration } from './migration.ts';

export const migrations: readonly Migration[] = [
  office,
  books,
  counter,
  loss,
  sealedPapers,
  calendar,
  holderChanges,
  anchor,
  approvals,
  clerks,
  ledgerTime,
  longLists,
  batchFiles,
  takenBack,
  papersFound,
  decisionsTold,
  countersPapers,
  counters,
  postingInSteps,
  ownDoors,
  online,
  accountOfHolder,
  holderConfirms,
  dayEnd,
  interest,
  auditFound,
  designationStops,
];
