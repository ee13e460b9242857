/** One of a few choices, with the digit that chooses it. */
export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly key?: string;
  readonly note?: string | null;
  readonly disabled?: boolean;
}
