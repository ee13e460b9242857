/** Coming in by the holder's own door: by a code for one matter, or by the login; and how a login is made, changed and ended. */
import { randomBytes } from 'node:crypto';
import type { Instant } from '../../contract/kernel/dates.ts';
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { Locale } from '../../contract/messages/word-pair.ts';
import type { OnlineSession } from '../../contract/online/online-views.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import { findByIdNumber, requireByAccountId, type HolderAccount } from '../account/holder-rows.ts';
import type { Reading, Writing } from '../books/books.ts';
import { maskCard, maskName } from '../numbers/masking.ts';
import { judgeResidentId } from '../numbers/resident-id.ts';
import { officeToday, readSettings } from '../office/office-rows.ts';
import { oralLastDay } from '../loss/clocks/loss-clock-rules.ts';
import { queueMessage } from '../outbox/outbox.ts';
import type { Asked } from '../request/asked.ts';
import { weakPassword } from '../request/clerk/password-rules.ts';
import { hashPassword, passwordMatches } from '../request/clerk/passwords.ts';
import { answeredOnce } from '../request/operations.ts';
import { recordDone } from '../request/record.ts';
import {
  countHolderSessions,
  endHolderSession,
  endHolderSessionsOf,
  insertHolderSession,
  type HolderSession,
  type HolderSessionKind,
} from '../request/session/holder-session-rows.ts';
import type { Scope } from '../request/scope.ts';
import { forgetFailures } from '../request/tries/door-try-rows.ts';
import {
  counted,
  countFailure,
  countRequest,
  holderOfId,
  isLocked,
  lockAfterFailure,
  NO_ACCOUNT,
  refusedAtDoor,
} from './door-limits.ts';
import { inTurn } from './judging-queue.ts';
import { personIndexOf, usedCode } from './one-time-codes.ts';
import {
  deleteLogin,
  findDoorLock,
  findLogin,
  noteLoginUsed,
  saveLogin,
  unlockDoor,
  type Credential,
  type LoginRow,
} from './online-rows.ts';
import { newPasskey, provenByPasskey } from './passkeys.ts';

const MINUTE_MS = 60_000;
const CODE_SESSION_MINUTES = 30;

/** By a code, for the one matter it was sent for. Throws RefusalError ONLINE_TOO_MANY, CODE_WRONG or CODE_OVER. */
async function enter(asked: Asked<'online.enter'>, input: Input<'online.enter'>): Promise<Output<'online.enter'>> {
  const token = newToken();
  const session = await counted(asked, async (writing) => {
    await countRequest(writing, asked.peer);
    const used = await usedCode(writing, input, ['report', 'follow-up']);
    if (used instanceof RefusalError) return used;
    const kind = used.purpose === 'report' ? 'report' : 'follow-up';
    await recordDone(writing, acting(asked, used.holder), { details: { kind, from: asked.peer } });
    return begin(writing, { token, kind, holder: used.holder, lossNumber: used.lossNumber });
  });
  asked.changeSession(token);
  return session;
}

/**
 * One login a holder; what was there ends, with its sessions, and the phone on file is told. Throws RefusalError ONLINE_TOO_MANY, PASSWORD_WEAK
 * (before the code is used), CODE_WRONG, CODE_OVER, PASSKEY_REFUSED.
 */
async function register(
  asked: Asked<'online.register'>,
  input: Input<'online.register'>,
): Promise<Output<'online.register'>> {
  const token = newToken();
  refuseWeak(input.login, []);
  const made = await credentialOf(input.login);
  const session = await counted(asked, async (writing) => {
    await countRequest(writing, asked.peer);
    const credential = made ?? (await passkeyOf(writing, input.login));
    const used = await usedCode(writing, input, ['register']);
    if (used instanceof RefusalError) return used;
    refuseWeak(input.login, ownTexts(used.holder));
    const { holder } = used;
    if ((await findLogin(writing, holder.accountId)) !== null) {
      await endHolderSessionsOf(writing, holder.accountId, 'login');
      await tell(writing, holder, 'login replaced', input.language);
    }
    await keepLogin(writing, acting(asked, holder), { holder, credential, language: input.language });
    return begin(writing, { token, kind: 'login', holder, lossNumber: null });
  });
  asked.changeSession(token);
  return session;
}

