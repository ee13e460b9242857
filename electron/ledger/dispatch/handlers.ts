/** Every verb the ledger answers, beside the use case that answers it. A verb missing here does not compile. */
import type { Input, LedgerVerb, OpeningVerb, Output } from '../../contract/verbs.ts';
import { askApproval, decideApproval, listApprovals, previewApproval } from '../approvals/approvals.ts';
import { liftLocks, unlockClerk } from '../sign-in/clerk-locks.ts';
import { changePassword } from '../sign-in/clerk-passwords.ts';
import {
  addClerk,
  alterClerk,
  disableClerk,
  enableClerk,
  giveOneTimePassword,
  listClerks,
} from '../administration/clerks.ts';
import { close } from '../holder/account-closing.ts';
import { changeContact, correct } from '../holder/holder-changes.ts';
import { acceptClock } from '../day/clock-decision.ts';
import { checkDocument } from '../printing/document-check.ts';
import {
  addLossReference,
  cancelReport,
  correctLossReference,
  findLoss,
  listFees,
  lossesOfVisit,
  lossOutlook,
  reissue,
  reportAtCounter,
} from '../loss/losses.ts';
import { listSettings, setSetting } from '../administration/office-settings.ts';
import { officeStatus } from '../set-up/offices.ts';
import { recoverySheet } from '../set-up/recovery-sheet.ts';
import { preparePaper } from '../loss/paper/papers.ts';
import { giveTime } from '../customer/more-time.ts';
import { enterPin } from '../customer/pin-entry.ts';
import { acknowledgeLoss, beginPinTask, endPinTask, taskAsItStands } from '../customer/pin-tasks.ts';
import { cancelJob, issueToQueue, listQueue, printBytes, settlePrint } from '../printing/print-queue.ts';
import {
  answerName,
  beginIntake,
  checkFile,
  discardIntake,
  endIntake,
  postedBatches,
  postFile,
  refuseFile,
  rejectedOfBatch,
  takeChunk,
  writeFileAnswer,
} from '../month-end/received-files.ts';
import type { Asked } from '../request/asked.ts';
import type { Scope } from '../request/scope.ts';
import { currentSession, lockSession, signIn, signOut, touchSession, unlockSession } from '../sign-in/sessions.ts';
import { prepareStatement, statementPresets } from '../statement/statements.ts';
import { documentExported, exportDocument } from '../printing/document-export.ts';
import { balanceByTelephone, reportByTelephone } from '../telephone/telephone.ts';
import { verifyLedger } from '../verify/verification.ts';
import { worklist } from '../loss/worklist.ts';
import type { OfficeFolder } from './office-folder.ts';
import { currentVisit, finishVisit, judgeNumbers, openVisit, openVisitWithoutCard, reveal } from '../visit/visits.ts';

/** What makes an office, or works on books that are not open, is given the folder itself. */
export interface AskedOfFolder {
  readonly office: OfficeFolder;
  /** For what goes on record in the books as they are; null for what does not. */
  readonly scope: Scope | null;
  readonly operator: string;
}

export type Handlers = {
  readonly [V in LedgerVerb]: (
    asked: V extends OpeningVerb ? AskedOfFolder : Asked<V>,
    input: Input<V>,
  ) => Promise<Output<V>>;
};

export const handlers: Handlers = {
  'office.create': ({ office, operator }, input) => office.create(input, operator),
  'office.restoreFrom': ({ office }, input) => office.restore(input),
  'office.acceptBooks': ({ office, scope }, input) => office.accept(scope, input),
  'ledger.verify': ({ office }) => verifyLedger(office.present, office.shut),
  'office.status': officeStatus,
  'office.recoveryPdf': recoverySheet,
  'session.signIn': signIn,
  'session.current': currentSession,
  'session.lock': lockSession,
  'session.touch': touchSession,
  'session.unlock': unlockSession,
  'session.signOut': signOut,
  'clock.accept': acceptClock,
  'number.judge': judgeNumbers,
  'visit.open': openVisit,
  'visit.openWithoutCard': openVisitWithoutCard,
  'visit.current': currentVisit,
  'visit.finish': finishVisit,
  'visit.reveal': reveal,
  'statement.presets': statementPresets,
  'statement.prepare': prepareStatement,
  'document.check': checkDocument,
  'document.export': exportDocument,
  'document.exported': documentExported,
  'print.issue': issueToQueue,
  'print.bytes': printBytes,
  'print.settle': settlePrint,
  'printQueue.list': listQueue,
  'printQueue.cancel': cancelJob,
  'intake.begin': beginIntake,
  'intake.chunk': takeChunk,
  'intake.end': endIntake,
  'intake.discard': discardIntake,
  'file.check': checkFile,
  'file.post': postFile,
  'file.refuse': refuseFile,
  'file.answerName': answerName,
  'file.writeAnswer': writeFileAnswer,
  'batch.list': postedBatches,
  'batch.rejected': rejectedOfBatch,
  'loss.outlook': lossOutlook,
  'loss.report': reportAtCounter,
  'loss.reportByTelephone': reportByTelephone,
  'balance.byTelephone': balanceByTelephone,
  'loss.find': findLoss,
  'loss.ofVisit': lossesOfVisit,
  'loss.cancel': cancelReport,
  'loss.reissue': reissue,
  'loss.fees': listFees,
  'loss.addReference': addLossReference,
  'loss.correctReference': correctLossReference,
  'loss.worklist': worklist,
  'paper.prepare': preparePaper,
  'customer.beginTask': beginPinTask,
  'customer.task': taskAsItStands,
  'customer.takeEntry': enterPin,
  'customer.takeAcknowledgement': acknowledgeLoss,
  'customer.giveTime': giveTime,
  'customer.endTask': endPinTask,
  'approval.preview': previewApproval,
  'approval.ask': askApproval,
  'approval.list': listApprovals,
  'approval.decide': decideApproval,
  'clerk.unlock': unlockClerk,
  'clerk.liftLocks': liftLocks,
  'clerk.changePassword': changePassword,
  'clerk.list': listClerks,
  'clerk.add': addClerk,
  'clerk.change': alterClerk,
  'clerk.disable': disableClerk,
  'clerk.enable': enableClerk,
  'clerk.giveOneTimePassword': giveOneTimePassword,
  'holder.contact': changeContact,
  'holder.correct': correct,
  'holder.close': close,
  'setting.list': listSettings,
  'setting.set': setSetting,
};

export async function callHandler(
  table: Handlers,
  verb: LedgerVerb,
  asked: Scope | AskedOfFolder,
  input: unknown,
): Promise<unknown> {
  // Proven by the verb's schema and policy before; the compiler cannot follow a verb through the table of handlers.
  const handler = table[verb] as (asked: Scope | AskedOfFolder, input: unknown) => Promise<unknown>;
  return handler(asked, input);
}
