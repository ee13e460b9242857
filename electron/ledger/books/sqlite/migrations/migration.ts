import type { Connection } from '../connection.ts';
import type { Keys } from '../../sealing/keys.ts';

/** One step of the schema. Its number is its place in the list; the name says what it brings. */
export interface Migration {
  readonly name: string;
  /** SQL run in one transaction. */
  readonly up: string;
  /** What needs the office's keys: values that were plain until this version; in the same transaction, after `up`. */
  readonly seal?: (connection: Connection, keys: Keys) => void;
}
