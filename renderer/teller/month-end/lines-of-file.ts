/** The lines of a file that were not taken, one shape for all kinds of file. */
import { fileFaultText } from '../../../electron/contract/month-end/file-faults.ts';
import type { Language } from '../../../electron/contract/kernel/vocabulary.ts';
import type { FileOutcome, RefusedRegisterLine, RejectedLine } from '../../../electron/contract/office/office-views.ts';

export interface LineNotTaken {
  readonly line: number;
  readonly id: string;
  readonly reason: string;
  readonly card: string;
  readonly name: string;
  readonly amountText: string;
  /** What the ledger says where the code has no words here. */
  readonly message: string;
  readonly detail: RefusedRegisterLine['detail'];
}

export interface LinesOfFile {
  readonly rows: readonly LineNotTaken[];
  /** How many there are in the file; more than the rows when only the first are shown. */
  readonly count: number;
  /** Register and institutions have neither amount nor card to show. */
  readonly withAmounts: boolean;
}

export function linesOfOutcome(outcome: FileOutcome): LinesOfFile {
  if (outcome.kind === 'allocation' || outcome.kind === 'settlement') {
    return linesOfBatch(outcome.rejected, outcome.rejectedCount);
  }
  return { rows: outcome.refused.map(fromRegister), count: outcome.refusedCount, withAmounts: false };
}

export function linesOfBatch(rejected: readonly RejectedLine[], count: number): LinesOfFile {
  return { rows: rejected.map(fromBatch), count, withAmounts: true };
}

/** What to look at twice before the file is posted, in words; registers and institutions have nothing of the kind. */
export function warningsOf(outcome: FileOutcome, language: Language): string[] {
  if (!('warnings' in outcome)) return [];
  return outcome.warnings.map(({ key, params }) => fileFaultText(language, key, params));
}

/** How many lines posting would take. */
export function loadableCount(outcome: FileOutcome): number {
  if (outcome.fault) return 0;
  if (outcome.kind === 'allocation' || outcome.kind === 'settlement') {
    return outcome.fileReason === null ? outcome.accepted + outcome.rejectedCount : 0;
  }
  return outcome.added + outcome.updated;
}

function fromBatch({ line, id, reason, cardMasked, nameMasked, amountText }: RejectedLine): LineNotTaken {
  return { line, id, reason, card: cardMasked, name: nameMasked ?? '', amountText, message: '', detail: null };
}

function fromRegister({ line, code, message, detail }: RefusedRegisterLine): LineNotTaken {
  return { line, id: '', reason: code, card: '', name: '', amountText: '', message, detail };
}
