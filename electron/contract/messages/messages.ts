/**
 * What each refusal and each reason means, in one clear sentence a language: what happened, what was kept, what to do
 * now. Windows and command line both speak from here, so a code without words fails compiling.
 */
import type { ErrorCode, Refusal } from '../kernel/errors.ts';
import { counterSentences } from './counter-sentences.ts';
import { fieldInWords, problemInWords } from './input-words.ts';
import { lineSentences } from './line-sentences.ts';
import { lossSentences } from './loss-sentences.ts';
import type { Reason, Term } from './message-kinds.ts';
import { officeSentences } from './office-sentences.ts';
import { onlineSentences } from './online-sentences.ts';
import { remedies } from './remedies.ts';
import { serverSentences } from './server-sentences.ts';
import { subjectSentences } from './subject-sentences.ts';
import { terms } from './terms.ts';
import { inLanguage, type Locale, type WordPair } from './word-pair.ts';

/**
 * `{name}` stands for a detail of the refusal. A part in `[brackets]` is left out when one of its details is missing, so
 * a sentence never shows an empty place.
 */
const sentences: Readonly<Record<ErrorCode, WordPair>> = {
  ...officeSentences,
  ...lineSentences,
  ...counterSentences,
  ...subjectSentences,
  ...lossSentences,
  ...serverSentences,
  ...onlineSentences,
};

/** Everything that is said here, for the tests of translation and fonts. */
export const messages = { sentences, terms, remedies };

/** The sentence for a refusal, its details filled in. */
export function sentence(locale: Locale, code: ErrorCode, details: Refusal['details'] = {}): string {
  const shown = code === 'INPUT_INVALID' ? inputInWords(locale, details) : triesInWords(details);
  const whole = inLanguage(locale, sentences[code]).replace(/\[([^\]]*)\]/g, (_, part: string) =>
    placeholders(part).every((name) => Object.hasOwn(shown, name)) ? part : '',
  );
  return filledIn(locale, whole, shown);
}

function filledIn(locale: Locale, text: string, details: Refusal['details']): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => inWords(locale, String(details[name] ?? '–')));
}

/** Where no try is left the lock is told, and no count of none. */
function triesInWords({ left, ...others }: Refusal['details']): Refusal['details'] {
  return left === undefined || left === 0 ? others : { left, ...others };
}

/** Fields and problem by their words; one that has no words is left out, so that nothing of a schema is shown. */
function inputInWords(locale: Locale, details: Refusal['details']): Refusal['details'] {
  const fields = String(details['field'] ?? '').split(', ');
  const words = [...new Set(fields.flatMap((path) => fieldInWords(locale, path) ?? []))];
  const problem = problemInWords(locale, String(details['problem'] ?? ''));
  return {
    ...(words.length === 0 ? {} : { field: words.join(locale === 'en' ? ', ' : '、') }),
    ...(problem === null ? {} : { problem: filledIn(locale, problem, details) }),
  };
}

/** A code that stands for a reason, in words; a text that is none stays as it is. */
export function termInWords(locale: Locale, value: string): string {
  return inWords(locale, value);
}

function inWords(locale: Locale, value: string): string {
  return isTerm(value) ? inLanguage(locale, terms[value]) : value;
}

function isTerm(value: string): value is Term {
  return Object.hasOwn(terms, value);
}

/** What is wrong, and how it is mended. */
export interface Remedy {
  readonly meaning: string;
  readonly correction: string;
}

/** Meaning and remedy of a reason in a file; null for a code this version does not know. */
export function remedy(locale: Locale, reason: Reason): Remedy;
export function remedy(locale: Locale, reason: string): Remedy | null;
export function remedy(locale: Locale, reason: string): Remedy | null {
  if (!isReason(reason)) return null;
  const { meaning, correction } = remedies[reason];
  return { meaning: inLanguage(locale, meaning), correction: inLanguage(locale, correction) };
}

function isReason(reason: string): reason is Reason {
  return Object.hasOwn(remedies, reason);
}

/** Names of the details a text asks for. */
export function placeholders(text: string): readonly string[] {
  return Array.from(text.matchAll(/\{(\w+)\}/g), (match) => match[1] ?? '');
}
