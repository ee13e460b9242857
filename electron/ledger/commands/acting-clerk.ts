/** The session of the clerk who acts, and the visit of the holder they act for. */
import type { Instant } from '../../contract/kernel/dates.ts';
import { RefusalError, type Refusal } from '../../contract/kernel/errors.ts';
import { verbs } from '../../contract/verbs.ts';
import { RecordedRefusal } from '../dispatch/dispatcher.ts';
import { passwordFor } from './acting.ts';
import type { OptionValues } from './command.ts';
import { ask, type OpenedOffice } from './opened-office.ts';

/** Signs the acting clerk in, if one is named, and out again. */
export async function asActingClerk<T>(
  office: OpenedOffice,
  options: OptionValues,
  work: (token: string | null) => Promise<T>,
): Promise<T> {
  const sessionToken = options.as === undefined ? null : await signedIn(office, options.as);
  const signOut = (): Promise<void> => (sessionToken === null ? Promise.resolve() : signedOut(office, sessionToken));
  return withEnd(() => work(sessionToken), signOut);
}

/** A session that ended meanwhile, as by disabling its own clerk, needs no sign-out. */
async function signedOut(office: OpenedOffice, sessionToken: string): Promise<void> {
  const { reply } = await office.answer({ verb: 'session.signOut', input: {}, sessionToken });
  if (!reply.ok && reply.error.code !== 'SIGN_IN_REQUIRED') throw new RecordedRefusal(reply.error);
}

async function signedIn(office: OpenedOffice, clerkCode: string): Promise<string> {
  const password = await passwordFor(clerkCode, 'MEDICARD_PASSWORD');
  const input = { clerkCode, password };
  const { reply, session } = await office.answer({ verb: 'session.signIn', input, sessionToken: null });
  if (!reply.ok) throw signInRefusal(reply.error, clerkCode);
  tellLiftedLocks(verbs['session.signIn'].output.parse(reply.value).locksLifted);
  if (session === undefined || session === null) throw new Error('a sign-in gave no session');
  return session;
}

function signInRefusal({ code, details }: Refusal, clerkCode: string): RefusalError {
  const expired = code === 'PASSWORD_EXPIRED' ? { option: `clerk password ${clerkCode} --own` } : {};
  return new RefusalError(code, { ...details, ...expired });
}

/** On standard error, where whoever may authorise sees it: somebody used the office's recovery key. */
function tellLiftedLocks(at: Instant | null): void {
  if (at === null) return;
  const when = new Date(at).toISOString();
  process.stderr.write(
    `ATTENTION: at ${when} somebody lifted the locks on all who can authorise with the recovery key.\n`,
  );
}

/** Ends a visit whatever happens in it. */
export async function inVisit<T>(
  office: OpenedOffice,
  token: string,
  visitId: string,
  act: (visitId: string) => Promise<T>,
): Promise<T> {
  return withEnd(
    () => act(visitId),
    async () => {
      await ask(office, 'visit.finish', { visitId }, token);
    },
  );
}

/** What is begun for the work is ended after it. */
export async function withEnd<T>(work: () => Promise<T>, end: () => Promise<void>): Promise<T> {
  try {
    return await work();
  } finally {
    await end();
  }
}

/** Throws RefusalError SIGN_IN_REQUIRED where no clerk is named, with the option that names one. */
export function requireToken(token: string | null): string {
  if (token === null) throw new RefusalError('SIGN_IN_REQUIRED', { option: '--as CODE' });
  return token;
}
