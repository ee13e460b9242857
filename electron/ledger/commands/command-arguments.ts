/** Parses a command line into options and arguments. */
import { parseArgs } from 'node:util';
import { OPTIONS, UsageError, type OptionValues } from './command.ts';

interface ParsedArguments {
  readonly args: readonly string[];
  readonly options: OptionValues;
}

/** No argument of a process holds it. */
const MARK = '\0';
const MINUS_AND_NUMBER = /^-[\d.]/;
const LONG_OPTION = '--';

const TAKE_TEXT: ReadonlySet<string> = new Set(
  Object.entries(OPTIONS).flatMap(([name, { type }]) => (type === 'string' ? [`${LONG_OPTION}${name}`] : [])),
);

/** Throws UsageError for an option that no command has, and for one that lacks its value. */
export function parseArguments(typed: readonly string[]): ParsedArguments {
  try {
    const { positionals, values } = parseArgs({
      args: withValues(typed),
      options: OPTIONS,
      allowPositionals: true,
      strict: true,
    });
    return { args: positionals.map((word) => word.replace(MARK, '')), options: values };
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(error.message.replaceAll(MARK, ''));
    throw error;
  }
}

/**
 * A number below zero is a value and no option, and what follows an option that takes a text is its text, also with a
 * minus in front. Two of them begin the next option: then the value was forgotten.
 */
function withValues(typed: readonly string[]): string[] {
  const args: string[] = [];
  for (let at = 0; at < typed.length; at += 1) {
    const [word = '', next] = [typed[at], typed[at + 1]];
    if (word === LONG_OPTION) return [...args, ...typed.slice(at)];
    if (TAKE_TEXT.has(word) && next?.startsWith('-') === true && !next.startsWith(LONG_OPTION)) {
      args.push(`${word}=${next}`);
      at += 1;
    } else args.push(MINUS_AND_NUMBER.test(word) ? `${MARK}${word}` : word);
  }
  return args;
}
