/**
 * What a counter changes about a holder, in their visit: contact, and a wrong name, ID number or sex (docs/rules.md 2).
 */
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { ChangedField } from '../../contract/holder/holder-verbs.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import { readPhone } from '../numbers/phone-number.ts';
import { judgeResidentId } from '../numbers/resident-id.ts';
import { nextAuditSeq } from '../books/audit/audit-chain.ts';
import type { Reading } from '../books/books.ts';
import { refuseClosedAccount } from '../account/account-closing-rows.ts';
import { requireByAccountId, type HolderAccount } from '../account/holder-rows.ts';
import { correctHolder, refuseTakenIdNumber, updateContact } from '../account/holder-update-rows.ts';
import { officeToday } from '../office/office-rows.ts';
import type { Asked } from '../request/asked.ts';
import { answeredOnce } from '../request/operations.ts';
import { recordDone } from '../request/record.ts';
import type { Scope } from '../request/scope.ts';
import type { AskedOfSecond } from '../request/second-of-command.ts';
import type { VisitRow } from '../request/visit/visit-rows.ts';
import { recordApproved } from '../second-person/approved-in-place.ts';
import { typedName } from '../names/typed-name.ts';
import { inVisit } from '../request/visit/current-visit.ts';
import { identityAsked } from './holder-asked.ts';

const LONGEST_NAME = 140;

type Values = Readonly<Partial<Record<ChangedField, string>>>;
type Contact = Pick<Input<'holder.contact'>, 'phone' | 'address'>;
type Correction = Pick<Input<'holder.correct'>, 'name' | 'idNumber' | 'sex'>;

/**
 * Phone and address. The second person stands for the holder's confirmation where no window of theirs is at hand. Answers
 * what changed. Throws RefusalError PHONE_INVALID or HOLDER_UNCHANGED.
 */
async function changeContact(
  asked: Asked<'holder.contact'>,
  contact: Input<'holder.contact'>,
): Promise<Output<'holder.contact'>> {
  const inIt = inVisit(asked, async (writing) => {
    const holder = await requireByAccountId(writing, asked.visit.accountId);
    const after = judgedContact(holder, contact);
    const auditSeq = await nextAuditSeq(writing);
    await updateContact(writing, holder, { after, second: asked.second.code, auditSeq });
    await recordApproved(writing, asked, { subject: holder.accountNumber, details: changedDetails(after) });
    return { changed: changedFields(after) };
  });
  return asked.books.write(inIt);
}

/** Phone and address as they would be kept, where they are other ones. Throws RefusalError PHONE_INVALID or HOLDER_UNCHANGED. */
export function judgedContact(holder: HolderAccount, contact: Contact): Values {
  const phone = contact.phone === null ? null : readPhone(contact.phone);
  if (contact.phone !== null && phone === null) throw new RefusalError('PHONE_INVALID');
  return changed(holder, { phone: phone ?? holder.phone, address: contact.address ?? holder.address });
}

/** Name, ID number and sex, against the document seen. Throws what `judgedCorrection` throws, or what the second person lacks. */
async function correct(
  asked: Asked<'holder.correct'>,
  input: Input<'holder.correct'>,
): Promise<Output<'holder.correct'>> {
  const { visit } = asked;
  return answeredOnce(asked, async (writing) => {
    await refuseClosedAccount(writing, visit.accountId);
    const matter = await correctionAsked(writing, asked, visit, input);
    const second = await asked.second.approver(writing, matter);
    const holder = await requireByAccountId(writing, visit.accountId);
    const { after, sex } = await judgedCorrection(writing, holder, input);
    const auditSeq = await nextAuditSeq(writing);
    await correctHolder(writing, holder, { after, second, auditSeq, document: input.document, sex });
    await recordDone(writing, asked, { second, subject: holder.accountNumber, details: changedDetails(after) });
    return { changed: changedFields(after) };
  });
}

/** What a second person is asked for; a correction that cannot be made is not asked for. Throws what `judgedCorrection` throws. */
export async function correctionAsked(
  reading: Reading,
  scope: Scope,
  visit: VisitRow,
  input: Omit<Input<'holder.correct'>, 'operationId' | 'second'>,
): Promise<AskedOfSecond> {
  const holder = await requireByAccountId(reading, visit.accountId);
  const { after } = await judgedCorrection(reading, holder, input);
  return identityAsked(reading, scope, { visit, holder, after }, input);
}

/**
 * What would change, and the sex that is kept beside the number: one that the number says already is not. A new number brings
 * its own sex. Throws RefusalError NAME_INVALID, ID_NUMBER_INVALID, ID_NUMBER_TAKEN or HOLDER_UNCHANGED.
 */
async function judgedCorrection(
  reading: Reading,
  holder: HolderAccount,
  correction: Correction,
): Promise<{ readonly after: Values; readonly sex: HolderAccount['sex'] }> {
  const today = await officeToday(reading);
  const judged = judgeResidentId(correction.idNumber ?? holder.idNumber, today);
  if (!judged.ok) throw new RefusalError('ID_NUMBER_INVALID', { fault: judged.fault });
  await refuseTakenIdNumber(reading, holder, judged.id);
  const name = correction.name === null ? holder.name : newName(correction.name);
  const before = judgeResidentId(holder.idNumber, today);
  const sexBefore = holder.sex ?? (before.ok ? before.sex : '');
  const sexAfter = correction.sex ?? (judged.id === holder.idNumber ? sexBefore : judged.sex);
  const after = changed({ ...holder, sex: sexBefore }, { name, idNumber: judged.id, sex: sexAfter });
  return { after, sex: sexAfter === judged.sex || sexAfter === '' ? null : sexAfter };
}

function newName(text: string): string {
  const name = typedName(text);
  if (name === '' || Array.from(name).length > LONGEST_NAME) throw new RefusalError('INPUT_INVALID', { field: 'name' });
  return name;
}

/** The values that differ from those on file. Throws RefusalError HOLDER_UNCHANGED when none does. */
function changed(onFile: { readonly [Field in ChangedField]?: string | null }, wanted: Values): Values {
  const differing = Object.entries(wanted).filter(([field, value]) =>
    Object.entries(onFile).every(([name, held]) => name !== field || held !== value),
  );
  if (differing.length === 0) throw new RefusalError('HOLDER_UNCHANGED');
  return Object.fromEntries(differing);
}

function changedFields(after: Values): ChangedField[] {
  return FIELDS.filter((field) => Object.hasOwn(after, field));
}

/** For the audit record: which fields, never what stood or stands in them, which is sealed in the record of holders. */
export function changedDetails(after: Values): Readonly<Record<string, true>> {
  return Object.fromEntries(changedFields(after).map((field) => [field, true]));
}

const FIELDS: readonly ChangedField[] = ['name', 'idNumber', 'sex', 'phone', 'address'];

export const holderChangesHandlers = {
  'holder.contact': changeContact,
  'holder.correct': correct,
};
