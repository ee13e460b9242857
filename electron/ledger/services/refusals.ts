/** What a refusal leaves behind: an audit record, and what it counts towards (RULES.md 2). */
import type { Instant } from '../../contract/dates.ts';
import type { Refusal } from '../../contract/errors.ts';
import { appendAudit } from '../storage/audit-chain.ts';
import type { Writing } from '../storage/books.ts';
import { countMismatch, countWrongPassword } from '../storage/clerk-rows.ts';
import { readOffice, readSettings } from '../storage/office-rows.ts';
import type { Scope } from './scope.ts';
import { countWrongTelephonePassword } from './telephone.ts';

const MILLISECONDS_A_MINUTE = 60_000;

/** Records a refused command in a transaction of its own; the refused one was undone. */
export async function recordRefusal(
  scope: Scope,
  verb: string,
  refusal: Refusal,
  visitId: string | null,
): Promise<void> {
  await scope.books.write(async (writing) => {
    if ((await readOffice(writing)) === null) return;
    const locked = await countAgainst(writing, scope, refusal);
    await appendAudit(writing, {
      actor: scope.actor,
      visitId,
      verb,
      outcome: refusal.code,
      details: locked === null ? refusal.details : { ...refusal.details, locked },
    });
  });
}

/** The code of the clerk whom this refusal locked, null when nobody. */
async function countAgainst(writing: Writing, scope: Scope, refusal: Refusal): Promise<string | null> {
  const settings = await readSettings(writing);
  if (refusal.code === 'SIGN_IN_FAILED' || refusal.code === 'SECOND_PERSON_FAILED') {
    const code = String(refusal.details['clerkCode'] ?? '');
    return (await countWrongPassword(writing, code, settings.passwordTries)) ? code : null;
  }
  if (refusal.code === 'TELEPHONE_PASSWORD_WRONG') {
    await countWrongTelephonePassword(writing, String(refusal.details['account'] ?? ''), scope.actor);
    return null;
  }
  // A guessed report number or caller counts like a guessed card.
  if ((refusal.code === 'PAIR_MISMATCH' || refusal.code === 'LOSS_UNKNOWN') && scope.session !== null) {
    const { code } = scope.session.clerk;
    const since = (writing.at - settings.mismatchMinutes * MILLISECONDS_A_MINUTE) as Instant;
    return (await countMismatch(writing, code, { since, limit: settings.mismatchLimit })) ? code : null;
  }
  return null;
}
