/** What the parts of the fake program share. */
import { businessDate, type Instant } from '../../../electron/contract/kernel/dates.ts';
import type { ErrorCode, Refusal, Reply } from '../../../electron/contract/kernel/errors.ts';
import type { ServerView } from '../../../electron/contract/office/joining-verbs.ts';
import type { ListedClerk } from '../../../electron/contract/administration/clerk-verbs.ts';
import type { ListedInstitution } from '../../../electron/contract/administration/institution-verbs.ts';
import type { ListedCounter } from '../../../electron/contract/administration/counter-verbs.ts';
import type { ApprovalRequest } from '../../../electron/contract/approvals/approval-views.ts';
import type { LossView, PinTask, WorklistItem } from '../../../electron/contract/loss/loss-views.ts';
import type { HolderPaper } from '../../../electron/contract/printing/paper-views.ts';
import type { Progress } from '../../../electron/contract/protocol.ts';
import type { TellerVerb } from '../../../electron/contract/verbs.ts';
import { PAGE_ROWS, positionOfPage, type PagePosition } from '../../../electron/contract/kernel/paging.ts';
import type { PrintJob, Session, Visit } from '../../../electron/contract/office/office-views.ts';
import type { Answers } from './fake-wire.ts';

export type ClerkCode = '1001' | '1002' | '2001' | '9001';
/** Zhang Jianhua, or Li Qiuju. */
export type CustomerName = 'zhang' | 'li';

export interface FakeOptions {
  /** The PDF every statement answers with. */
  readonly pdf?: Uint8Array;
  readonly office?: boolean;
  readonly unsupported?: boolean;
  readonly lines?: number;
  /** A statement ends with the interest of a quarter. */
  readonly interest?: boolean;
  /** Institutions and amounts of a statement are as long as they may come. */
  readonly longest?: boolean;
  /** The newest batch is still being posted. */
  readonly underWay?: { readonly waitsFor: ErrorCode | null; readonly stopped?: boolean };
  readonly unprinted?: number;
  readonly printFails?: boolean;
  /** How many papers the printer has paper for; as many as are wanted where it is not said. */
  readonly sheets?: number;
  /** What the printer has before every paper. */
  readonly papersBefore?: number;
  /** The face lacks a character of the holder's name. */
  readonly nameMasked?: boolean;
  /** Of every document. */
  readonly pages?: number;
  readonly idleLockMinutes?: number;
  readonly pinState?: Visit['pinState'];
  readonly worklist?: readonly WorklistItem[];
  /** The code of who is signed in when the window opens. */
  readonly clerk?: ClerkCode;
  /** Who stands at the counter by then. */
  readonly customer?: CustomerName;
  /** What the visit of that customer has beyond the usual. */
  readonly visit?: Partial<Visit>;
  /** The office server to which the computer belongs. */
  readonly server?: ServerView;
  /** What else has happened by then. */
  readonly known?: Partial<
    Pick<FakeState, 'clerks' | 'counters' | 'institutions' | 'jobs' | 'papers' | 'reports' | 'requests'>
  > & {
    /** The numbers of reports that their holder called wrong. */
    readonly calledWrong?: readonly string[];
  };
  /** Instead of the fake program's own answers. */
  readonly answers?: Partial<Answers<TellerVerb>>;
  /** The window stands at a supervisor's desk. */
  readonly isSupervisorDesk?: boolean;
  /** Until when the password of who is signed in serves, where it ends soon. */
  readonly passwordExpiresAt?: Instant;
  /** Waited for where the real program takes its time. */
  readonly pause?: () => Promise<void>;
}

/** What the fake program remembers between two questions. */
export interface FakeState {
  readonly options: FakeOptions;
  readonly progress: (progress: Progress) => void;
  /** What the customer does at their window, kept and told to the clerk's. */
  readonly customerGoesOn: (goesOn: Partial<PinTask>, typing?: boolean) => void;
  hasOffice: boolean;
  server: ServerView | null;
  session: Session | null;
  visit: Visit | null;
  fileName: string;
  cancelled: boolean;
  /** The posting that stood still was told to go on. */
  goesOn: boolean;
  documents: number;
  jobs: readonly PrintJob[];
  /** Paper in the printer, to be put in by a test. */
  sheets: number;
  /** Of the holder at the counter, newest first. */
  papers: readonly HolderPaper[];
  /** Newest first. */
  reports: LossView[];
  requests: ApprovalRequest[];
  /** Of the office's server. */
  counters: readonly ListedCounter[];
  clerks: readonly ListedClerk[];
  institutions: readonly ListedInstitution[];
  /** Decisions that their asker has seen. */
  readonly seen: Set<string>;
  /** How the holder at the counter signs in online; null where they have no login. */
  onlineLogin: 'passkey' | 'password' | null;
  /** What the customer was last asked for. */
  task: PinTask | null;
}

export const today = businessDate('2025-02-03');
export const ok = <T>(value: T): Reply<T> => ({ ok: true, value });
export const refusedWith = (
  code: Refusal['code'],
  details: Refusal['details'] = {},
): { ok: false; error: Refusal } => ({
  ok: false,
  error: { code, details },
});
/** As the ledger pages its lists. */
export function pageFrom<Item>(all: readonly Item[], asked?: number): PagePosition & { items: Item[] } {
  const { offset, ...position } = positionOfPage(all.length, asked);
  return { items: all.slice(offset, offset + PAGE_ROWS), ...position };
}

export const at = (milliseconds: number): Instant => milliseconds as Instant;

/** Equal for equal commands alone, as the ledger's is. */
export function bindingOf(verb: string, input: object): string {
  return JSON.stringify([verb, input]);
}

/** A request in the queue of approvals. */
export function requested(values: Partial<ApprovalRequest>): ApprovalRequest {
  return {
    requestId: 'r1',
    verb: 'loss.cancel',
    state: 'pending',
    holderNameMasked: '张*',
    cardMasked: '621330******0011',
    lossNumber: 'L1',
    binding: bindingOf('loss.cancel', {}),
    facts: [],
    askedBy: '1001',
    askedByName: '王芳',
    askedAt: at(1000),
    expiresAt: at(9000),
    decidedBy: null,
    decidedAt: null,
    reason: null,
    ...values,
  };
}

/** After a paper was printed or saved once more. */
export function givenAgain(state: FakeState, documentNumber: string, how: 'printed' | 'saved'): void {
  state.papers = state.papers.map((paper) =>
    paper.documentNumber === documentNumber ? { ...paper, state: how, copies: paper.copies + 1 } : paper,
  );
}
