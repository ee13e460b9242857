/**
 * Written by npm run lists from the folders; do not edit.
 * What answers the verbs: of every file of a wing that exports a table named …Handlers.
 */
import { auditRecordHandlers } from '../administration/audit/audit-record.ts';
import { clerksHandlers } from '../administration/clerks.ts';
import { healthHandlers } from '../administration/health/health.ts';
import { institutionsHandlers } from '../administration/institutions.ts';
import { officeSettingsHandlers } from '../administration/office-settings.ts';
import { approvalsHandlers } from '../approvals/approvals.ts';
import { backupHandlers } from '../backup/backup.ts';
import { countersHandlers } from '../counters/counters.ts';
import { joiningHandlers } from '../counters/joining.ts';
import { moreTimeHandlers } from '../customer/more-time.ts';
import { pinEntryHandlers } from '../customer/pin-entry.ts';
import { pinTasksHandlers } from '../customer/pin-tasks.ts';
import { clockDecisionHandlers } from '../day/clock-decision.ts';
import { daysHandlers } from '../day/days.ts';
import { dayEndHandlers } from '../day/end/day-end.ts';
import { officeStandingHandlers } from '../day/office-standing.ts';
import { tillsHandlers } from '../day/till/tills.ts';
import { accountClosingHandlers } from '../holder/account-closing.ts';
import { entryCorrectionHandlers } from '../holder/entry-correction.ts';
import { holderChangesHandlers } from '../holder/holder-changes.ts';
import { interestWorksheetsHandlers } from '../interest/interest-worksheets.ts';
import { journalHandlers } from '../journal/journal.ts';
import { worklistHandlers } from '../loss/clocks/worklist.ts';
import { lossesHandlers } from '../loss/losses.ts';
import { papersHandlers } from '../loss/paper/papers.ts';
import { takeBackHandlers } from '../loss/taking-back/take-back.ts';
import { commandFilesHandlers } from '../month-end/command-files.ts';
import { postedAnswersHandlers } from '../month-end/posted-answers.ts';
import { receivedFilesHandlers } from '../month-end/received-files.ts';
import { loginsHandlers } from '../online/logins.ts';
import { oneTimeCodesHandlers } from '../online/one-time-codes.ts';
import { onlineAccountHandlers } from '../online/online-account.ts';
import { onlineLossesHandlers } from '../online/online-losses.ts';
import { passkeysHandlers } from '../online/passkeys.ts';
import { signInsHandlers } from '../online/sign-ins.ts';
import { outboxHandlers } from '../outbox/outbox.ts';
import { overviewHandlers } from '../overview/overview.ts';
import { documentCheckHandlers } from '../printing/document-check.ts';
import { documentExportHandlers } from '../printing/document-export.ts';
import { holderPapersHandlers } from '../printing/holder-papers.ts';
import { printQueueHandlers } from '../printing/print-queue.ts';
import { officesHandlers } from '../set-up/offices.ts';
import { recoverySheetHandlers } from '../set-up/recovery-sheet.ts';
import { clerkLocksHandlers } from '../sign-in/clerk-locks.ts';
import { clerkPasswordsHandlers } from '../sign-in/clerk-passwords.ts';
import { sessionsHandlers } from '../sign-in/sessions.ts';
import { statementsHandlers } from '../statement/statements.ts';
import { callerLossHandlers } from '../telephone/caller-loss.ts';
import { callerNumberHandlers } from '../telephone/caller-number.ts';
import { callerPinHandlers } from '../telephone/caller-pin.ts';
import { callerToldHandlers } from '../telephone/caller-told.ts';
import { callerHandlers } from '../telephone/caller.ts';
import { telephoneHandlers } from '../telephone/telephone.ts';
import { visitOfReportHandlers } from '../visit/visit-of-report.ts';
import { visitsHandlers } from '../visit/visits.ts';

export const wingHandlers = {
  ...auditRecordHandlers,
  ...clerksHandlers,
  ...healthHandlers,
  ...institutionsHandlers,
  ...officeSettingsHandlers,
  ...approvalsHandlers,
  ...backupHandlers,
  ...countersHandlers,
  ...joiningHandlers,
  ...moreTimeHandlers,
  ...pinEntryHandlers,
  ...pinTasksHandlers,
  ...clockDecisionHandlers,
  ...daysHandlers,
  ...dayEndHandlers,
  ...officeStandingHandlers,
  ...tillsHandlers,
  ...accountClosingHandlers,
  ...entryCorrectionHandlers,
  ...holderChangesHandlers,
  ...interestWorksheetsHandlers,
  ...journalHandlers,
  ...worklistHandlers,
  ...lossesHandlers,
  ...papersHandlers,
  ...takeBackHandlers,
  ...commandFilesHandlers,
  ...postedAnswersHandlers,
  ...receivedFilesHandlers,
  ...loginsHandlers,
  ...oneTimeCodesHandlers,
  ...onlineAccountHandlers,
  ...onlineLossesHandlers,
  ...passkeysHandlers,
  ...signInsHandlers,
  ...outboxHandlers,
  ...overviewHandlers,
  ...documentCheckHandlers,
  ...documentExportHandlers,
  ...holderPapersHandlers,
  ...printQueueHandlers,
  ...officesHandlers,
  ...recoverySheetHandlers,
  ...clerkLocksHandlers,
  ...clerkPasswordsHandlers,
  ...sessionsHandlers,
  ...statementsHandlers,
  ...callerLossHandlers,
  ...callerNumberHandlers,
  ...callerPinHandlers,
  ...callerToldHandlers,
  ...callerHandlers,
  ...telephoneHandlers,
  ...visitOfReportHandlers,
  ...visitsHandlers,
};
