/** What a refusal leaves behind: an audit record. What it counts towards was counted before it was answered. */
import { RefusalError, type ErrorCode } from '../../contract/kernel/errors.ts';
import { policyOf, type LedgerVerb } from '../../contract/verbs.ts';
import { appendAudit } from '../books/audit/audit-chain.ts';
import { diskRefusal } from '../books/books-refusal.ts';
import { readOffice } from '../office/office-rows.ts';
import { CountedRefusal } from '../request/clerk/counted-guess.ts';
import type { Scope } from '../request/scope.ts';
import { endIdleVisit } from '../request/visit/visit-idle.ts';

/** A try that was not judged says nothing, and a flood of them would fill the record. */
const NOT_JUDGED: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['PASSWORD_TOO_SOON', 'ONLINE_TOO_MANY']);

/** A refusal is recorded whatever the clock says. */
const EVEN_BEHIND = { whileBehind: true } as const;

/** Damage on the disk is recorded, also when a question finds it. */
const ALWAYS_RECORDED: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'FILE_UNREADABLE',
  'WORK_FILE_DAMAGED',
  'DATABASE_DAMAGED',
]);

/** Does the refusal of this verb go on record? */
export function isRecorded(verb: LedgerVerb, code: ErrorCode): boolean {
  return ALWAYS_RECORDED.has(code) || policyOf(verb).record.refused;
}

/** Records a refused command in a transaction of its own; the refused one was undone. */
export async function recordRefusal(
  scope: Scope,
  verb: string,
  error: RefusalError,
  visitId: string | null,
): Promise<void> {
  const { code, details } = error.refusal;
  if (NOT_JUDGED.has(code)) return;
  const locked = error instanceof CountedRefusal ? error.locked : null;
  await scope.books.write(async (writing) => {
    if ((await readOffice(writing)) === null) return;
    if (code === 'VISIT_ENDED' && visitId !== null) await endIdleVisit(writing, visitId);
    await appendAudit(writing, {
      actor: scope.actor,
      visitId,
      verb,
      outcome: code,
      details: locked === null ? details : { ...details, locked },
    });
  }, EVEN_BEHIND);
}

/** The refusal that answers a request; an unexpected error is thrown on and ends the process. */
export function refusalOf(error: unknown): RefusalError {
  const refusal = error instanceof RefusalError ? error : diskRefusal(error);
  if (refusal === null) throw error;
  return refusal;
}
