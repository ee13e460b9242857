/** What a window is shown of a file that was checked, posted or loaded. */
import type { BatchFileOutcome } from '../../contract/month-end/command-file-verbs.ts';
import type { FileOutcome, RejectedLine } from '../../contract/office/office-views.ts';
import type { RefusedLine } from '../account/posting-rows.ts';
import { maskCard, maskName, shownAmountText } from '../numbers/masking.ts';
import { rejectedSum } from './batch-warnings.ts';
import type { LoadRun } from './load-order.ts';
import type { BatchRun } from './posting-order.ts';
import type { FilePosting } from './steps/file-posting-rows.ts';

/** A window shows at most this many refused lines; the answer file holds all. */
export const LINES_SHOWN = 5_000;

export function maskedLine({ line, externalId, reason, card, name, amountText }: RefusedLine): RejectedLine {
  const nameMasked = name === null || name === '' ? null : maskName(name);
  return {
    line,
    id: externalId,
    reason,
    cardMasked: maskCard(card),
    nameMasked,
    amountText: shownAmountText(amountText),
  };
}

export function batchOutcome(run: BatchRun): FileOutcome {
  const { refused, notes, warnings, ...rest } = run;
  return {
    ...rest,
    notes: [...notes],
    warnings: [...warnings],
    rejectedCount: refused.length,
    rejected: refused.first(LINES_SHOWN).map(maskedLine),
  };
}

/** Of a posting at its end; `refused` are the first of its refused lines. */
export function postedOutcome(posting: FilePosting, refused: readonly RefusedLine[]): FileOutcome {
  const { kind, number: batch, accepted, amountFen, rejected: rejectedCount, figures } = posting;
  const { declaredCount, declaredFen, notes, warnings, sumFen } = figures;
  const file = { kind, batch, declaredCount, declaredFen, notes, warnings, fileReason: null, fault: null } as const;
  const rejectedFen = rejectedSum(BigInt(sumFen), amountFen);
  return { ...file, posted: true, accepted, amountFen, rejectedCount, rejectedFen, rejected: refused.map(maskedLine) };
}

/** The same as the command line is answered, which asks for the refused lines piece by piece. */
export function postedBatchOutcome({
  number: batch,
  accepted,
  amountFen,
  rejected,
  figures,
}: FilePosting): BatchFileOutcome {
  const counts = { batch, accepted, amountFen, rejectedCount: rejected };
  return { posted: true, answeredAsPosted: false, ...counts, fileReason: null, fault: null, notes: figures.notes };
}

export function loadOutcome(run: LoadRun): FileOutcome {
  const { refused, notes, ...rest } = run;
  return { ...rest, notes: [...notes], refusedCount: refused.length, refused: refused.first(LINES_SHOWN) };
}
