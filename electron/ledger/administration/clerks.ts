/**
 * Clerks: added, changed, disabled and given one-time passwords by an administrator and a second person
 * (docs/rules.md 5).
 */
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { ListedClerk, OneTimePassword } from '../../contract/administration/clerk-verbs.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import type { Clerk } from '../../contract/office/office-views.ts';
import { authorisers, FEWEST_AUTHORISERS } from '../second-person/second-person-rules.ts';
import { endRequestsOf } from '../second-person/approval-request-rows.ts';
import { nextAuditSeq } from '../books/audit/audit-chain.ts';
import type { Reading } from '../books/books.ts';
import {
  changeClerk,
  findClerk,
  insertClerk,
  readClerks,
  setDisabled,
  setPassword,
  type ClerkRow,
} from '../request/clerk/clerk-rows.ts';
import { readSettings } from '../office/office-rows.ts';
import { liftTries, lockedUntil } from '../request/clerk/password-try-rows.ts';
import { passwordEnds } from '../request/clerk/password-proof.ts';
import { hashPassword, newPassword } from '../request/clerk/passwords.ts';
import type { Asked } from '../request/asked.ts';
import { recordApproved } from '../second-person/approved-in-place.ts';
import { publicClerk, type Scope } from '../request/scope.ts';
import { endSessionsOf } from '../request/session/session-end.ts';
import { lastSignIns } from '../request/session/session-rows.ts';
import { typedName } from '../names/typed-name.ts';

async function listClerks(scope: Scope): Promise<Output<'clerk.list' | 'clerk.show'>> {
  return scope.books.read(async (reading) => {
    const settings = await readSettings(reading);
    const listed = [];
    const signedIn = await lastSignIns(reading);
    for (const clerk of await readClerks(reading)) {
      const { code, disabledAt, oneTime: oneTimePassword } = clerk;
      const lockedBy = await lockOf(reading, clerk);
      const state = disabledAt !== null ? 'disabled' : lockedBy === null ? 'active' : 'locked';
      const password = { oneTimePassword, passwordExpiresAt: passwordEnds(clerk, settings) };
      const lastSignInAt = signedIn.get(code) ?? null;
      listed.push({ ...publicClerk(clerk), state, lockedBy, disabledAt, ...password, lastSignInAt } as const);
    }
    return listed;
  });
}

/** The lock that takes two persons to lift comes first. */
async function lockOf(reading: Reading, { code, lockedAt }: ClerkRow): Promise<ListedClerk['lockedBy']> {
  if ((await lockedUntil(reading, { clerkCode: code })) !== null) return 'passwords';
  return lockedAt === null ? null : 'pairs';
}

/** Throws RefusalError NAME_INVALID and CLERK_EXISTS. */
async function addClerk(asked: Asked<'clerk.add'>, input: Input<'clerk.add'>): Promise<Output<'clerk.add'>> {
  const { clerkCode: code, role } = input;
  const name = typedName(input.name);
  const password = newPassword();
  const passwordHash = await hashPassword(password);
  return asked.books.write(async (writing) => {
    if ((await findClerk(writing, code)) !== null) throw new RefusalError('CLERK_EXISTS', { clerkCode: code });
    await insertClerk(writing, { code, name, role, passwordHash, oneTime: true }, await nextAuditSeq(writing));
    await recordApproved(writing, asked, { subject: code, details: { role, name } });
    return { code, name, role, password };
  });
}

/** Throws RefusalError NAME_INVALID, CLERK_UNKNOWN, CLERK_STATE when nothing would change, and what `refuseTooFew` throws. */
async function alterClerk(asked: Asked<'clerk.change'>, input: Input<'clerk.change'>): Promise<Output<'clerk.change'>> {
  const name = input.name === null ? null : typedName(input.name);
  return asked.books.write(async (writing) => {
    const before = await requireClerk(writing, input.clerkCode);
    const after: Clerk = { code: before.code, name: name ?? before.name, role: input.role ?? before.role };
    if (after.name === before.name && after.role === before.role)
      throw new RefusalError('CLERK_STATE', { clerkCode: before.code });
    await refuseTooFew(writing, before, after);
    await changeClerk(writing, before.code, after, await nextAuditSeq(writing));
    const details = { role: after.role, name: after.name, roleBefore: before.role, nameBefore: before.name };
    const { reason } = input;
    await recordApproved(writing, asked, { subject: before.code, details: { ...details, reason } });
    return after;
  });
}

