/**
 * What each refusal and each reason means, in one clear sentence a language: what happened, what was kept, what to do
 * now. Windows and command line both speak from here, so a code without words fails compiling.
 */
import type { ErrorCode, Refusal } from '../kernel/errors.ts';
import { fieldInWords, problemInWords } from './input-words.ts';
import type { Locale, Messages, Reason, Remedy, Term } from './message-kinds.ts';
import { english } from './messages-en.ts';
import { chinese } from './messages-zh-cn.ts';

export const messages: Readonly<Record<Locale, Messages>> = { 'zh-CN': chinese, en: english };

/** The sentence for a refusal, its details filled in. */
export function sentence(locale: Locale, code: ErrorCode, details: Refusal['details'] = {}): string {
  const { errors, terms } = messages[locale];
  const shown = code === 'INPUT_INVALID' ? inputInWords(locale, details) : details;
  const whole = errors[code].replace(/\[([^\]]*)\]/g, (_, part: string) =>
    placeholders(part).every((name) => Object.hasOwn(shown, name)) ? part : '',
  );
  return filledIn(whole, shown, terms);
}

function filledIn(text: string, details: Refusal['details'], terms: Messages['terms']): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => inWords(terms, String(details[name] ?? '–')));
}

/** Fields and problem by their words; one that has no words is left out, so that nothing of a schema is shown. */
function inputInWords(locale: Locale, details: Refusal['details']): Refusal['details'] {
  const fields = String(details['field'] ?? '').split(', ');
  const words = [...new Set(fields.flatMap((path) => fieldInWords(locale, path) ?? []))];
  const problem = problemInWords(locale, String(details['problem'] ?? ''));
  return {
    ...(words.length === 0 ? {} : { field: words.join(locale === 'en' ? ', ' : '、') }),
    ...(problem === null ? {} : { problem: filledIn(problem, details, messages[locale].terms) }),
  };
}

function inWords(terms: Messages['terms'], value: string): string {
  return isTerm(terms, value) ? terms[value] : value;
}

function isTerm(terms: Messages['terms'], value: string): value is Term {
  return Object.hasOwn(terms, value);
}

/** Meaning and remedy of a reason in a file; null for a code this version does not know. */
export function remedy(locale: Locale, reason: string): Remedy | null {
  const { reasons } = messages[locale];
  return isReason(reasons, reason) ? reasons[reason] : null;
}

function isReason(reasons: Messages['reasons'], reason: string): reason is Reason {
  return Object.hasOwn(reasons, reason);
}

/** Names of the details a text asks for. */
export function placeholders(text: string): readonly string[] {
  return Array.from(text.matchAll(/\{(\w+)\}/g), (match) => match[1] ?? '');
}
