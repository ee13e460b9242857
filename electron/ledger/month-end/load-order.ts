/** Who loads a register or institutions, authorised by whom, and how the run ends. */
import type { FileFault, FileNote, RefusedRegisterLine } from '../../contract/office/office-views.ts';
import type { Writing } from '../books/books.ts';
import type { OperationKey } from '../request/operation-rows.ts';
import type { PackedLines } from './packed-lines.ts';
export interface LoadRun {
  readonly kind: 'register' | 'institutions';
  readonly posted: boolean;
  readonly added: number;
  readonly updated: number;
  readonly refused: PackedLines<RefusedRegisterLine>;
  readonly fault: FileFault | null;
  readonly notes: readonly FileNote[];
}

export interface LoadOrder {
  /** As the audit record names them. */
  readonly actor: string;
  /** Null at the command line, which asks no second person (docs/rules.md 5). */
  readonly second?: string | null;
  /** Holds the run against what the second person was shown, and puts their word on record; in its transaction. */
  readonly authorise?: (writing: Writing, run: LoadRun) => Promise<void>;
  readonly answer: { readonly key: OperationKey; of(run: LoadRun): unknown } | null;
  /** Of a received file, which goes on record with it. */
  readonly sha256?: string;
}
