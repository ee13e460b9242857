/** One line that is refused while the others stand. */
import type { FileNote } from '../../contract/office/office-views.ts';

export type RefusedLine<Code extends string> = {
  readonly ok: false;
  readonly line: number;
  readonly code: Code;
  /** English, the detail included. */
  readonly message: string;
  /** What exactly is wrong, where the code alone does not say it. */
  readonly detail: Omit<FileNote, 'message'> | null;
};

export function refusedLine<Code extends string>(
  line: number,
  code: Code,
  meaning: string,
  note: FileNote | null,
): RefusedLine<Code> {
  if (note === null) return { ok: false, line, code, message: meaning, detail: null };
  const { message, ...detail } = note;
  return { ok: false, line, code, message: `${meaning}: ${message}`, detail };
}
