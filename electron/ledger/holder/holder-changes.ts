/**
 * What a counter changes about a holder, in their visit: contact, and a wrong name, ID number or sex (docs/rules.md 2).
 */
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { ChangedField } from '../../contract/holder/holder-verbs.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import { readPhone } from '../numbers/phone-number.ts';
import { judgeResidentId } from '../numbers/resident-id.ts';
import { nextAuditSeq } from '../books/audit/audit-chain.ts';
import type { Writing } from '../books/books.ts';
import { requireByAccountId, type HolderAccount } from '../account/holder-rows.ts';
import { correctHolder, updateContact } from '../account/holder-update-rows.ts';
import { officeToday } from '../office/office-rows.ts';
import type { Asked } from '../request/asked.ts';
import { recordApproved } from '../second-person/approved-in-place.ts';
import { typedName } from '../names/typed-name.ts';
import { inVisit } from '../request/visit/current-visit.ts';

const LONGEST_NAME = 140;

/**
 * Phone and address. The second person stands for the holder's confirmation where no window of theirs is at hand. Answers
 * what changed. Throws RefusalError PHONE_INVALID or HOLDER_UNCHANGED.
 */
async function changeContact(
  asked: Asked<'holder.contact'>,
  contact: Input<'holder.contact'>,
): Promise<Output<'holder.contact'>> {
  const { second } = asked;
  return ofHolder(asked, async (writing, holder) => {
    const phone = contact.phone === null ? null : readPhone(contact.phone);
    if (contact.phone !== null && phone === null) throw new RefusalError('PHONE_INVALID');
    const after = changed(holder, { phone: phone ?? holder.phone, address: contact.address ?? holder.address });
    await updateContact(writing, holder, { after, second: second.code, auditSeq: await nextAuditSeq(writing) });
    return { changed: await record(writing, asked, holder, after) };
  });
}

/**
 * Name, ID number and sex, against the document seen. A sex that the ID number says already is not kept beside it, and a
 * new number brings its own. Answers what changed. Throws RefusalError NAME_INVALID, ID_NUMBER_INVALID,
 * ID_NUMBER_TAKEN or HOLDER_UNCHANGED.
 */
async function correct(
  asked: Asked<'holder.correct'>,
  correction: Input<'holder.correct'>,
): Promise<Output<'holder.correct'>> {
  const { second } = asked;
  return ofHolder(asked, async (writing, holder) => {
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
    return { changed: await record(writing, asked, holder, after) };
  });
}

function newName(text: string): string {
  const name = typedName(text);
  if (name === '' || Array.from(name).length > LONGEST_NAME) throw new RefusalError('INPUT_INVALID', { field: 'name' });
  return name;
}

/** The work on the holder of a visit that goes on. */
function ofHolder<T>(
  asked: Asked<'holder.contact' | 'holder.correct'>,
  work: (writing: Writing, holder: HolderAccount) => Promise<T>,
): Promise<T> {
  const inIt = inVisit(asked, async (writing) =>
    work(writing, await requireByAccountId(writing, asked.visit.accountId)),
  );
  return asked.books.write(inIt);
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

async function record(
  writing: Writing,
  asked: Asked<'holder.contact' | 'holder.correct'>,
  holder: HolderAccount,
  after: Values,
): Promise<ChangedField[]> {
  const subject = holder.accountNumber;
  // Which fields, never what stood or stands in them: that is sealed in the record of holders.
  const fields = FIELDS.filter((field) => Object.hasOwn(after, field));
  await recordApproved(writing, asked, { subject, details: Object.fromEntries(fields.map((field) => [field, true])) });
  return fields;
}

const FIELDS: readonly ChangedField[] = ['name', 'idNumber', 'sex', 'phone', 'address'];

export const holderChangesHandlers = {
  'holder.contact': changeContact,
  'holder.correct': correct,
};
