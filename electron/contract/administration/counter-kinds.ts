/** What a counter of an office server is: one with a teller, or the desk of a supervisor who decides for all of them. */
export const COUNTER_KINDS = ['counter', 'supervisor-desk'] as const;
export type CounterKind = (typeof COUNTER_KINDS)[number];
