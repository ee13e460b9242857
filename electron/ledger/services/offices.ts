/** Making an office, and saying which one is open. */
import { demoOffice } from '../../contract/demo-office.ts';
import { RefusalError } from '../../contract/errors.ts';
import type { NewOffice } from '../../contract/office-verbs.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import type { Office, OfficeStatus } from '../../contract/views.ts';
import { pastDayOpen } from '../domain/office-clock.ts';
import { appendAudit, nextAuditSeq } from '../storage/audit-chain.ts';
import { insertClerk } from '../storage/clerk-rows.ts';
import { insertOffice, readOffice } from '../storage/office-rows.ts';
import { writeSidecar } from '../storage/data-folder.ts';
import { fillDemoOffice } from './demo-filling.ts';
import { hashPassword } from './passwords.ts';
import type { Ledger } from './scope.ts';

const TIME_ZONE = 'Asia/Shanghai';

/** Before an office is made. */
export const NO_OFFICE: OfficeStatus = { office: null, businessDate: null, pastDayOpen: null, demoClerks: [] };

export async function officeStatus(ledger: Ledger): Promise<OfficeStatus> {
  return ledger.books.read(async (reading) => {
    const found = await readOffice(reading);
    if (found === null) return NO_OFFICE;
    const { businessDate, ...office } = found;
    const demoClerks = office.demo ? demoOffice.clerks : [];
    return { office, businessDate, pastDayOpen: pastDayOpen(found, reading.at), demoClerks };
  });
}

/**
 * Makes the office in books just created: its row, its clerks, and for the demo office its 13 months. The note in the
 * folder is written last: a folder without it holds no office. Throws RefusalError OFFICE_EXISTS.
 */
export async function createOffice(
  ledger: Ledger,
  officeId: string,
  input: Input<'office.create'>,
  actor: string,
): Promise<Output<'office.create'>> {
  const { name, code, openingDate, demoFolder } = input;
  const demo = demoFolder !== null;
  const livesBy = input.livesBy ?? (demo ? 'books' : 'calendar');
  const office: Office = { officeId, code, name, timeZone: TIME_ZONE, openingDate, demo, livesBy };
  await insertAll(ledger, office, input, actor);
  if (demoFolder !== null) await fillDemoOffice(ledger, demoFolder);
  writeSidecar(ledger.folder, { officeId, code, name });
  return { office, clerks: input.clerks };
}

async function insertAll(ledger: Ledger, office: Office, { clerks }: NewOffice, actor: string): Promise<void> {
  const hashed = await Promise.all(
    clerks.map(async (clerk) => ({ ...clerk, passwordHash: await hashPassword(clerk.password) })),
  );
  await ledger.books.write(async (writing) => {
    if ((await readOffice(writing)) !== null) throw new RefusalError('OFFICE_EXISTS');
    await insertOffice(writing, office);
    const subject = office.code;
    await appendAudit(writing, {
      actor,
      verb: 'office.create',
      subject,
      outcome: 'done',
      details: { demo: office.demo, livesBy: office.livesBy },
    });
    for (const clerk of hashed) {
      await insertClerk(writing, clerk, await nextAuditSeq(writing));
      const details = { role: clerk.role };
      await appendAudit(writing, { actor, verb: 'clerk.create', subject: clerk.code, outcome: 'done', details });
    }
  });
}

/** The office found in restored books gets its note in the folder. Throws RefusalError BACKUP_DAMAGED without one. */
export async function adoptRestored(ledger: Ledger): Promise<Office> {
  const found = await ledger.books.read(readOffice);
  if (found === null) throw new RefusalError('BACKUP_DAMAGED', { verdict: 'no office' });
  const { businessDate: _, ...office } = found;
  const { officeId, code, name } = office;
  await ledger.books.write((writing) =>
    appendAudit(writing, { actor: 'operator', verb: 'office.restore', subject: code, outcome: 'done' }),
  );
  writeSidecar(ledger.folder, { officeId, code, name });
  return office;
}
