/** The office's keys on paper, for the safe. */
import { localTime } from '../../contract/kernel/dates.ts';
import { RefusalError, type ErrorCode } from '../../contract/kernel/errors.ts';
import { recoveryKeyText } from '../../contract/office/recovery-key.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import { headText } from '../books/anchor/anchor-rules.ts';
import { appendAudit, auditHashAt } from '../books/audit/audit-chain.ts';
import { requireOffice } from '../office/office-rows.ts';
import type { SessionRow } from '../request/session/session-rows.ts';
import type { Scope } from '../request/scope.ts';

/**
 * For a signed-in administrator, or where the office was just set up and nobody has signed in yet; for nobody else
 * (docs/rules.md 5). Overwrites the keys it is given; the sheet itself holds them as text, as it must. Throws
 * RefusalError OFFICE_ABSENT (from the door) when there is none to recover, SIGN_IN_REQUIRED, CLERK_LOCKED,
 * SESSION_LOCKED, NOT_ALLOWED_HERE, KEY_WRONG when the key is not that of the books.
 */
export async function recoverySheet(
  scope: Scope,
  setUpHere: boolean,
  keys: Input<'office.recoveryPdf'>,
): Promise<Output<'office.recoveryPdf'>> {
  try {
    const fault = scope.session === null && setUpHere ? null : faultOf(scope.session);
    if (fault !== null) throw new RefusalError(fault);
    if (!scope.books.keys.areOf(keys.dataKey)) throw new RefusalError('KEY_WRONG');
    return await drawn(scope, keys);
  } finally {
    keys.dataKey.fill(0);
    keys.pinKey.fill(0);
  }
}

async function drawn(
  scope: Scope,
  { dataKey, pinKey }: Input<'office.recoveryPdf'>,
): Promise<Output<'office.recoveryPdf'>> {
  const { recoverySheetPdf } = await import('./recovery-sheet-paper.ts');
  return scope.books.write(async (writing) => {
    const office = await requireOffice(writing);
    const madeAt = { date: new Date(writing.at), local: localTime(writing.at, office.timeZone) };
    const record = { actor: scope.actor, verb: 'office.recoverySheet', subject: office.code, outcome: 'done' };
    const seq = await appendAudit(writing, record);
    const pdf = recoverySheetPdf({
      office,
      recoveryKey: recoveryKeyText(dataKey),
      pinRecoveryKey: recoveryKeyText(pinKey),
      auditHead: headText({ seq, hash: (await auditHashAt(writing, seq)) ?? '' }),
      madeAt,
    });
    return { pdf, fileName: `recovery-sheet-${office.code}.pdf` };
  });
}

function faultOf(session: SessionRow | null): ErrorCode | null {
  if (session === null) return 'SIGN_IN_REQUIRED';
  if (session.clerk.lockedAt !== null) return 'CLERK_LOCKED';
  if (session.lockedAt !== null) return 'SESSION_LOCKED';
  return session.clerk.role === 'administrator' ? null : 'NOT_ALLOWED_HERE';
}
