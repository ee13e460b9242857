/** `verify`: every invariant of the ledger, the database's own check, the audit chain (DESIGN.md 4). */
import { fen } from '../../contract/money.ts';
import type { VerifyReport } from '../../contract/views.ts';
import { bookTotals, runChecks } from '../storage/verify-checks.ts';
import type { Ledger } from './scope.ts';

export async function verifyLedger(ledger: Ledger): Promise<VerifyReport> {
  return ledger.books.read(async (reading) => {
    const checks = await runChecks(reading);
    const totals = bookTotals(reading);
    return { ok: checks.every(({ ok }) => ok), checks, ...totals, balanceFen: fen(totals.balanceFen) };
  });
}