/** Throws RefusalError ONLINE_TOO_MANY, ID_NUMBER_INVALID, ONLINE_REFUSED whatever is wrong, PASSKEY_REFUSED. */
async function signIn(asked: Asked<'online.signIn'>, input: Input<'online.signIn'>): Promise<Output<'online.signIn'>> {
  const token = newToken();
  const { proof } = input;
  const session = await (proof.kind === 'password'
    ? signInByPassword(asked, proof, token)
    : counted(asked, async (writing) => {
        await countRequest(writing, asked.peer);
        const { login, signCount } = await provenByPasskey(writing, proof);
        return signedIn(writing, asked, { token, accountId: login.accountId, signCount });
      }));
  asked.changeSession(token);
  return session;
}

type ByPassword = Extract<Input<'online.signIn'>['proof'], { readonly kind: 'password' }>;

async function signInByPassword(asked: Asked<'online.signIn'>, input: ByPassword, token: string) {
  const judged = await judgedPassword(asked, input);
  return counted(asked, async (writing) => {
    const login = await loginStill(writing, judged);
    if (!judged.right || login === null) {
      await lockAfterFailure(writing, judged.personIndex, holderOfId(judged.idNumber));
      return refusedAtDoor(writing);
    }
    await forgetFailures(writing, judged.personIndex);
    return signedIn(writing, asked, { token, accountId: login.accountId, signCount: null });
  });
}

/** Counted before it is judged, and judged for as long whether there is such a login or not. */
function judgedPassword(scope: Scope, asked: ByPassword) {
  return inTurn(() => judgedNow(scope, asked));
}

async function judgedNow(scope: Scope, { idNumber, password }: ByPassword) {
  const found = await counted(scope, async (writing) => {
    await countRequest(writing, scope.peer);
    const id = judgeResidentId(idNumber, await officeToday(writing));
    if (!id.ok) return new RefusalError('ID_NUMBER_INVALID', { fault: id.fault });
    const personIndex = personIndexOf(writing, id.id);
    const mayTry = !(await isLocked(writing, personIndex)) && (await countFailure(writing, personIndex));
    const login = mayTry ? await loginOfPerson(writing, id.id) : null;
    return { personIndex, idNumber: id.id, ...(login ?? { accountId: null, hash: null }) };
  });
  return { ...found, right: await passwordMatches(password, found.hash) };
}

/** The login that the password was judged by; null where it has ended or become another one meanwhile. */
async function loginStill(
  reading: Reading,
  { accountId, hash }: { readonly accountId: number | null; readonly hash: string | null },
): Promise<LoginRow | null> {
  const login = await findLogin(reading, accountId ?? NO_ACCOUNT);
  return login?.credential.kind === 'password' && login.credential.hash === hash ? login : null;
}

/** Looked up for somebody unknown as well. */
async function loginOfPerson(reading: Reading, idNumber: string) {
  const accounts = (await findByIdNumber(reading, idNumber)).filter(({ accountStatus }) => accountStatus === 'open');
  for (const accountId of accounts.length === 0 ? [NO_ACCOUNT] : accounts.map((account) => account.accountId)) {
    const login = await findLogin(reading, accountId);
    if (login?.credential.kind === 'password') return { accountId, hash: login.credential.hash };
  }
  return null;
}

async function signedIn(
  writing: Writing,
  asked: Asked<'online.signIn'>,
  { token, accountId, signCount }: { token: string; accountId: number; signCount: number | null },
): Promise<OnlineSession | RefusalError> {
  const holder = await requireByAccountId(writing, accountId);
  if (holder.accountStatus !== 'open') return refusedAtDoor(writing);
  await noteLoginUsed(writing, accountId, signCount);
  await recordDone(writing, acting(asked, holder), { details: { from: asked.peer } });
  return begin(writing, { token, kind: 'login', holder, lossNumber: null });
}

