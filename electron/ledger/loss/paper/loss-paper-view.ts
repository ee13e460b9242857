/**
 * The one view model of the papers about losses and PINs (docs/rules.md 3 and 4) and about what a counter changes of a holder
 * (docs/rules.md 2): the loss form and the receipts. The caller makes it complete and decides what is masked (docs/rules.md 2: the loss and reissue forms
 * carry whole numbers); nothing here looks anything up, and no field could hold a PIN.
 */
import type { BusinessDate, Instant } from '../../../contract/kernel/dates.ts';
import type { ChangedField } from '../../../contract/holder/holder-verbs.ts';
import type { Reprint } from '../../paper/paper-labels.ts';
import type { Fen } from '../../../contract/kernel/money.ts';
import type {
  DocumentKind,
  EntryKind,
  LossChannel,
  LossKind,
  LossObject,
  LossStatus,
  NetworkCheck,
  Paper,
  PinTaskKind,
  ReissueFeeClass,
} from '../../../contract/kernel/vocabulary.ts';

export type LossPaperKind = Exclude<DocumentKind, 'statement'>;

export interface LossOnPaper {
  readonly number: string;
  readonly object: LossObject;
  readonly kind: LossKind;
  readonly channel: LossChannel;
  /** `YYYY-MM-DD HH:MM:SS` on the office's clock, as are the two after it. */
  readonly reportedAt: string;
  /** Since when the holder misses it, as stated; used in no calculation. */
  readonly missedSince: string | null;
  /** Debits at or after this local time are stopped; null for a PIN alone. */
  readonly lostFrom: string | null;
  /** Last day of an oral report; it ends at 24:00 of that day. */
  readonly lapsesOn: BusinessDate | null;
  readonly reissueFrom: BusinessDate | null;
  /** First day on which a new PIN may be set. */
  readonly renewFrom: BusinessDate | null;
  readonly status: LossStatus;
  /** The department's own confirmation number. */
  readonly secondReference: string | null;
}

export interface LossPaperView {
  readonly kind: LossPaperKind;
  /** The loss form is A4 alone. */
  readonly paper: Paper;
  readonly documentNumber: string;
  readonly verificationCode: string;
  readonly journalNumber: string;
  /** Null for the original. */
  readonly reprint: Reprint | null;
  /** The moment of issue, and the same moment as the office's wall clock shows it. */
  readonly issuedAt: { readonly instant: Instant; readonly local: string };
  readonly office: { readonly code: string; readonly name: string };
  readonly counter: string;
  /** Codes and names of the clerk and of the second person; papers of earlier versions have no names. */
  readonly clerk: string;
  readonly clerkName: string | null;
  readonly authorisedBy: string | null;
  readonly authoriserName: string | null;
  /** Outcome of the network check, and the second document; null on papers of earlier versions. */
  readonly networkCheck: NetworkCheck | null;
  readonly secondDocument: string | null;
  /** Where the holder may ask; null where the office names no telephone. */
  readonly queryTelephone: string | null;
  readonly holder: {
    readonly name: string;
    readonly idNumber: string;
    readonly address: string;
    readonly phone: string;
    readonly employer: string;
  };
  readonly agent: {
    readonly name: string;
    readonly idNumber: string;
    readonly relation: string;
    readonly phone: string;
    readonly address: string;
  } | null;
  /** The card the paper is about; after a reissue, the old one. */
  readonly card: string;
  readonly accountNumber: string;
  readonly openedOn: BusinessDate;
  readonly balanceFen: Fen;
  readonly loss: LossOnPaper | null;
  readonly reissue: {
    readonly newCard: string;
    readonly newInsuranceNumber: string;
    readonly feeFen: Fen;
    readonly feeClass: ReissueFeeClass;
  } | null;
  readonly password: { readonly task: Exclude<PinTaskKind, 'prove' | 'acknowledge' | 'contact'> } | null;
  /** What was changed about the holder or their account; null on every other paper. */
  readonly change: ChangeOnPaper | null;
}

export interface ChangeOnPaper {
  readonly values: readonly { readonly name: ChangedField; readonly before: string; readonly after: string }[];
  /** Of a correction: the document seen. */
  readonly document: string | null;
  /** The holder confirmed it, at their window or before the second person. */
  readonly confirmed: boolean;
  readonly closing: {
    readonly closedOn: BusinessDate;
    readonly reference: string | null;
    readonly paidOutFen: Fen;
  } | null;
  /** Of a corrected entry: what stood, and its opposite. */
  readonly entry: {
    readonly seq: number;
    readonly date: BusinessDate;
    readonly amountFen: Fen;
    readonly balanceFen: Fen;
    readonly reason: string;
    readonly originalSeq: number;
    readonly originalDate: BusinessDate;
    readonly originalKind: EntryKind;
    readonly originalReference: string;
  } | null;
}

/** Throws a RangeError when the view lacks what its kind of paper is about: that is a programmer's error. */
export function assertLossPaperWhole(view: LossPaperView): void {
  const fault = faultOf(view);
  if (fault !== null) throw new RangeError(`${view.kind} ${view.documentNumber}: ${fault}`);
}

function isReceiptOfChange(kind: LossPaperKind): boolean {
  return ['contact-receipt', 'identity-receipt', 'closing-receipt', 'correction-receipt'].includes(kind);
}

function faultOf({ kind, paper, loss, reissue, password, change }: LossPaperView): string | null {
  if (kind === 'loss-form' && paper !== 'a4') return 'the loss form is printed on A4 alone';
  if (kind === 'password-receipt') return password === null ? 'no task of a PIN' : null;
  if (isReceiptOfChange(kind)) return change === null ? 'nothing that was changed' : null;
  if (loss === null) return 'no loss report';
  return kind === 'reissue-receipt' && reissue === null ? 'no reissued card' : null;
}
