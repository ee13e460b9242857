/** What every use case is given: the books, who asks from where, and the way to report progress. */
import type { Instant } from '../../contract/kernel/dates.ts';
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { Progress } from '../../contract/protocol.ts';
import type { Clerk } from '../../contract/office/office-views.ts';
import type { Books } from '../books/books.ts';
import type { SessionRow } from './session/session-rows.ts';
import type { Spool } from '../intake/spool.ts';
import type { CheckedFiles } from './checked-files.ts';
import type { PinDesk } from '../pin/pin-desk.ts';

/** The counter of whoever works at the command line. */
export const COMMAND_LINE = 'command-line';

/** The ledger as a whole, one for the life of the process. */
export interface Ledger {
  readonly books: Books;
  readonly spool: Spool;
  readonly folder: string;
  report(progress: Progress): void;
  isCancelled(operationId: string): boolean;
}

/** One request. */
export interface Scope extends Ledger {
  readonly pins: PinDesk;
  readonly checks: CheckedFiles;
  readonly session: SessionRow | null;
  /** As the audit record names them: a clerk code, else `operator:<name>` or `window`. */
  readonly actor: string;
  /** The counter the request came from. */
  readonly counter: string;
  /** Sign-in and sign-out hand the window its new token, or take it away. */
  changeSession(token: string | null): void;
}

export function now(scope: Ledger): Instant {
  return scope.books.clock();
}

/** The session behind a request. The door has checked that it is there; throws when it was asked of the wrong verb. */
export function requireSession(scope: Scope): SessionRow {
  if (scope.session === null) throw new RefusalError('SIGN_IN_REQUIRED');
  return scope.session;
}

export function publicClerk({ code, name, role }: Clerk): Clerk {
  return { code, name, role };
}
