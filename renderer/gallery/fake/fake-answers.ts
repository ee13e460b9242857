/**
 * Written by npm run lists from the folders; do not edit.
 * What the fake program answers, of every file here that exports a function named …Answers of the program's state.
 */
import type { TellerVerb } from '../../../electron/contract/verbs.ts';
import { approvalAnswers } from './fake-approvals.ts';
import { auditAnswers } from './fake-audit.ts';
import { clerkAnswers } from './fake-clerks.ts';
import { counterAnswers } from './fake-counters.ts';
import { dayAnswers } from './fake-day.ts';
import { fileAnswers } from './fake-files.ts';
import { healthAnswers } from './fake-health.ts';
import { holderPaperAnswers } from './fake-holder-papers.ts';
import { holderAnswers } from './fake-holder.ts';
import { institutionAnswers } from './fake-institutions.ts';
import { interestAnswers } from './fake-interest.ts';
import { journalAnswers } from './fake-journal.ts';
import { lossAnswers } from './fake-losses.ts';
import { officeAnswers } from './fake-office.ts';
import { onlineAnswers } from './fake-online.ts';
import { overviewAnswers } from './fake-overview.ts';
import { pinAnswers } from './fake-papers.ts';
import { serverAnswers } from './fake-server.ts';
import { settingsAnswers } from './fake-settings.ts';
import { visitAnswers, documentAnswers, queueAnswers } from './fake-visit.ts';
import type { FakeState } from './fake-state.ts';
import type { Answers } from './fake-wire.ts';

export function answersOf(state: FakeState): Partial<Answers<TellerVerb>> {
  return {
    ...approvalAnswers(state),
    ...auditAnswers(state),
    ...clerkAnswers(state),
    ...counterAnswers(state),
    ...dayAnswers(state),
    ...fileAnswers(state),
    ...healthAnswers(state),
    ...holderPaperAnswers(state),
    ...holderAnswers(state),
    ...institutionAnswers(state),
    ...interestAnswers(state),
    ...journalAnswers(state),
    ...lossAnswers(state),
    ...officeAnswers(state),
    ...onlineAnswers(state),
    ...overviewAnswers(state),
    ...pinAnswers(state),
    ...serverAnswers(state),
    ...settingsAnswers(state),
    ...visitAnswers(state),
    ...documentAnswers(state),
    ...queueAnswers(state),
  };
}
