/**
 * What an anchor says about the books beside it. An anchor holds where the books of a folder stood at their last
 * acknowledged command; it lies outside the database, so books that were rolled back or cut short no longer meet it.
 */
import type { Instant } from '../../../contract/kernel/dates.ts';

export interface AnchorPoint {
  /** Which line of books this is: a restored copy goes on under a lineage of its own. */
  readonly lineage: string;
  /** The number of the last commit. */
  readonly commits: number;
  /** Number and hash of the newest audit record. */
  readonly seq: number;
  readonly hash: string;
  readonly at: Instant;
  /** The number of commits when this lineage began in this folder. */
  readonly begun: number;
}

/** An anchor of the office; `folderDigest` names the folder its books lie in. A file that cannot be read has no point. */
export interface FoundAnchor {
  readonly folderDigest: string;
  readonly point: AnchorPoint | null;
}

export interface BooksState {
  /** Null in books from before anchors. */
  readonly lineage: string | null;
  readonly commits: number;
  readonly seq: number;
  /** Hash of an audit record, null when there is no such record. */
  readonly hashAt: (seq: number) => string | null;
  /** Times of the first audit record after this one and of the newest; null when there is none after it. */
  readonly spanAfter: (seq: number) => { readonly first: Instant; readonly last: Instant } | null;
}

export type AnchorVerdict =
  /** The books have never been anchored. */
  | { readonly state: 'unanchored' }
  | { readonly state: 'sound' }
  /** A kill or a power loss came between commits and their anchor. */
  | { readonly state: 'ahead'; readonly anchor: AnchorPoint }
  | { readonly state: 'behind' | 'other' | 'outdated'; readonly anchor: AnchorPoint }
  | { readonly state: 'missing' };

/**
 * Milliseconds between the first and the last record after the anchor that a loss of power explains. The anchor is on the
 * disk about a second after a commit; the rest is for disks that are busy when the power goes.
 */
const POWER_LOSS_WINDOW = 10_000;

/** The head of the books on paper: the number of the newest audit record and the beginning of its hash. */
export function headText({ seq, hash }: Pick<AnchorPoint, 'seq' | 'hash'>): string {
  return `${seq} · ${hash.slice(0, 16)}`;
}

/** Judges the books that lie at `folderDigest` by all anchors of their office. */
export function anchorVerdict(books: BooksState, folderDigest: string, anchors: readonly FoundAnchor[]): AnchorVerdict {
  const here = anchors.find((anchor) => anchor.folderDigest === folderDigest)?.point ?? null;
  if (here !== null && wasWorkedIn(here) && !holds(books, here)) return lost(books, here);
  if (books.lineage === null) return unanchored(books, folderDigest, anchors);
  const own = newestOf(anchors.flatMap(({ point }) => (point?.lineage === books.lineage ? [point] : [])));
  if (own === null) return { state: 'missing' };
  if (!holds(books, own)) return lost(books, own);
  return books.commits > own.commits ? ahead(books, own) : { state: 'sound' };
}

/** Books from before anchors are where every anchored line of the office began: they lack nothing, or they are old. */
function unanchored(books: BooksState, folderDigest: string, anchors: readonly FoundAnchor[]): AnchorVerdict {
  if (anchors.some((anchor) => anchor.folderDigest === folderDigest && anchor.point === null))
    return { state: 'missing' };
  const newest = newestOf(anchors.flatMap(({ point }) => (point !== null && wasWorkedIn(point) ? [point] : [])));
  return newest !== null && !holds(books, newest) ? lost(books, newest) : { state: 'unanchored' };
}

function newestOf(points: readonly AnchorPoint[]): AnchorPoint | null {
  return points.reduce<AnchorPoint | null>(
    (newest, point) => (newest === null || point.commits > newest.commits ? point : newest),
    null,
  );
}

/** A restored copy in which nothing was done since holds nothing of its own and may be replaced. */
function wasWorkedIn({ commits, begun }: AnchorPoint): boolean {
  return commits > begun;
}

function holds(books: BooksState, anchor: AnchorPoint): boolean {
  const reached = books.commits >= anchor.commits && books.seq >= anchor.seq;
  return reached && books.hashAt(anchor.seq) === anchor.hash;
}

function lost(books: BooksState, anchor: AnchorPoint): AnchorVerdict {
  const behind = books.commits < anchor.commits || books.seq < anchor.seq;
  return { state: behind ? 'behind' : 'other', anchor };
}

/** One commit more is a kill between the commit and its anchor, at whatever time; more of them lie close together. */
function ahead(books: BooksState, anchor: AnchorPoint): AnchorVerdict {
  const span = books.spanAfter(anchor.seq);
  const explained =
    books.commits === anchor.commits + 1 || span === null || span.last - span.first <= POWER_LOSS_WINDOW;
  return { state: explained ? 'ahead' : 'outdated', anchor };
}
