/** A telephone line as the menu needs it, whichever exchange it comes from: it plays, says which keys were struck, and ends. */
import type { Language } from '../../../contract/kernel/vocabulary.ts';
import type { Key } from '../menu/menu-state-rules.ts';
import type { Piece } from '../prompts/spoken-rules.ts';

/** A call that has been taken. */
export interface Line {
  /** As the exchange says it, which nobody has proven; null where it says none. */
  readonly callerNumber: string | null;
  /** In place of what is being played. */
  play(pieces: readonly Piece[], language: Language): void;
  stop(): void;
  hangUp(): void;
  /** To a person: the bank's own exchange sees to it, and the call ends here. */
  handOver(): void;
}

/** What happens on a line, told to the one call that is on it. */
export interface LineListener {
  key(key: Key): void;
  /** All of the last `play` was heard; not told of what was stopped or replaced. */
  played(): void;
  /** The caller has hung up or the line has died; nothing is told after it. */
  gone(): void;
}

/** Takes a call: answers who listens to its line. */
export type TakeCall = (line: Line) => LineListener;

/** What carries calls: started with the office server, and ended with it. */
export interface Exchange {
  /** Hangs up what is under way, and takes no call any more. */
  close(): Promise<void>;
}
