/** One sentence about what just happened. Green only for a proven match, amber for what waits, red for danger. */
export interface Notice {
  readonly tone: 'plain' | 'danger' | 'running' | 'proven';
  readonly text: string;
}
