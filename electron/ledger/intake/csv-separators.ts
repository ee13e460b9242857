/** What stands between the columns of a table that is not separated by commas, and a first line that names it. */

const OTHER_SEPARATORS = ';；，、|';
const SEPARATOR_LINE = /^\s*"?sep=[^\w\r\n]?"?[,;\t ]*$/i;

/** `sep=,`: what a spreadsheet is told about the lines that follow it. */
export function isSeparatorLine(line: string): boolean {
  return SEPARATOR_LINE.test(line);
}

/** What other programs and countries put between columns, by name, where it stands at `at`. */
export function otherSeparatorAt(text: string, at: number): string | null {
  const character = text.charAt(at);
  if (character === '\t') return 'TAB';
  return character !== '' && OTHER_SEPARATORS.includes(character) ? character : null;
}