/** The present session, for a page that shows whose it is; null for none. */
async function currentSession({ books, holder }: Asked<'online.session'>): Promise<Output<'online.session'>> {
  if (holder === null || holder.kind === 'call') return null;
  return books.read(async (reading) => viewOf(reading, holder, await requireByAccountId(reading, holder.accountId)));
}

async function signOut(asked: Asked<'online.signOut'>): Promise<Output<'online.signOut'>> {
  await asked.books.write(async (writing) => {
    await endHolderSession(writing, asked.holder.hash);
    await recordDone(writing, asked, {});
  });
  asked.changeSession(null);
  return {};
}

/** The present way to sign in proves the holder once more. Throws RefusalError ONLINE_REFUSED, PASSKEY_REFUSED or PASSWORD_WEAK. */
async function changeLogin(
  asked: Asked<'online.changeLogin'>,
  input: Input<'online.changeLogin'>,
): Promise<Output<'online.changeLogin'>> {
  const { accountId } = asked.holder;
  const holder = await asked.books.read((reading) => requireByAccountId(reading, accountId));
  refuseWeak(input.login, ownTexts(holder));
  const judged = input.proof.kind === 'password' ? await judgedPassword(asked, input.proof) : null;
  const made = await credentialOf(input.login);
  const token = newToken();
  const session = await counted(asked, async (writing) => {
    const proven = judged ?? (await passkeyProof(writing, input.proof));
    const isOver = judged !== null && (await loginStill(writing, judged)) === null;
    if (!proven.right || isOver || proven.accountId !== accountId) {
      if (judged !== null) await lockAfterFailure(writing, judged.personIndex, holderOfId(judged.idNumber));
      return refusedAtDoor(writing);
    }
    if (judged !== null) await forgetFailures(writing, judged.personIndex);
    const credential = made ?? (await passkeyOf(writing, input.login));
    await endHolderSessionsOf(writing, accountId, 'login');
    await keepLogin(writing, asked, { holder, credential, language: input.language });
    return begin(writing, { token, kind: 'login', holder, lossNumber: null });
  });
  asked.changeSession(token);
  return session;
}

async function passkeyProof(writing: Writing, proof: Input<'online.changeLogin'>['proof']) {
  if (proof.kind !== 'passkey') throw new Error('a password is judged before the transaction');
  const { login } = await provenByPasskey(writing, proof);
  return { right: true, accountId: login.accountId };
}

/** At the counter, in the holder's visit. */
async function loginAtCounter({ books, visit }: Asked<'online.login'>): Promise<Output<'online.login'>> {
  return books.read(async (reading) => {
    const login = await findLogin(reading, visit.accountId);
    if (login === null) return null;
    const { idNumber } = await requireByAccountId(reading, visit.accountId);
    const until = await findDoorLock(reading, personIndexOf(reading, idNumber));
    const counting = { kind: 'login', at: reading.at } as const;
    return {
      kind: login.credential.kind,
      registeredAt: login.registeredAt,
      lastUsedAt: login.lastUsedAt,
      lockedUntil: until !== null && until > reading.at ? until : null,
      openSessions: await countHolderSessions(reading, visit.accountId, counting),
    };
  });
}

/** Throws RefusalError LOGIN_ABSENT. */
async function endLogin(asked: Asked<'online.endLogin'>): Promise<Output<'online.endLogin'>> {
  return answeredOnce(asked, async (writing) => {
    const { accountId } = asked.visit;
    const login = await findLogin(writing, accountId);
    if (login === null) throw new RefusalError('LOGIN_ABSENT');
    const holder = await requireByAccountId(writing, accountId);
    await endHolderSessionsOf(writing, accountId, 'login');
    await deleteLogin(writing, accountId);
    await unlockDoor(writing, personIndexOf(writing, holder.idNumber));
    await tell(writing, holder, 'login ended', login.language);
    await recordDone(writing, asked, { subject: holder.accountNumber });
    return {};
  });
}

