/** Making an office, and saying which one is open. */
import { localTime, OFFICE_TIME_ZONE, type Instant } from '../../contract/kernel/dates.ts';
import { demoOffice } from '../../contract/office/demo-office.ts';
import { accepted, refused, RefusalError, type Reply } from '../../contract/kernel/errors.ts';
import type { NewOffice } from '../../contract/office/office-verbs.ts';
import type { Input, LedgerVerb, Output } from '../../contract/verbs.ts';
import { NO_OFFICE } from '../../contract/office/no-office.ts';
import type { Office, OfficeStatus } from '../../contract/office/office-views.ts';
import { pastDayOpen } from '../office/office-clock-rules.ts';
import { weakPassword } from '../request/clerk/password-rules.ts';
import { authorisers, FEWEST_AUTHORISERS } from '../second-person/second-person-rules.ts';
import { appendAudit, newestRecordTime, nextAuditSeq } from '../books/audit/audit-chain.ts';
import { insertClerk } from '../request/clerk/clerk-rows.ts';
import { insertOffice, readOffice, readTextSettings } from '../office/office-rows.ts';
import { fillDemoOffice } from '../demo/demo-filling.ts';
import { hashPassword } from '../request/clerk/passwords.ts';
import type { Ledger } from '../request/scope.ts';
import { typedName } from '../names/typed-name.ts';

async function officeStatus(ledger: Ledger): Promise<OfficeStatus> {
  return ledger.books.read(async (reading) => {
    const found = await readOffice(reading);
    if (found === null) return NO_OFFICE;
    const { businessDate, ...office } = found;
    const demoClerks = office.demo ? demoOffice.clerks : [];
    const behind = ledger.books.clockBehind();
    const { timeZone } = office;
    const clockBehind = behind && {
      last: localTime(behind.lastCommit, timeZone),
      clock: localTime(behind.clock, timeZone),
    };
    const { bankName } = await readTextSettings(reading);
    const { at } = reading;
    const backupFault = ledger.backups?.fault(timeZone) ?? null;
    const told = { clockBehind, at, demoClerks, ...(backupFault === null ? {} : { backupFault }) };
    return { office, bankName, businessDate, pastDayOpen: pastDayOpen(found, at), ...told };
  });
}

/**
 * Makes the office in books just created: its row, its clerks, and for the demo office its 13 months.
 * Throws RefusalError AUTHORISERS_TOO_FEW, PASSWORD_WEAK, OFFICE_EXISTS, OPENING_DATE_AHEAD.
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
  const office: Office = { officeId, code, name, timeZone: OFFICE_TIME_ZONE, openingDate, demo, livesBy };
  await insertAll(ledger, office, input, actor);
  if (demoFolder !== null) await fillDemoOffice(ledger, demoFolder);
  return { office, clerks: input.clerks };
}

async function insertAll(ledger: Ledger, office: Office, { clerks }: NewOffice, actor: string): Promise<void> {
  if (authorisers(clerks) < FEWEST_AUTHORISERS) throw new RefusalError('AUTHORISERS_TOO_FEW');
  for (const { code, name, password } of clerks) {
    const rule = weakPassword(password, [name, code, office.name, office.code]);
    if (rule !== null) throw new RefusalError('PASSWORD_WEAK', { rule });
  }
  const hashed = await Promise.all(
    clerks.map(async (clerk) => ({
      ...clerk,
      name: typedName(clerk.name),
      passwordHash: await hashPassword(clerk.password),
    })),
  );
  await ledger.books.write(async (writing) => {
    if ((await readOffice(writing)) !== null) throw new RefusalError('OFFICE_EXISTS');
    refuseOpeningAhead(office, writing.at);
    await insertOffice(writing, office);
    const subject = office.code;
    const details = { demo: office.demo, livesBy: office.livesBy };
    const auditSeq = await appendAudit(writing, { actor, verb: 'office.create', subject, outcome: 'done', details });
    ledger.books.anchoring?.newLineage(auditSeq);
    for (const clerk of hashed) {
      await insertClerk(writing, { ...clerk, oneTime: false }, await nextAuditSeq(writing));
      const details = { role: clerk.role };
      await appendAudit(writing, { actor, verb: 'clerk.create', subject: clerk.code, outcome: 'done', details });
    }
  });
}

/** The calendar reaches the first day of business by itself; an office by its books begins where it is told. */
function refuseOpeningAhead({ livesBy, openingDate, timeZone }: Office, at: Instant): void {
  const today = localTime(at, timeZone).slice(0, 10);
  if (livesBy === 'calendar' && openingDate > today)
    throw new RefusalError('OPENING_DATE_AHEAD', { date: openingDate, today });
}

/**
 * Restored books go on under a lineage of their own, with an anchor of their own. Where newer books were worked in before,
 * they stay shut unless the recovery key was typed. Throws RefusalError BACKUP_DAMAGED without an office in them.
 */
export async function adoptRestored(
  { books }: Ledger,
  recoveryKeyTyped: boolean,
): Promise<Output<'office.restoreFrom'>> {
  const found = await books.read(readOffice);
  if (found === null) throw new RefusalError('BACKUP_DAMAGED', { verdict: 'no office' });
  const { businessDate, ...office } = found;
  const madeAt = localTime((await books.read(newestRecordTime)) ?? books.clock(), office.timeZone).slice(0, 16);
  const recordsBehind = books.anchoring?.aheadElsewhere() ?? 0;
  const lacking = books.anchoring?.lacking() ?? null;
  const staysShut = lacking !== null && !recoveryKeyTyped;
  await books.write(
    async (writing) => {
      const auditSeq = await appendAudit(writing, {
        actor: 'operator',
        verb: 'office.restore',
        subject: office.code,
        outcome: 'done',
        details: { businessDate, recordsBehind, recoveryKeyTyped, ...lacking },
      });
      books.anchoring?.newLineage(auditSeq);
    },
    { whileBehind: true },
  );
  if (!staysShut) books.anchoring?.begin();
  return { ...office, madeAt, recordsBehind, staysShut };
}

/** Before an office is made only the question whether there is one has an answer. */
export function officeAbsent(verb: LedgerVerb): Reply<unknown> {
  if (verb === 'office.status') return accepted(NO_OFFICE);
  return verb === 'session.current' ? accepted(null) : refused('OFFICE_ABSENT');
}

export const officesHandlers = {
  'office.status': officeStatus,
};
