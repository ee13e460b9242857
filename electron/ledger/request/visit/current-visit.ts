/** The visit a request names, and what its holder or agent may do (docs/rules.md 2). */
import type { BusinessDate } from '../../../contract/kernel/dates.ts';
import { RefusalError } from '../../../contract/kernel/errors.ts';
import { judgeResidentId } from '../../numbers/resident-id.ts';
import { GUARDIAN_AGE } from './visit-rules.ts';
import type { Reading, Writing } from '../../books/books.ts';
import { requireByAccountId } from '../../account/holder-rows.ts';
import { officeToday, readSettings } from '../../office/office-rows.ts';
import { findVisit, touchVisit, type VisitRow } from './visit-rows.ts';
import { requireSession, type Scope } from '../scope.ts';
import { idleEnd } from './visit-idle.ts';

/** The facts in an ID number on file. Throws when it is none: the register has let only sound ones in. */
export function requireSound(idNumber: string, today: BusinessDate) {
  const id = judgeResidentId(idNumber, today);
  if (!id.ok) throw new Error('a registered holder has an invalid ID number');
  return id;
}

/**
 * An agent may print, report a card lost and ask the balance, and nothing else; the guardian of a child under 16 acts for
 * the child (docs/rules.md 2). Throws RefusalError AGENT_MAY_NOT.
 */
export async function refuseAgent(reading: Reading, visit: VisitRow): Promise<void> {
  if (visit.agent === null) return;
  const today = await officeToday(reading);
  const { idNumber } = await requireByAccountId(reading, visit.accountId);
  if (requireSound(idNumber, today).age >= GUARDIAN_AGE) throw new RefusalError('AGENT_MAY_NOT');
}

/** Throws RefusalError VISIT_REQUIRED. */
export async function requireVisitRow(reading: Reading, id: string): Promise<VisitRow> {
  const visit = await findVisit(reading, id);
  if (visit === null) throw new RefusalError('VISIT_REQUIRED');
  return visit;
}

/** The session's own visit, ended or not. Throws RefusalError VISIT_REQUIRED. */
export async function requireOwnVisit(reading: Reading, scope: Scope, visitId: string): Promise<VisitRow> {
  const visit = await requireVisitRow(reading, visitId);
  if (visit.sessionHash !== requireSession(scope).hash) throw new RefusalError('VISIT_REQUIRED');
  return visit;
}

/**
 * The visit a command names: it must be this session's and still going on. Throws RefusalError VISIT_REQUIRED or
 * VISIT_ENDED.
 */
export async function requireVisit(reading: Reading, scope: Scope, visitId: string): Promise<VisitRow> {
  const visit = await requireOwnVisit(reading, scope, visitId);
  const ended = visit.endedAt !== null || reading.at >= idleEnd(visit, await readSettings(reading));
  if (ended) throw new RefusalError('VISIT_ENDED');
  return visit;
}

/** Like `requireVisit`, for commands: what is done in a visit keeps it going. */
export async function useVisit(writing: Writing, scope: Scope, visitId: string): Promise<VisitRow> {
  const visit = await requireVisit(writing, scope, visitId);
  await touchVisit(writing, visitId);
  return visit;
}

/** The work of a command in its visit: the visit still goes on as its transaction begins, and is kept going by it. */
export function inVisit<T>(scope: Scope, work: (writing: Writing) => Promise<T>): (writing: Writing) => Promise<T> {
  return async (writing) => {
    if (scope.visit !== null) await useVisit(writing, scope, scope.visit.id);
    return work(writing);
  };
}

/** The visit proven before a transaction still goes on in it. Throws RefusalError VISIT_ENDED. */
export async function refuseVisitOver(reading: Reading, scope: Scope): Promise<void> {
  if (scope.visit !== null) await requireVisit(reading, scope, scope.visit.id);
}
