/**
 * What a counter changes about a holder, in their visit: contact, and a wrong name, ID number or sex (docs/rules.md 2).
 */
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { Clerk } from '../../contract/office/office-views.ts';
import { readPhone } from '../numbers/phone-number.ts';
import { judgeResidentId } from '../numbers/resident-id.ts';
import { insertDecision } from '../second-person/approval-rows.ts';
import { appendAudit, nextAuditSeq } from '../books/audit/audit-chain.ts';
import type { Writing } from '../books/books.ts';
import type { HolderValues } from '../account/holder-change-rows.ts';
import { requireByAccountId, type HolderAccount } from '../account/holder-rows.ts';
import { correctHolder, updateContact } from '../account/holder-update-rows.ts';
import { officeToday } from '../office/office-rows.ts';
import { requireSession, type Scope } from '../request/scope.ts';
import { typedName } from '../names/typed-name.ts';
import { refuseAgent, useVisit } from '../request/visit/current-visit.ts';

/** Null leaves a value as it is. */
export interface NewContact {
  readonly visitId: string;
  readonly phone: string | null;
  readonly address: string | null;
}

export interface Correction {
  readonly visitId: string;
  readonly name: string | null;
  readonly idNumber: string | null;
  readonly sex: 'male' | 'female' | null;
  /** The document that was seen. */
  readonly document: string;
}

export type ChangedField = keyof HolderValues;

const LONGEST_NAME = 140;

/**
 * Phone and address. The second person stands for the holder's confirmation where no window of theirs is at hand. Answers
 * what changed. Throws RefusalError AGENT_MAY_NOT, PHONE_INVALID or HOLDER_UNCHANGED.
 */
export async function changeContact(
  scope: Scope,
  contact: NewContact,
  second: Clerk,
): Promise<readonly ChangedField[]> {
  return inVisit(scope, contact.visitId, async (writing, holder) => {
    const phone = contact.phone === null ? null : readPhone(contact.phone);
    if (contact.phone !== null && phone === null) throw new RefusalError('PHONE_INVALID');
    const after = changed(holder, { phone: phone ?? holder.phone, address: contact.address ?? holder.address });
    await updateContact(writing, holder, { after, second: second.code, auditSeq: await nextAuditSeq(writing) });
    return record(writing, scope, { verb: 'holder.contact', holder, after, second, visitId: contact.visitId });
  });
}

/**
 * Name, ID number and sex, against the document seen. A sex that the ID number says already is not kept beside it, and a
 * new number brings its own. Answers what changed. Throws RefusalError AGENT_MAY_NOT, NAME_INVALID, ID_NUMBER_INVALID,
 * ID_NUMBER_TAKEN or HOLDER_UNCHANGED.
 */
export async function correct(scope: Scope, correction: Correction, second: Clerk): Promise<readonly ChangedField[]> {
  return inVisit(scope, correction.visitId, async (writing, holder) => {
    const today = await officeToday(writing);
    const judged = judgeResidentId(correction.idNumber ?? holder.idNumber, today);
    if (!judged.ok) throw new RefusalError('ID_NUMBER_INVALID', { fault: judged.fault });
    const name = correction.name === null ? holder.name : newName(correction.name);
    const before = judgeResidentId(holder.idNumber, today);
    const sexBefore = holder.sex ?? (before.ok ? before.sex : '');
    const sexAfter = correction.sex ?? (judged.id === holder.idNumber ? sexBefore : judged.sex);
    const after = changed({ ...holder, sex: sexBefore }, { name, idNumber: judged.id, sex: sexAfter });
    const sex = sexAfter === judged.sex || sexAfter === '' ? null : sexAfter;
    const { document } = correction;
    const auditSeq = await nextAuditSeq(writing);
    await correctHolder(writing, holder, { after, second: second.code, auditSeq, document, sex });
    return record(writing, scope, { verb: 'holder.correct', holder, after, second, visitId: correction.visitId });
  });
}

function newName(text: string): string {
  const name = typedName(text);
  if (name === '' || Array.from(name).length > LONGEST_NAME) throw new RefusalError('INPUT_INVALID', { field: 'name' });
  return name;
}

/** The holder in person, or the guardian of a child, in a visit that is open. */
async function inVisit<T>(
  scope: Scope,
  visitId: string,
  work: (writing: Writing, holder: HolderAccount) => Promise<T>,
): Promise<T> {
  return scope.books.write(async (writing) => {
    const visit = await useVisit(writing, scope, visitId);
    await refuseAgent(writing, visit);
    return work(writing, await requireByAccountId(writing, visit.accountId));
  });
}

type Values = Readonly<Partial<Record<ChangedField, string>>>;

/** The values that differ from those on file. Throws RefusalError HOLDER_UNCHANGED when none does. */
function changed(onFile: { readonly [Field in ChangedField]?: string | null }, wanted: Values): Values {
  const differing = Object.entries(wanted).filter(([field, value]) =>
    Object.entries(onFile).every(([name, held]) => name !== field || held !== value),
  );
  if (differing.length === 0) throw new RefusalError('HOLDER_UNCHANGED');
  return Object.fromEntries(differing);
}

interface Recorded {
  readonly verb: 'holder.contact' | 'holder.correct';
  readonly holder: HolderAccount;
  readonly after: Values;
  readonly second: Clerk;
  readonly visitId: string;
}

async function record(writing: Writing, scope: Scope, recorded: Recorded): Promise<readonly ChangedField[]> {
  const { verb, holder, after, second, visitId } = recorded;
  const { clerk } = requireSession(scope);
  const subject = holder.accountNumber;
  await insertDecision(writing, {
    verb,
    subject,
    requestedBy: clerk.code,
    requestedAt: writing.at,
    decidedBy: second.code,
    outcome: 'approved',
    reason: null,
  });
  // Which fields, never what stood or stands in them: that is sealed in the record of holders.
  const fields = FIELDS.filter((field) => Object.hasOwn(after, field));
  const details = Object.fromEntries(fields.map((field) => [field, true]));
  await appendAudit(writing, {
    actor: clerk.code,
    second: second.code,
    visitId,
    verb,
    subject,
    outcome: 'done',
    details,
  });
  return fields;
}

const FIELDS: readonly ChangedField[] = ['name', 'idNumber', 'sex', 'phone', 'address'];
