/** Which papers of a holder are listed, and what became of each (docs/papers.md 3). */
import type { PaperState } from '../../contract/printing/paper-views.ts';
import type { DocumentKind } from '../../contract/kernel/vocabulary.ts';

/** A paper with what was given out of it. */
export interface KeptPaper {
  readonly number: string;
  readonly kind: DocumentKind;
  readonly about: string | null;
  readonly journal: number | null;
  readonly preparedAt: number;
  readonly issuedAt: number | null;
  /** Its print jobs; one that was printed without a printer was saved from the queue. */
  readonly jobs: readonly { readonly state: 'queued' | 'printed' | 'cancelled'; readonly printer: string | null }[];
  /** How often it was saved at its preview. */
  readonly files: number;
  /** The report that it is about was taken back as entered by mistake, or its holder says that it is not right. */
  readonly isReportWrong: boolean;
}

export function paperState({ jobs, files, issuedAt }: KeptPaper): PaperState {
  const given = jobs.filter(({ state }) => state === 'printed');
  if (given.some(({ printer }) => printer !== null)) return 'printed';
  if (given.length > 0 || files > 0) return 'saved';
  if (jobs.some(({ state }) => state === 'queued')) return 'queued';
  if (jobs.length > 0) return 'cancelled';
  // Books of earlier versions did not keep how often a paper was saved.
  return issuedAt === null ? 'never' : 'saved';
}

/** Neither printed nor saved, and not taken out of the queue by a clerk. */
export function isNotGiven(paper: KeptPaper): boolean {
  const state = paperState(paper);
  return state === 'queued' || state === 'never';
}

export function copiesGiven({ jobs, files }: KeptPaper): number {
  return jobs.filter(({ state }) => state === 'printed').length + files;
}

/**
 * What is listed of them, newest first: every paper that was issued, and a form or receipt that was made and not given out,
 * unless a later one is about the same matter, or the form's report was taken back or called wrong by its holder: nobody
 * signs that. A statement that was only looked at is no paper.
 */
export function listedPapers<Paper extends KeptPaper>(papers: readonly Paper[]): Paper[] {
  return papers
    .filter((paper) => paper.issuedAt !== null || isOutstanding(paper, papers))
    .toSorted((one, other) => (isLater(one, other) ? -1 : 1));
}

function isOutstanding(draft: KeptPaper, papers: readonly KeptPaper[]): boolean {
  const isToSign = draft.kind !== 'loss-form' || !draft.isReportWrong;
  return draft.kind !== 'statement' && isToSign && !papers.some((other) => replaces(other, draft));
}

function replaces(other: KeptPaper, draft: KeptPaper): boolean {
  if (other.number === draft.number || other.kind !== draft.kind || other.about !== draft.about) return false;
  if (other.issuedAt !== null) return (other.journal ?? 0) >= (draft.journal ?? 0);
  return isLater(other, draft);
}

/** Of two made at the same moment the one with the later number, whatever letter its kind has. */
function isLater(one: KeptPaper, other: KeptPaper): boolean {
  if (one.preparedAt !== other.preparedAt) return one.preparedAt > other.preparedAt;
  return one.number.slice(1) > other.number.slice(1);
}
