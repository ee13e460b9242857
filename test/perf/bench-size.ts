/** How much a run measures: the sizes of the issue, or small ones with which the bench itself can be tried. */
export interface BenchSize {
  readonly accounts: number;
  /** Pairs of posting and raw insert. */
  readonly postings: number;
  /** Accounts that are asked for their statement. */
  readonly statements: number;
  /** Loss reports. */
  readonly reports: number;
  /** Pairs of one PDF each, of a short and of a long statement. */
  readonly shortPdfs: number;
  readonly longPdfs: number;
  /** Accounts of the office in which another clerk waits, and lines of the register that is checked meanwhile. */
  readonly waiting: number;
  readonly registerLines: number;
  /** Customers of each counter of an office server. */
  readonly customers: number;
  /** Pairs of a holder who is known and one who is not. */
  readonly tries: number;
  /** Entries of the day that is ended, and pairs of a day end and a sum. */
  readonly dayEntries: number;
  readonly dayEnds: number;
  /** Pairs of starts. */
  readonly starts: number;
  /** Times that a teller does each task. */
  readonly tellerRounds: number;
}

export const FULL: BenchSize = {
  accounts: 1_000_000,
  postings: 3,
  statements: 3_000,
  reports: 1_000,
  shortPdfs: 40,
  longPdfs: 8,
  waiting: 10_000,
  registerLines: 200_000,
  customers: 100,
  tries: 2_000,
  dayEntries: 200_000,
  dayEnds: 7,
  starts: 9,
  tellerRounds: 9,
};

export const SMALL: BenchSize = {
  accounts: 10_000,
  postings: 1,
  statements: 200,
  reports: 100,
  shortPdfs: 10,
  longPdfs: 2,
  waiting: 10_000,
  registerLines: 20_000,
  customers: 8,
  tries: 100,
  dayEntries: 10_000,
  dayEnds: 3,
  starts: 2,
  tellerRounds: 2,
};
