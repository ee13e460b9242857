/**
 * What makes a whole file unreadable, as a value with a place in the file. The readers are async generators, so a
 * fault leaves them as an `IntakeRefusal`: the one class that use cases catch around a reading loop.
 * Params never hold cell contents: a shifted column could put a name or a card number there (JR/T 0171 C2).
 */
import { fileFaultText, type FileFaultKey } from '../../contract/month-end/file-faults.ts';

/**
 * FF01: an allocation file (docs/formats.md 3). FORMAT: every other file (docs/formats.md 1 to 4). FILE_UNREADABLE: the
 * disk said no.
 */
export type IntakeFaultCode = 'FF01' | 'FORMAT' | 'FILE_UNREADABLE';

export type IntakeFaultParams = Readonly<Record<string, string | number>>;

/** Both count from 1; columns count characters (code points), not bytes. */
export type Position = { readonly line: number; readonly column: number };

export type IntakeFault = {
  readonly code: IntakeFaultCode;
  /** Null only for FILE_UNREADABLE, which has no place in the text. */
  readonly line: number | null;
  readonly column: number | null;
  readonly key: FileFaultKey;
  readonly params: IntakeFaultParams;
  /** English, with the place in front. */
  readonly message: string;
};

export class IntakeRefusal extends Error {
  readonly fault: IntakeFault;

  constructor(fault: IntakeFault) {
    super(fault.message);
    this.name = 'IntakeRefusal';
    this.fault = fault;
  }
}

/** Builds the refusal to throw; `position` null where the file has no text to point at. */
export function refusal(
  code: IntakeFaultCode,
  position: Position | null,
  key: FileFaultKey,
  params: IntakeFaultParams = {},
): IntakeRefusal {
  const text = fileFaultText('en', key, params);
  const place = position === null ? '' : `line ${position.line}, column ${position.column}: `;
  return new IntakeRefusal({
    code,
    line: position?.line ?? null,
    column: position?.column ?? null,
    key,
    params,
    message: `${place}${text}`,
  });
}

/** The place of `index` in `text`, whose first character stands at `start`. */
export function positionIn(text: string, index: number, start: Position): Position {
  let { line, column } = start;
  for (const character of text.slice(0, index)) {
    line += character === '\n' ? 1 : 0;
    column = character === '\n' ? 1 : column + 1;
  }
  return { line, column };
}
