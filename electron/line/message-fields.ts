/** A look at the fields of what came over a line, before a schema has read them. */
export function isRecordOf(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