/** Throws RefusalError CLERK_UNKNOWN, CLERK_STATE, and what `refuseTooFew` throws. */
async function disableClerk(
  asked: Asked<'clerk.disable'>,
  input: Input<'clerk.disable'>,
): Promise<Output<'clerk.disable'>> {
  return asked.books.write(async (writing) => {
    const clerk = await requireClerk(writing, input.clerkCode);
    const { code, role } = clerk;
    if (clerk.disabledAt !== null) throw new RefusalError('CLERK_STATE', { clerkCode: code });
    await refuseTooFew(writing, clerk, null);
    await setDisabled(writing, code, writing.at, await nextAuditSeq(writing));
    await recordApproved(writing, asked, { subject: code, details: { role, reason: input.reason } });
    await endRequestsOf(writing, code);
    await endSessionsOf(writing, code, 'disabled');
    return publicClerk(clerk);
  });
}

/** A clerk comes back with a one-time password. Throws RefusalError CLERK_UNKNOWN, CLERK_STATE. */
async function enableClerk(
  asked: Asked<'clerk.enable'>,
  input: Input<'clerk.enable'>,
): Promise<Output<'clerk.enable'>> {
  return oneTimePassword(asked, input);
}

/** Throws RefusalError CLERK_UNKNOWN, CLERK_STATE for a disabled clerk. */
async function giveOneTimePassword(
  asked: Asked<'clerk.giveOneTimePassword'>,
  input: Input<'clerk.giveOneTimePassword'>,
): Promise<Output<'clerk.giveOneTimePassword'>> {
  return oneTimePassword(asked, input);
}

async function oneTimePassword(
  asked: Asked<'clerk.enable' | 'clerk.giveOneTimePassword'>,
  { clerkCode, reason }: Input<'clerk.enable'>,
): Promise<OneTimePassword> {
  const password = newPassword();
  const passwordHash = await hashPassword(password);
  return asked.books.write(async (writing) => {
    const clerk = await requireClerk(writing, clerkCode);
    const isDisabled = clerk.disabledAt !== null;
    if (isDisabled !== (asked.verb === 'clerk.enable')) throw new RefusalError('CLERK_STATE', { clerkCode });
    const seq = await nextAuditSeq(writing);
    await setPassword(writing, clerk, { passwordHash, oneTime: true }, seq);
    if (isDisabled) await setDisabled(writing, clerkCode, null, seq);
    await recordApproved(writing, asked, { subject: clerkCode, details: { role: clerk.role, reason } });
    // The old password is no longer accepted; wrong ones typed until now are not counted any more.
    await endSessionsOf(writing, clerkCode, 'password');
    await liftTries(writing, { clerkCode });
    return { ...publicClerk(clerk), password };
  });
}

async function requireClerk(reading: Reading, clerkCode: string): Promise<ClerkRow> {
  const clerk = await findClerk(reading, clerkCode);
  if (clerk === null) throw new RefusalError('CLERK_UNKNOWN', { clerkCode });
  return clerk;
}

/**
 * The last two persons who can authorise stay, and the last administrator (docs/rules.md 5); `after` is null for a clerk who leaves.
 * Throws RefusalError AUTHORISERS_TOO_FEW or ADMINISTRATOR_LAST.
 */
async function refuseTooFew(reading: Reading, before: ClerkRow, after: Clerk | null): Promise<void> {
  const working = (await readClerks(reading)).filter(({ disabledAt }) => disabledAt === null);
  const others = working.filter(({ code }) => code !== before.code);
  const staying = before.disabledAt === null && after !== null ? [...others, after] : others;
  const left = authorisers(staying);
  if (left < FEWEST_AUTHORISERS && left < authorisers(working))
    throw new RefusalError('AUTHORISERS_TOO_FEW', { clerkCode: before.code });
  if (!staying.some(isAdministrator) && working.some(isAdministrator))
    throw new RefusalError('ADMINISTRATOR_LAST', { clerkCode: before.code });
}

const isAdministrator = ({ role }: Clerk): boolean => role === 'administrator';

export const clerksHandlers = {
  'clerk.list': listClerks,
  'clerk.show': listClerks,
  'clerk.add': addClerk,
  'clerk.change': alterClerk,
  'clerk.disable': disableClerk,
  'clerk.enable': enableClerk,
  'clerk.giveOneTimePassword': giveOneTimePassword,
};
