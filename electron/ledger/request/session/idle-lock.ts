/**
 * The idle lock is the ledger's: a session that nobody has used for the office's minutes answers nothing, whatever its
 * window does (docs/rules.md 5, setting `idleLockMinutes`). A command is a use, and so is `session.touch`, with which a
 * window tells that somebody is at keyboard or mouse; what a window asks by itself is none.
 */
import type { Instant } from '../../../contract/kernel/dates.ts';
import { verbs, type LedgerVerb } from '../../../contract/verbs.ts';
import { appendAudit } from '../../books/audit/audit-chain.ts';
import type { Books } from '../../books/books.ts';
import { readSettings } from '../../office/office-rows.ts';
import { setSessionLock, touchSession, type SessionAt, type SessionRow } from './session-rows.ts';
import { rememberTime } from '../remembered-time.ts';
import { activeSession } from './session-end.ts';

const MILLISECONDS_A_MINUTE = 60_000;
/** Uses are stored at least this often, so that a restart does not lock a clerk who is at work. */
const KEPT_EVERY_MILLISECONDS = 30_000;

type SessionAsked = Omit<SessionAt, 'token'> & { readonly token: string | null };

export class IdleLock {
  /** By the session's hash: uses since the last one written down. */
  readonly #used = new Map<string, Instant>();

  /** The open session of a token at its counter, as it stands now: locked, on record, if it has been idle too long. */
  async sessionOf(books: Books, { token, counter }: SessionAsked): Promise<SessionRow | null> {
    await rememberTime(books);
    const session = token === null ? null : await activeSession(books, { token, counter });
    return session === null ? null : this.#look(books, session);
  }

  async #look(books: Books, session: SessionRow): Promise<SessionRow> {
    if (session.lockedAt !== null) return session;
    const at = books.clock();
    const { idleLockMinutes } = await books.read(readSettings);
    if (at - this.#lastUse(session) < idleLockMinutes * MILLISECONDS_A_MINUTE) return session;
    await books.write(
      async (writing) => {
        await setSessionLock(writing, session.hash, true);
        const details = { idleMinutes: idleLockMinutes };
        await appendAudit(writing, { actor: session.clerk.code, verb: 'session.lock', outcome: 'done', details });
      },
      { whileBehind: true },
    );
    this.#used.delete(session.hash);
    return { ...session, lockedAt: at };
  }

  /** Notes a use, if the verb is one. */
  async note(books: Books, session: SessionRow | null, verb: LedgerVerb): Promise<void> {
    if (session === null || session.lockedAt !== null || verbs[verb].kind !== 'command') return;
    const at = books.clock();
    this.#used.set(session.hash, at);
    if (at - session.lastUsedAt < KEPT_EVERY_MILLISECONDS) return;
    await books.write((writing) => touchSession(writing, session.hash), { whileBehind: true, uncounted: true });
  }

  #lastUse({ hash, lastUsedAt }: SessionRow): Instant {
    const used = this.#used.get(hash);
    return used === undefined || used < lastUsedAt ? lastUsedAt : used;
  }
}
