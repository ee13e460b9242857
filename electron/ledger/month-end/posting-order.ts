/** Who posts a file, authorised by whom, and how the run of a batch file ends. */
import { createHash } from 'node:crypto';
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { Fen } from '../../contract/kernel/money.ts';
import { fileFaultText } from '../../contract/month-end/file-faults.ts';
import type { FileFault, FileNote } from '../../contract/office/office-views.ts';
import { readingReason } from '../../disk/disk-refusal.ts';
import { yuanOfFen } from '../intake/allocation/control-total.ts';
import type { FileSource } from '../intake/file-source.ts';
import type { IntakeFault } from '../intake/intake-fault.ts';
import type { Writing } from '../books/books.ts';
import type { OperationKey } from '../request/operation-rows.ts';
import type { RefusedLine } from '../account/posting-rows.ts';
import type { PackedLines } from './packed-lines.ts';

export interface PostingOrder {
  readonly clerk: string;
  readonly second: string;
  /**
   * Holds the run against what the second person was shown, and puts their word on record; in the transaction that begins
   * the posting.
   * Absent at the command line, where the second person names the file with the command itself.
   */
  readonly authorise?: (writing: Writing, run: BatchRun) => Promise<void>;
  /** Whose answer the outcome is, so that a repeated command finds it. Null for the command line. */
  readonly answer: OperationKey | null;
}

/** What a check or a posting of an allocation or settlement file came to, with every refused line. */
export interface BatchRun {
  readonly kind: 'allocation' | 'settlement';
  readonly posted: boolean;
  /** Empty when the file is so broken that it names none. */
  readonly batch: string;
  readonly declaredCount: number | null;
  readonly declaredFen: Fen | null;
  readonly accepted: number;
  readonly amountFen: Fen;
  readonly refused: PackedLines<RefusedLine>;
  /** What the refused lines come to, as far as they hold an amount; null where no line was judged. */
  readonly rejectedFen: Fen | null;
  readonly fileReason: string | null;
  readonly fault: FileFault | null;
  /** What was noticed without refusing the file for it. */
  readonly notes: readonly FileNote[];
  /** What the second person looks at twice. */
  readonly warnings: readonly FileNote[];
}

export function faultOf(fault: IntakeFault): FileFault {
  const { code: reason, line, column, key, params, message } = fault;
  return { reason, line, column, key, params: { ...params }, message };
}

/** What a file declares of itself, and what its lines come to. */
export interface ControlFigures {
  readonly declaredCount: number;
  readonly count: number;
  readonly declaredText: string | null;
  /** In fen. */
  readonly found: bigint;
}

/** The figures behind a wrong count or sum; null when they agree and a block inside the file does not. */
export function controlFault(reason: string, figures: ControlFigures): FileFault | null {
  const { declaredCount, count, declaredText } = figures;
  const isCount = reason === 'AM18' || reason === 'COUNT_WRONG';
  const isSum = reason === 'AM10' || reason === 'TOTAL_WRONG';
  const found = isCount ? String(count) : yuanOfFen(figures.found);
  const declared = isCount ? String(declaredCount) : (declaredText ?? '');
  if ((!isCount && !isSum) || declared === found || declared === '') return null;
  const key = isCount ? 'countDiffers' : 'sumDiffers';
  const params = { declared, found };
  return { reason, line: null, column: null, key, params, message: fileFaultText('en', key, params) };
}

/** A source that also tells the SHA-256 of what was last read through to its end. */
export interface HashedSource extends FileSource {
  sha256(): string;
  wasReadWhole(): boolean;
}

export function hashedSource(source: FileSource): HashedSource {
  let digest: string | null = null;
  async function* open(): AsyncGenerator<Uint8Array> {
    const hash = createHash('sha256');
    for await (const piece of source.open()) {
      if (digest === null) hash.update(piece);
      yield piece;
    }
    digest ??= hash.digest('hex');
  }
  return {
    name: source.name,
    open,
    wasReadWhole: () => digest !== null,
    sha256() {
      if (digest === null) throw new Error('the file was not read to its end');
      return digest;
    },
  };
}

/** The disk did not give the file: why, in a word that has a sentence. */
export function unreadableFile({ params }: IntakeFault): RefusalError {
  return new RefusalError('FILE_UNREADABLE', { reason: readingReason(String(params['reason'])) });
}
