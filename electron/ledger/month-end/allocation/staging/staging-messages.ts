/** What the ledger's thread and its staging thread say to each other; each message has one answer, in turn. */
import type { Refusal } from '../../../../contract/kernel/errors.ts';
import type { StagedPiece } from './staged-piece.ts';

export type StagingMessage =
  | { readonly kind: 'piece'; readonly piece: StagedPiece }
  | { readonly kind: 'finish'; readonly identifiersRise: boolean };

/** Null: done. */
export type StagingAnswer = Refusal | null;
