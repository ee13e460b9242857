/** Messages between main and the ledger process, and the events that reach windows. One shape for both transports. */
import type { Refusal, Reply } from './kernel/errors.ts';
import type { OfficeKeys } from './kernel/key-bytes.ts';
import type { MainDoor } from './kernel/verb-policy.ts';
import type { LostTask, PinTask, UnclearTask } from './loss/loss-views.ts';
import type { CustomerScreen } from './customer/customer-verbs.ts';
import type { LedgerVerb } from './verbs.ts';

/** What main hands over so that the ledger can open (or, with no office in the folder, make) the books. */
export interface OpenMessage extends OfficeKeys {
  readonly type: 'open';
  readonly dataFolder: string;
  /** Where the keys lie; the anchor of the books lies beside them. */
  readonly keysFolder: string;
  readonly officeId: string;
}

export interface RequestMessage {
  readonly type: 'request';
  readonly id: number;
  readonly verb: LedgerVerb;
  readonly input: unknown;
  /** Which window asks, or main itself. */
  readonly door: MainDoor;
  /** The window's session, null before sign-in. */
  readonly sessionToken: string | null;
  /** Which counter asks: the window's own name. */
  readonly counter: string;
}

/** Cancels what the same counter asked in the same session, and nothing else. */
export interface CancelMessage {
  readonly type: 'cancel';
  readonly operationId: string;
  readonly sessionToken: string | null;
  readonly counter: string;
}

export type ToLedger = OpenMessage | RequestMessage | CancelMessage;

/** Answer to `open`: ready with or without an office in the folder, or the reason why the books stay shut. */
export interface OpenedMessage {
  readonly type: 'opened';
  readonly reply: Reply<{ readonly officePresent: boolean }>;
}

export interface ReplyMessage {
  readonly type: 'reply';
  readonly id: number;
  readonly reply: Reply<unknown>;
  /** Present when the session of the asking window changed: the new token, or null after sign-out. */
  readonly session?: string | null;
}

export interface ProgressMessage {
  readonly type: 'progress';
  readonly progress: Progress;
}

/** What a customer's task has come to, sent before whatever changed it is answered. */
export interface TaskMessage {
  readonly type: 'customer-task';
  readonly task: PinTask;
}

/** What may read otherwise since a commit: that it does, never what. Who shows it asks again, so that rights are judged in one place. */
export const CHANGE_KINDS = [
  'approvals',
  'worklist',
  'print-queue',
  'day',
  'files',
  'customer-task',
  'counters',
  'session',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface ChangedMessage {
  readonly type: 'changed';
  readonly kinds: readonly ChangeKind[];
}

export type FromLedger = OpenedMessage | ReplyMessage | ProgressMessage | TaskMessage | ChangedMessage;

export interface Progress {
  readonly operationId: string;
  readonly phase: 'reading' | 'checking' | 'posting';
  readonly done: number;
  /** Null while the total is not known. */
  readonly total: number | null;
}

export type LedgerState = 'starting' | 'ready' | 'restarting' | 'failed';

/** Events a window can listen to. */
export interface WindowEvents {
  readonly 'ledger.status': { readonly state: LedgerState; readonly refusal: Refusal | null };
  readonly 'operation.progress': Progress;
  /** What the ledger has said of a commit: the window asks again what it shows of these. */
  readonly 'ledger.changed': { readonly kinds: readonly ChangeKind[] };
  /** To the clerk: what the customer's task has come to. */
  readonly 'customer.progress': { readonly task: PinTask | LostTask | UnclearTask };
  /** To the clerk: the customer has begun or stopped typing, which is all that is said before an entry. */
  readonly 'customer.typing': { readonly taskId: string; readonly typing: boolean };
  /** To the customer: what to show now. */
  readonly 'customer.screen': CustomerScreen;
}
export type WindowEvent = keyof WindowEvents;
