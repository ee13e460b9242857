/** Lines of an allocation file on their way from their reader to the tables they are staged in, and who takes them. */

/** Lines without a fault so far, in columns: a thread takes these in a fraction of the time of an object a line. */
export interface StagedColumns {
  /** Place among the lines of the file, from 1. */
  readonly ordinals: number[];
  /** A number where a double can hold it (allocation-staging.ts). */
  readonly externals: (number | string)[];
  /** 32 hex digits a line, one line's after the other's. */
  payeeIndexes: string;
  readonly amountsFen: number[];
  /** Of `narrative`. */
  readonly narratives: number[];
}

export interface StagedPiece {
  /** Of the first line of the piece. */
  readonly firstOrdinal: number;
  /** All lines of the piece as the file gave them (allocation-staging.ts). */
  readonly written: string;
  readonly lines: StagedColumns;
  readonly refused: readonly (readonly [ordinal: number, external: number | string, reason: string])[];
  /** Those that no piece before had. */
  readonly narratives: readonly (readonly [id: number, text: string])[];
}

/** All throw RefusalError for what the disk says. */
export interface StageWriter {
  take(piece: StagedPiece): Promise<void>;
  /** Ends staging; the file is closed and whole. Where identifiers only rise, none can stand twice. */
  finish(identifiersRise: boolean): Promise<void>;
  /** Closes the file, whatever state it is in; nothing when it is closed already. */
  abandon(): Promise<void>;
}
