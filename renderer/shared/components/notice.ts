/**
 * One sentence about what just happened. Green only for a proven match, amber only for a clock that runs, red for danger;
 * what waits without one is bold on grey.
 */
export interface Notice {
  readonly tone: 'plain' | 'waits' | 'danger' | 'running' | 'proven';
  readonly text: string;
}
