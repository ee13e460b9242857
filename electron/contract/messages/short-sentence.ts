/** What a refusal is called in a table: the first clause of its sentence, without the details of any one case. */
import type { ErrorCode } from '../kernel/errors.ts';
import { sentence } from './messages.ts';
import type { Locale } from './word-pair.ts';

const FIRST_CLAUSE: Readonly<Record<Locale, RegExp>> = { 'zh-CN': /^[^，；。！]+/, en: /^(?:[^;.:]|[.:](?! |$))+/ };

export function shortSentence(locale: Locale, code: ErrorCode): string {
  const whole = sentence(locale, code);
  const clause = FIRST_CLAUSE[locale].exec(whole)?.[0] ?? whole;
  // A clause that ended inside brackets is told without them.
  return clause
    .replace(/ ?[（(][^）)]*$/, '')
    .replaceAll(/ ?– ?/g, '…')
    .trim();
}
