/** Which display is the customer's: one that the clerk's window is not on. */

export interface DisplayFacts {
  readonly id: number;
  readonly bounds: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/**
 * Null when there is none, and the customer's window must cover the clerk's.
 * @param clerkDisplay id of the display the clerk's window is on.
 * @param before id of the display the customer's window was on: it does not move without need.
 */
export function customerDisplay<Display extends DisplayFacts>(
  displays: readonly Display[],
  clerkDisplay: number,
  before: number | null,
): Display | null {
  const free = displays.filter(({ id }) => id !== clerkDisplay);
  return free.find(({ id }) => id === before) ?? free[0] ?? null;
}
