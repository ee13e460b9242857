/** New passwords of clerks: the owner's own, and one-time ones that others give (docs/rules.md 5). */
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import { PASSWORDS_REMEMBERED, weakPassword } from '../request/clerk/password-rules.ts';
import { nextAuditSeq } from '../books/audit/audit-chain.ts';
import type { Reading } from '../books/books.ts';
import { earlierPasswords, findClerk, setPassword, type ClerkRow } from '../request/clerk/clerk-rows.ts';
import { requireOffice } from '../office/office-rows.ts';
import { AT_SIGN_IN, proveClerk } from '../request/clerk/password-proof.ts';
import { hashPassword, passwordMatches } from '../request/clerk/passwords.ts';
import type { Asked } from '../request/asked.ts';
import { recordDone } from '../request/record.ts';

/** Throws what proveClerk throws, PASSWORD_WEAK with its rule. */
async function changePassword(
  asked: Asked<'clerk.changePassword'>,
  { clerkCode, password, newPassword }: Input<'clerk.changePassword'>,
): Promise<Output<'clerk.changePassword'>> {
  const proven = await proveClerk(asked, { clerkCode, password }, AT_SIGN_IN, async (writing, clerk) => ({
    clerk,
    guessable: await guessableTextsOf(writing, clerk),
    known: [clerk.passwordHash, ...(await earlierPasswords(writing, clerkCode, PASSWORDS_REMEMBERED - 1))],
  }));
  const { clerk } = proven;
  const rule = weakPassword(newPassword, proven.guessable);
  if (rule !== null) throw new RefusalError('PASSWORD_WEAK', { rule });
  for (const hash of proven.known)
    if (await passwordMatches(newPassword, hash)) throw new RefusalError('PASSWORD_WEAK', { rule: 'password-reused' });
  const passwordHash = await hashPassword(newPassword);
  await asked.books.write(async (writing) => {
    const present = await findClerk(writing, clerkCode);
    // Somebody gave the clerk another one while this one was judged.
    if (present?.passwordHash !== clerk.passwordHash) throw new RefusalError('SIGN_IN_FAILED', { clerkCode });
    await setPassword(writing, clerk, { passwordHash, oneTime: false }, await nextAuditSeq(writing));
    const record = { subject: clerkCode, details: { role: present.role } };
    await recordDone(writing, { ...asked, actor: clerkCode }, record);
  });
  return {};
}

/** What a clerk's password must not be made of. */
async function guessableTextsOf(reading: Reading, { code, name }: ClerkRow): Promise<string[]> {
  const office = await requireOffice(reading);
  return [name, code, office.name, office.code];
}

export const clerkPasswordsHandlers = {
  'clerk.changePassword': changePassword,
};