function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** The holder acts, though they were nobody when the request came in. */
function acting<S extends Scope>(asked: S, { accountNumber }: HolderAccount): S {
  return { ...asked, actor: `holder:${accountNumber}` };
}

interface Beginning {
  readonly token: string;
  readonly kind: Exclude<HolderSessionKind, 'call'>;
  readonly holder: HolderAccount;
  readonly lossNumber: string | null;
}

async function begin(writing: Writing, { token, kind, holder, lossNumber }: Beginning): Promise<OnlineSession> {
  const { onlineSessionMinutes } = await readSettings(writing);
  const minutes = kind === 'login' ? onlineSessionMinutes : CODE_SESSION_MINUTES;
  const endsAt = (writing.at + minutes * MINUTE_MS) as Instant;
  await insertHolderSession(writing, { token, kind, accountId: holder.accountId, lossNumber, endsAt });
  return viewOf(writing, { kind, endsAt, lossNumber }, holder);
}

async function viewOf(
  reading: Reading,
  { kind, endsAt, lossNumber }: Pick<HolderSession, 'endsAt' | 'lossNumber'> & { readonly kind: HolderSessionKind },
  holder: HolderAccount,
): Promise<OnlineSession> {
  if (kind === 'call') throw new Error('a call has no page');
  const masked = { holderNameMasked: maskName(holder.name), cardMasked: maskCard(holder.card) };
  const { oralLossDays } = await readSettings(reading);
  const reportHoldsUntil = oralLastDay(await officeToday(reading), oralLossDays);
  return { kind, ...masked, endsAt, lossNumber, reportHoldsUntil };
}

async function tell(
  writing: Writing,
  { accountId, phone }: HolderAccount,
  kind: 'login replaced' | 'login ended',
  language: Locale,
): Promise<void> {
  if (phone !== '') await queueMessage(writing, { accountId, kind, phone, language, values: {} });
}

type NewLogin = Input<'online.register'>['login'];

/** Throws RefusalError PASSWORD_WEAK by the clerks' own rule. */
function refuseWeak(login: NewLogin, own: readonly string[]): void {
  const rule = login.kind === 'password' ? weakPassword(login.password, own) : null;
  if (rule !== null) throw new RefusalError('PASSWORD_WEAK', { rule });
}

function ownTexts({ idNumber, name, phone, card }: HolderAccount): readonly string[] {
  return [idNumber, idNumber.slice(6, 14), name, phone, card];
}

/** Hashed before the transaction; a passkey is verified in it, as it uses its challenge up. */
async function credentialOf(login: NewLogin): Promise<Credential | null> {
  if (login.kind !== 'password') return null;
  return { kind: 'password', hash: await inTurn(() => hashPassword(login.password)) };
}

async function passkeyOf(writing: Writing, login: NewLogin): Promise<Credential> {
  if (login.kind !== 'passkey') throw new Error('a password is hashed before the transaction');
  return newPasskey(writing, login);
}

async function keepLogin(
  writing: Writing,
  asked: Asked<'online.register'> | Asked<'online.changeLogin'>,
  { holder, credential, language }: { holder: HolderAccount; credential: Credential; language: Locale },
): Promise<void> {
  const details = { kind: credential.kind, from: asked.peer };
  const seq = await recordDone(writing, asked, { subject: holder.accountNumber, details });
  await saveLogin(writing, { accountId: holder.accountId, credential, language, seq });
}

export const loginsHandlers = {
  'online.enter': enter,
  'online.register': register,
  'online.signIn': signIn,
  'online.session': currentSession,
  'online.signOut': signOut,
  'online.changeLogin': changeLogin,
  'online.login': loginAtCounter,
  'online.endLogin': endLogin,
};
