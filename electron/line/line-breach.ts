/** What the other end of a line did that ends it. */
export type BreachReason =
  /** A frame longer than the direction allows, or empty. */
  | 'frame-size'
  /** Bytes that are no message, or a message of more parts than the direction allows. */
  | 'garbage'
  /** A message that the protocol does not have, or not now. */
  | 'message'
  /** What it is sent is not taken. */
  | 'slow-reader'
  /** Nothing comes, not even a beat. */
  | 'silent';

export class LineBreach extends Error {
  readonly reason: BreachReason;

  constructor(reason: BreachReason) {
    super(`the line was cut: ${reason}`);
    this.name = 'LineBreach';
    this.reason = reason;
  }
}
