/** What a command prints, piece by piece: an answer may name a million refused lines. */
import type { CommandResult } from './command.ts';

/** Rows printed at once. */
const PIECE = 1_000;

/** A list in the JSON of an answer, and a line for each of it below the answer's words. */
export class Rows<Row> {
  readonly #rows: Iterable<Row>;
  readonly #json: (row: Row) => object;
  readonly #line: (row: Row) => string;

  constructor(rows: Iterable<Row>, json: (row: Row) => object, line: (row: Row) => string) {
    this.#rows = rows;
    this.#json = json;
    this.#line = line;
  }

  *json(): Generator<string> {
    yield '[';
    yield* joined(this.#rows, (row) => JSON.stringify(this.#json(row)), ',');
    yield ']';
  }

  *lines(): Generator<string> {
    yield* joined(this.#rows, (row) => `\n${this.#line(row)}`, '');
  }
}

function* joined<Row>(rows: Iterable<Row>, textOf: (row: Row) => string, between: string): Generator<string> {
  let piece: string[] = [];
  let before = '';
  for (const row of rows) {
    piece.push(textOf(row));
    if (piece.length < PIECE) continue;
    yield before + piece.join(between);
    before = between;
    piece = [];
  }
  if (piece.length > 0) yield before + piece.join(between);
}

/** What was noticed about a file, in its JSON; left out where there is nothing to say. */
export function notesOf(notes: readonly { readonly message: string }[]): { readonly notes?: readonly string[] } {
  return notes.length === 0 ? {} : { notes: notes.map(({ message }) => message) };
}

/** The JSON of a result, in a line of its own; what `error` says of a refusal comes last in it. */
export function* jsonText({ json, refusal }: CommandResult): Generator<string> {
  const error = refusal && { code: refusal.code, message: refusal.message };
  if (!isObject(json)) {
    yield `${JSON.stringify(error ? { error } : json)}\n`;
    return;
  }
  let before = '{';
  for (const [name, value] of Object.entries(error ? { ...json, error } : json)) {
    if (value === undefined) continue;
    yield `${before}${JSON.stringify(name)}:`;
    if (value instanceof Rows) yield* value.json();
    else yield JSON.stringify(value);
    before = ',';
  }
  yield before === '{' ? '{}\n' : '}\n';
}

/** The same in words. */
export function* plainText({ json, text }: CommandResult): Generator<string> {
  yield text;
  for (const value of isObject(json) ? Object.values(json) : []) if (value instanceof Rows) yield* value.lines();
  yield '\n';
}

function isObject(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
