/**
 * Where a customer's keys come from: the screen's pad or the keyboard; a hardware pad would hand over
 * a sealed block where these two hand over digits (docs/rules.md 4).
 */
export type PinKey =
  | { readonly kind: 'digit'; readonly digit: number }
  | { readonly kind: 'erase' }
  | { readonly kind: 'submit' }
  | { readonly kind: 'cancel' };

export interface PinSource {
  /** Hands every key to `take` as it is pressed, until the returned function is called. */
  readonly listen: (take: (key: PinKey) => void) => () => void;
}
