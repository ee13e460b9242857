/** How large the clerk's window draws everything. */
/** In percent, from the smallest; 150 is the most at which a window of the designed size still shows everything. */
export const enlargements = [100, 110, 125, 150] as const;
export type Enlargement = (typeof enlargements)[number];
