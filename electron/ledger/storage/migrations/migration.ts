/** One step of the schema. Its number is its place in the list; the name says what it brings. */
export interface Migration {
  readonly name: string;
  /** SQL run in one transaction. */
  readonly up: string;
}
