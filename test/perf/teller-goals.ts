/**
 * How long a task may take, in blank key presses. Visits and statements have figures of their own, in seconds on a quiet
 * machine, where a blank key press takes one and a half of sixty frames a second. The other tasks have the sum of their
 * parts, which are taken from those figures.
 */
const BLANK_PRESS_S = 1.5 / 60;

export function withinSeconds(seconds: number): number {
  return Math.round(seconds / BLANK_PRESS_S);
}

export interface TaskParts {
  /** Keys that lead on: a visit by readers has four, within 0.15 s. */
  readonly keys: number;
  /** Characters between them: a typed visit has 37, and 41 keys within 0.5 s. */
  readonly characters?: number;
  /** Commands written to the books, and files read or written. */
  readonly written?: number;
  /** PINs and passwords that are kept or compared, which is slow by intention. */
  readonly secrets?: number;
  /** Papers that are made and drawn, as a statement is within 0.29 s. */
  readonly papers?: number;
}

const BLANK_PRESSES_A = { keys: 1.5, characters: 0.5, written: 4, secrets: 4, papers: 12 } as const;

/** Rounded up. */
export function withinParts(parts: TaskParts): number {
  const { keys, characters = 0, written = 0, secrets = 0, papers = 0 } = parts;
  const each = BLANK_PRESSES_A;
  const pressed = keys * each.keys + characters * each.characters;
  return Math.ceil(pressed + written * each.written + secrets * each.secrets + papers * each.papers);
}
