/** A column of a table; figures stand right-aligned. */
export interface Column {
  readonly key: string;
  readonly title: string;
  readonly figure?: boolean;
}
