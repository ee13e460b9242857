/** The month-end allocation: checked whole in a snapshot, then every good line credited in steps (docs/ledger.md 12). */
import { fen } from '../../../contract/kernel/money.ts';
import type { FileSource } from '../../intake/file-source.ts';
import { IntakeRefusal } from '../../intake/intake-fault.ts';
import { scratchFile } from '../../books/scratch-file.ts';
import { readSettings } from '../../office/office-rows.ts';
import { LongWork } from '../../request/long-work.ts';
import type { Ledger } from '../../request/scope.ts';
import { faultOf, hashedSource, unreadableFile, type BatchRun, type PostingOrder } from '../posting-order.ts';
import { postChecked } from '../posted-in-steps.ts';
import { AllocationSteps } from './allocation-steps.ts';
import { checkStaged, nothingAccepted, refusedRun, stageLines } from './checked-allocation.ts';
import { AllocationStage } from './staging/allocation-staging.ts';

/**
 * Checks the file (`order` null) or posts it. Whole-file reasons come back in the run, first that applies: FF01, DU01,
 * AM18, AM10, NO_GOOD_LINE (docs/formats.md 3). Throws RefusalError OPERATION_CANCELLED, POSTING_WAITS and what the disk
 * may refuse.
 */
export async function runAllocation(
  ledger: Ledger,
  file: FileSource,
  order: PostingOrder | null,
  operationId: string | null,
): Promise<BatchRun> {
  const work = new LongWork(ledger, operationId);
  const source = hashedSource(file);
  const scratch = scratchFile(ledger.folder);
  const stage = new AllocationStage(scratch.path, ledger.books.keys);
  try {
    const { allocationCeiling } = await ledger.books.read(readSettings);
    const ceilingFen = fen(allocationCeiling);
    const staged = await stageLines(source, stage, ceilingFen, work);
    const checked = await ledger.books.rehearse(scratch.path, (rehearsing) => checkStaged(rehearsing, staged, work));
    if (order === null || checked.run.fileReason !== null) return checked.run;
    return await postChecked(
      ledger,
      order,
      {
        run: checked.run,
        source,
        lines: staged.total,
        sumFen: staged.summary.sumFen,
        ceilingFen,
        prepared: new AllocationSteps(ledger.postings.books, scratch, checked, []),
        duplicate: () => refusedRun(staged, 'DU01'),
      },
      { work, operationId },
    );
  } catch (error) {
    if (error instanceof IntakeRefusal) return unreadableRun(error);
    throw error;
  } finally {
    await stage.abandon();
    scratch.remove();
  }
}

/** What cannot even be read: FF01 with the place. A file the disk does not give is no answer about the file. */
function unreadableRun({ fault }: IntakeRefusal): BatchRun {
  if (fault.code === 'FILE_UNREADABLE') throw unreadableFile(fault);
  const header = { kind: 'allocation', batch: '', declaredCount: null, declaredFen: null } as const;
  return { ...header, ...nothingAccepted(), fileReason: 'FF01', fault: faultOf(fault), notes: [] };
}
