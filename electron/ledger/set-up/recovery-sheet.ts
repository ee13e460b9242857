/** The office's keys on paper, for the safe. */
import { RefusalError } from '../../contract/kernel/errors.ts';
import { recoveryKeyText } from '../../contract/office/recovery-key.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import { headText } from '../books/anchor/anchor-rules.ts';
import { auditHashAt } from '../books/audit/audit-chain.ts';
import { officeTime } from '../office/office-clock-rules.ts';
import { requireOffice } from '../office/office-rows.ts';
import type { Asked } from '../request/asked.ts';
import { recordDone } from '../request/record.ts';

/**
 * For a signed-in administrator, or where the office was just set up and nobody has signed in yet; for nobody else
 * (docs/rules.md 5). The door overwrites the keys of the request; the sheet itself holds them as text, as it must. Throws
 * RefusalError KEY_WRONG when the key is not that of the books.
 */
async function recoverySheet(
  asked: Asked<'office.recoveryPdf'>,
  keys: Input<'office.recoveryPdf'>,
): Promise<Output<'office.recoveryPdf'>> {
  if (!asked.books.keys.areOf(keys.dataKey)) throw new RefusalError('KEY_WRONG');
  return drawn(asked, keys);
}

async function drawn(
  asked: Asked<'office.recoveryPdf'>,
  { dataKey, pinKey }: Input<'office.recoveryPdf'>,
): Promise<Output<'office.recoveryPdf'>> {
  const { recoverySheetPdf } = await import('./recovery-sheet-paper.ts');
  return asked.books.write(async (writing) => {
    const office = await requireOffice(writing);
    const madeAt = { date: new Date(writing.at), local: officeTime(office, writing.at) };
    const seq = await recordDone(writing, asked, { subject: office.code });
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

export const recoverySheetHandlers = {
  'office.recoveryPdf': recoverySheet,
};
