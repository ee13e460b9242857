/**
 * Why a request's input is not what its verb takes, as the details of INPUT_INVALID: names of fields and of problems, never
 * the schema's own text and never what was typed.
 */
import type { z } from 'zod';
import type { Refusal } from '../kernel/errors.ts';
import { isInputProblem, type InputProblem } from './input-words.ts';

type Issue = z.core.$ZodIssue;
interface Problem {
  readonly problem: InputProblem;
  readonly limit?: number;
  readonly allowed?: string;
}

/** Names every field, and what is wrong with the first. */
export function inputFault(error: z.core.$ZodError, input: unknown): Refusal['details'] {
  const issues = error.issues.flatMap((issue) => within(issue, input));
  const fields = [...new Set(issues.map(({ path }) => pathText(path)))].filter((path) => path !== '');
  const [first] = issues;
  return {
    ...(fields.length === 0 ? {} : { field: fields.join(', ') }),
    ...(first === undefined ? { problem: 'rule' } : problemOf(first, input)),
  };
}

/**
 * Where a text has half a character in it, as JSON and a window's messages may carry one; null where none has. A disk keeps no such
 * text: what would be read again is another one than was hashed, indexed and answered.
 */
export function brokenText(input: unknown): Refusal['details'] | null {
  const path = pathOfBroken(input, []);
  if (path === null) return null;
  return { ...(path.length === 0 ? {} : { field: pathText(path) }), problem: 'brokenText' satisfies InputProblem };
}

function pathOfBroken(value: unknown, path: readonly string[]): readonly string[] | null {
  if (typeof value === 'string') return value.isWellFormed() ? null : path;
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return null;
  for (const [name, part] of Object.entries(value)) {
    const broken = name.isWellFormed() ? pathOfBroken(part, [...path, name]) : path;
    if (broken !== null) return broken;
  }
  return null;
}

function pathText(path: readonly PropertyKey[]): string {
  return path.map(String).join('.');
}

/** Of several forms that an input may have, the one that most of it is there for. */
function within(issue: Issue, input: unknown): readonly Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const forms = issue.errors.map((errors) =>
    errors.flatMap((inner) => within({ ...inner, path: [...issue.path, ...inner.path] }, input)),
  );
  const missing = (form: readonly Issue[]): number =>
    form.filter(({ path }) => valueAt(input, path) === undefined).length;
  return forms.reduce((best, form) => (missing(form) < missing(best) ? form : best));
}

function valueAt(input: unknown, path: Issue['path']): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    input,
  );
}

function problemOf(issue: Issue, input: unknown): Problem {
  if (MAY_BE_MISSING.has(issue.code) && valueAt(input, issue.path) === undefined) return { problem: 'missing' };
  switch (issue.code) {
    case 'invalid_type':
      return { problem: EXPECTED[issue.expected] ?? 'form' };
    case 'too_big':
      return beyond(issue.origin, issue, Number(issue.maximum), 'big');
    case 'too_small':
      return beyond(issue.origin, issue, Number(issue.minimum), 'small');
    case 'invalid_format':
      return { problem: issue.pattern === FOUR_DIGITS ? 'fourDigits' : 'form' };
    case 'not_multiple_of':
      return { problem: 'multiple', limit: issue.divisor };
    case 'unrecognized_keys':
      return { problem: 'unknownPart' };
    case 'invalid_value':
      return { problem: 'choice', allowed: issue.values.map(String).join(', ') };
    case 'custom':
      return { problem: isInputProblem(issue.params?.['problem']) ? issue.params['problem'] : 'rule' };
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
      return { problem: 'form' };
  }
}

const MAY_BE_MISSING: ReadonlySet<Issue['code']> = new Set(['invalid_type', 'invalid_value', 'custom']);

const FOUR_DIGITS = String(/^\d{4}$/);

const EXPECTED: Readonly<Record<string, InputProblem>> = {
  string: 'text',
  number: 'number',
  int: 'wholeNumber',
  boolean: 'yesOrNo',
  array: 'list',
  object: 'several',
  record: 'several',
};

type Size = 'characters' | 'entries' | 'value';
const COUNTED: Readonly<Record<string, Size>> = {
  string: 'characters',
  array: 'entries',
  set: 'entries',
  map: 'entries',
};

const BEYOND = {
  characters: { big: 'tooLong', small: 'tooShort', exact: 'length' },
  entries: { big: 'tooMany', small: 'tooFew', exact: 'entries' },
  value: { big: 'tooLarge', small: 'tooSmall', exact: 'tooLarge' },
} as const satisfies Readonly<Record<Size, Readonly<Record<'big' | 'small' | 'exact', InputProblem>>>>;

function beyond(
  origin: string,
  { exact, inclusive }: { readonly exact?: boolean; readonly inclusive?: boolean },
  limit: number,
  way: 'big' | 'small',
): Problem {
  const size = COUNTED[origin] ?? 'value';
  if (size === 'characters' && way === 'small' && limit === 1) return { problem: 'empty' };
  if (exact === true) return { problem: BEYOND[size].exact, limit };
  if (size === 'value' && inclusive === false) return { problem: way === 'big' ? 'below' : 'above', limit };
  return { problem: BEYOND[size][way], limit };
}
