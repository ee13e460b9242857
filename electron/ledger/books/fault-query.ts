/** A query whose every row is a fault, and one that counts what was looked at. */
export interface FaultQuery {
  readonly name: string;
  readonly counted: string;
  /** Rows of one text column: what is wrong where. No personal value. */
  readonly faults: string;
}
