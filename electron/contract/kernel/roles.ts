/** What a clerk may be (docs/rules.md 5), from the least to the most. */
export const ROLES = ['clerk', 'supervisor', 'administrator'] as const;
