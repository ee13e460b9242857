/** A new phone and address, shown to the holder at their own window: their yes is what changes them (docs/rules.md 2). */
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { PinTask } from '../../contract/loss/loss-views.ts';
import { requireByAccountId, type HolderAccount } from '../account/holder-rows.ts';
import { updateContact } from '../account/holder-update-rows.ts';
import { appendAudit, nextAuditSeq } from '../books/audit/audit-chain.ts';
import type { AuditRecord } from '../books/audit/audit-row.ts';
import type { Writing } from '../books/books.ts';
import { changedDetails, judgedContact } from '../holder/holder-changes.ts';

type Contact = NonNullable<PinTask['contact']>;

/** What the holder is shown: what will stand, where it is another one. Throws RefusalError PHONE_INVALID or HOLDER_UNCHANGED. */
export function contactToConfirm(holder: HolderAccount, contact: Contact | undefined): Contact {
  if (contact === undefined) throw new RefusalError('INPUT_INVALID', { field: 'contact' });
  const { phone = null, address = null } = judgedContact(holder, contact);
  return { phone, address };
}

/**
 * The holder has read it and says that it is right; `record` is that of their task. Throws RefusalError HOLDER_UNCHANGED where it
 * was changed meanwhile.
 */
export async function changeToConfirmed(
  writing: Writing,
  { accountId, contact }: { readonly accountId: number; readonly contact: Contact },
  record: AuditRecord,
): Promise<void> {
  const holder = await requireByAccountId(writing, accountId);
  const after = judgedContact(holder, contact);
  await updateContact(writing, holder, { after, second: null, auditSeq: await nextAuditSeq(writing) });
  const details = { ...changedDetails(after), confirmed: 'holder' };
  await appendAudit(writing, { ...record, subject: holder.accountNumber, details });
}
