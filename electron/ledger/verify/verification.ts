/**
 * `verify`: every invariant of the ledger, the database's own check, the audit chain and its anchor (docs/ledger.md 8).
 */
import { sentence } from '../../contract/messages/messages.ts';
import type { Refusal } from '../../contract/kernel/errors.ts';
import { fen } from '../../contract/kernel/money.ts';
import type { VerifyReport } from '../../contract/office/office-views.ts';
import type { AnchorPoint } from '../books/anchor/anchor-rules.ts';
import type { Anchoring } from '../books/anchor/anchoring.ts';
import { auditHashAt } from '../books/audit/audit-chain.ts';
import { booksPath, type Reading } from '../books/books.ts';
import { sealedChecks, type Check } from './book-checks.ts';
import { plainFindingsOf } from './verify-thread.ts';
import type { Ledger } from '../request/scope.ts';

/** @param shut why the books stay shut, for those that can still be read. */
export async function verifyLedger({ books }: Ledger, shut: Refusal | null): Promise<VerifyReport> {
  const { anchoring } = books;
  // Taken before the snapshot, which then holds everything that it names.
  const anchored = anchoring && { point: anchoring.point, fault: anchorFault(anchoring, shut) };
  // It runs on its own connection, in slices or a thread: other requests do not wait for it.
  return books.rehearse(null, async (reading) => {
    const place = { path: booksPath(books.folder), databaseKey: reading.keys.database };
    const { checks: plain, ...totals } = await plainFindingsOf(reading, place);
    const checks = [...plain, ...(await sealedChecks(reading))];
    if (anchored !== null) checks.push(await anchorCheck(reading, anchored));
    return { ok: checks.every(({ ok }) => ok), checks, ...totals, balanceFen: fen(totals.balanceFen) };
  });
}

function anchorFault(anchoring: Anchoring, shut: Refusal | null): string | null {
  return shut === null ? anchoring.faultOnDisk() : sentence('en', shut.code, shut.details);
}

async function anchorCheck(
  reading: Reading,
  { point, fault }: { readonly point: AnchorPoint | null; readonly fault: string | null },
): Promise<Check> {
  const counted = point?.seq ?? 0;
  const held = point === null || (await auditHashAt(reading, point.seq)) === point.hash;
  const detail = fault ?? (held ? null : `record ${counted} is not the one that the anchor names`);
  return detail === null ? { name: 'anchor', ok: true, counted } : { name: 'anchor', ok: false, counted, detail };
}
