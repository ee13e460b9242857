/** What a refusal leaves behind: an audit record. What it counts towards was counted before it was answered. */
import type { ErrorCode, RefusalError } from '../../contract/errors.ts';
import { appendAudit } from '../storage/audit-chain.ts';
import { readOffice } from '../storage/office-rows.ts';
import { CountedRefusal } from './counted-guess.ts';
import type { Scope } from './scope.ts';

/** A try that was not judged says nothing, and a flood of them would fill the record. */
const NOT_JUDGED: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['PASSWORD_TOO_SOON']);

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
    await appendAudit(writing, {
      actor: scope.actor,
      visitId,
      verb,
      outcome: code,
      details: locked === null ? details : { ...details, locked },
    });
  });
}
