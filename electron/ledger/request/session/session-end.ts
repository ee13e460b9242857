/** How a session ends: by its clerk, by its day or hours, or because the clerk may not go on (docs/rules.md 5). */
import { sessionEnd } from './session-rules.ts';
import { appendAudit } from '../../books/audit/audit-chain.ts';
import type { Books, Reading, Writing } from '../../books/books.ts';
import { readSettings, requireOffice } from '../../office/office-rows.ts';
import {
  endSession,
  findSession,
  openSessionsAt,
  openSessionsOf,
  type SessionAt,
  type SessionRow,
} from './session-rows.ts';
import { endVisit, findOpenVisit } from '../visit/visit-rows.ts';

/** Ends the session and the visit that was open in it. */
export async function endSessionNow(
  writing: Writing,
  { hash, clerkCode }: { readonly hash: string; readonly clerkCode: string },
  record: { readonly verb: string; readonly details: Readonly<Record<string, string>> },
): Promise<void> {
  const visit = await findOpenVisit(writing, hash);
  if (visit !== null) await endVisit(writing, visit.id, { at: writing.at, reason: 'signed-out' });
  await endSession(writing, hash);
  await appendAudit(writing, { actor: clerkCode, visitId: visit?.id ?? null, outcome: 'done', ...record });
}

/** Ends whatever the clerk has open, at every counter. */
export async function endSessionsOf(writing: Writing, clerkCode: string, reason: string): Promise<void> {
  for (const hash of await openSessionsOf(writing, clerkCode))
    await endSessionNow(writing, { hash, clerkCode }, { verb: 'session.end', details: { reason } });
}

/** Ends whatever is open at the counter. */
export async function endSessionsAt(writing: Writing, counter: string, reason: string): Promise<void> {
  for (const session of await openSessionsAt(writing, counter))
    await endSessionNow(writing, session, { verb: 'session.end', details: { reason } });
}

/**
 * The session behind a token, null when there is none at this counter. One whose day or hours are over ends here with its visit, before a
 * request is begun and so never in the middle of one.
 */
export async function activeSession(books: Books, asking: SessionAt): Promise<SessionRow | null> {
  const found = await books.read(async (reading) => {
    const session = await findSession(reading, asking);
    return session === null ? null : { session, over: await reasonOver(reading, session) };
  });
  if (found === null || found.over === null) return found?.session ?? null;
  await books.write(
    async (writing) => {
      const session = await findSession(writing, asking);
      const reason = session === null ? null : await reasonOver(writing, session);
      if (session === null || reason === null) return;
      const clerkCode = session.clerk.code;
      await endSessionNow(writing, { hash: session.hash, clerkCode }, { verb: 'session.end', details: { reason } });
    },
    { whileBehind: true },
  );
  return null;
}

async function reasonOver(reading: Reading, { openedAt }: SessionRow): Promise<string | null> {
  const { timeZone } = await requireOffice(reading);
  return sessionEnd(openedAt, reading.at, await readSettings(reading), timeZone);
}
