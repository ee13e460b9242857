/**
 * Where a customer's keys come from. The screen's pad and the keyboard are the first two; a hardware pad would hand over
 * a sealed block where these hand over digits (docs/rules.md 4).
 */
export type PinKey =
  | { readonly kind: 'digit'; readonly digit: number }
  | { readonly kind: 'erase' }
  | { readonly kind: 'submit' }
  | { readonly kind: 'cancel' };

export interface PinSource {
  /** Hands every key to `take` as it is pressed, until the answered function is called. */
  readonly listen: (take: (key: PinKey) => void) => () => void;
}
