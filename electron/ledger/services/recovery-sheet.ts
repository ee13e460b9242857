/** The office's keys on paper, for the safe. */
import { localTime } from '../../contract/dates.ts';
import { recoveryKeyText } from '../../contract/recovery-key.ts';
import type { Output } from '../../contract/verbs.ts';
import { appendAudit } from '../storage/audit-chain.ts';
import { requireOffice } from '../storage/office-rows.ts';
import type { Ledger } from './scope.ts';

/** Throws RefusalError OFFICE_ABSENT (from the door) when there is none to recover. */
export async function recoverySheet(
  ledger: Ledger,
  dataKey: string,
  pinKey: string,
): Promise<Output<'office.recoveryPdf'>> {
  const { recoverySheetPdf } = await import('../documents/recovery-sheet-pdf.ts');
  return ledger.books.write(async (writing) => {
    const office = await requireOffice(writing);
    const madeAt = { date: new Date(writing.at), local: localTime(writing.at, office.timeZone) };
    const pdf = recoverySheetPdf({
      office,
      recoveryKey: recoveryKeyText(dataKey),
      pinRecoveryKey: recoveryKeyText(pinKey),
      madeAt,
    });
    await appendAudit(writing, {
      actor: 'window',
      verb: 'office.recoverySheet',
      subject: office.code,
      outcome: 'done',
    });
    return { pdf, fileName: `recovery-sheet-${office.code}.pdf` };
  });
}
