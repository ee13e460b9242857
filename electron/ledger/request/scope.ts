/** What every use case is given: the books, who asks from where, and the way to report progress. */
import type { CounterKind } from '../../contract/administration/counter-kinds.ts';
import type { LineSeen } from '../../contract/administration/counter-verbs.ts';
import type { Instant } from '../../contract/kernel/dates.ts';
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { Progress } from '../../contract/protocol.ts';
import type { Clerk } from '../../contract/office/office-views.ts';
import type { Books } from '../books/books.ts';
import type { OperationKey } from './operation-rows.ts';
import type { ProvenSecond } from './second-of-command.ts';
import type { HolderSession } from './session/holder-session-rows.ts';
import type { SessionRow } from './session/session-rows.ts';
import type { VisitRow } from './visit/visit-rows.ts';
import type { Spool } from '../intake/spool.ts';
import type { KeptBackups } from './kept-backups.ts';
import type { CheckedFiles } from './checked-files.ts';
import type { OpenAnswers } from './open-answers.ts';
import type { RunningPostings } from './running-postings.ts';
import type { OpenPinTasks } from '../pin/open-pin-tasks.ts';

/** The name of the command line where a counter is recorded. */
export const COMMAND_LINE = 'command-line';

/** The office server's own: it signs what the ledger has decided (docs/server.md 2). */
export interface CertificateAuthority {
  /** Of the office's certificate: SHA-256 in 64 hex digits. */
  readonly fingerprint: string;
  /** As PEM. */
  readonly officeCertificate: string;
  /** Null for a request that is none, or is not signed by its own key. */
  sign(
    request: Uint8Array,
    counter: { readonly officeId: string; readonly number: string; readonly kind: CounterKind },
  ): Promise<{ readonly serial: string; readonly certificate: string; readonly endsAt: Instant } | null>;
}

/** The office server's own: what its door knows of the counters' lines. */
export interface LineRegister {
  of(counter: string): LineSeen | null;
}

/** The ledger as a whole, one for the life of the process. */
export interface Ledger {
  readonly books: Books;
  readonly spool: Spool;
  readonly folder: string;
  readonly postings: RunningPostings;
  /** Null where the program makes no copies by itself. */
  readonly backups: KeptBackups | null;
  /** Null where no office server runs. */
  readonly authority: CertificateAuthority | null;
  /** Null where no office server runs. */
  readonly lines: LineRegister | null;
  /** To the counter that asked. */
  report(progress: Progress): void;
  /** Whether the counter and session that asked have cancelled it. */
  isCancelled(operationId: string): boolean;
}

/** One request, with what the dispatcher has proven of it; what a verb's policy promises is said by `Asked` (asked.ts). */
export interface Scope extends Ledger {
  /** What is asked: a verb of the contract, or a command of the command line. */
  readonly verb: string;
  readonly pins: OpenPinTasks;
  readonly checks: CheckedFiles;
  readonly answers: OpenAnswers;
  readonly session: SessionRow | null;
  /** At a holder's own door: the session of the holder or caller, null for none. */
  readonly holder: HolderSession | null;
  /** The visit it names, null for none. */
  readonly visit: VisitRow | null;
  /** By which its answer is kept, null where it is not. */
  readonly operation: OperationKey | null;
  /** The second person, null where the verb never takes one. */
  readonly second: ProvenSecond | null;
  /** As the audit record names them: a clerk code, `holder:<account number>`, else `operator:<name>` or the name of the door. */
  readonly actor: string;
  /** The counter the request came from, at a holder's door its name. */
  readonly counter: string;
  /** What a holder's door knows of who asks: a network address, or a calling number; null elsewhere. */
  readonly peer: string | null;
  /** Sign-in and sign-out hand the window its new token, or take it away. */
  changeSession(token: string | null): void;
}

export function now(scope: Ledger): Instant {
  return scope.books.clock();
}

/** For the command line's own commands, which have no policy: the acting clerk. Throws RefusalError SIGN_IN_REQUIRED. */
export function requireSession(scope: Scope): SessionRow {
  if (scope.session === null) throw new RefusalError('SIGN_IN_REQUIRED');
  return scope.session;
}

export function publicClerk({ code, name, role }: Clerk): Clerk {
  return { code, name, role };
}
