/** In what pieces files go between a counter and its ledger; the last piece is shorter. */

/** An answer file goes down in pieces of so many bytes. */
export const ANSWER_PIECE_BYTES = 256 * 1024;

/** A file is received in pieces of at most so many bytes. */
export const INTAKE_PIECE_BYTES = 1024 * 1024;
