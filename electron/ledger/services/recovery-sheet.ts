/** The office's keys on paper, for the safe. */
import { localTime } from '../../contract/dates.ts';
import { recoveryKeyText } from '../../contract/recovery-key.ts';
import { RefusalError } from '../../contract/errors.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import { headText } from '../domain/anchor-rules.ts';
import { appendAudit, auditHashAt } from '../storage/audit-chain.ts';
import { requireOffice } from '../storage/office-rows.ts';
import type { Ledger } from './scope.ts';

/**
 * Overwrites the keys it is given; the sheet itself holds them as text, as it must. Throws RefusalError OFFICE_ABSENT (from
 * the door) when there is none to recover, KEY_WRONG when the key is not that of the books.
 */
export async function recoverySheet(
  ledger: Ledger,
  keys: Input<'office.recoveryPdf'>,
): Promise<Output<'office.recoveryPdf'>> {
  try {
    if (!ledger.books.keys.areOf(keys.dataKey)) throw new RefusalError('KEY_WRONG');
    return await drawn(ledger, keys);
  } finally {
    keys.dataKey.fill(0);
    keys.pinKey.fill(0);
  }
}

async function drawn(
  ledger: Ledger,
  { dataKey, pinKey }: Input<'office.recoveryPdf'>,
): Promise<Output<'office.recoveryPdf'>> {
  const { recoverySheetPdf } = await import('../documents/recovery-sheet-pdf.ts');
  return ledger.books.write(async (writing) => {
    const office = await requireOffice(writing);
    const madeAt = { date: new Date(writing.at), local: localTime(writing.at, office.timeZone) };
    const seq = await appendAudit(writing, {
      actor: 'window',
      verb: 'office.recoverySheet',
      subject: office.code,
      outcome: 'done',
    });
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
