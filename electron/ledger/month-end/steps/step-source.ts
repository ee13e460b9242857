/** The lines of a file on their way into the books, from where its posting stands. */
import type { FilePosting } from './file-posting-rows.ts';

export interface StepSource {
  /**
   * Settles about so many lines in one short transaction; answers how far the posting is then, null when no line is left.
   * What it throws ends this source: another one begins where the books say.
   */
  step(posting: FilePosting, lines: number): Promise<FilePosting | null>;
  close(): Promise<void>;
}
