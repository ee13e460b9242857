/** The words a clerk or a customer reads, from the program's own lists, so that every test can be run in either language. */
import type { Locale } from '../../../electron/contract/messages/word-pair.ts';
import { sentence } from '../../../electron/contract/messages/messages.ts';
import type { ErrorCode, Refusal } from '../../../electron/contract/kernel/errors.ts';
import { customerWords } from '../../../renderer/customer/customer-words.ts';
import { sharedWords } from '../../../renderer/shared/words/shared-words.ts';
import type { WordKey } from '../../../renderer/shared/words/word-lists.ts';
import { inOneLanguage } from '../../../renderer/shared/words/word-pairs.ts';
import { counterWords } from '../../../renderer/teller/shell/counter-words.ts';
import { entryWords } from '../../../renderer/teller/shell/entry-words.ts';

export type Language = Locale;
export const languages: readonly Language[] = ['zh-CN', 'en'];

const lists = [sharedWords, customerWords, ...entryWords, ...counterWords];
const wordsOf = { 'zh-CN': inOneLanguage(lists, 'zh'), en: inOneLanguage(lists, 'en') } as const;

/** A word or sentence with its places filled in. */
export function wordIn(
  language: Language,
  key: WordKey,
  values: Readonly<Record<string, string | number>> = {},
): string {
  let found: unknown = wordsOf[language];
  for (const step of key.split('.')) found = (found as Record<string, unknown>)[step];
  if (typeof found !== 'string') throw new Error(`no word ${key}`);
  return found.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${key} wants a value for ${name}`);
    return String(value);
  });
}

/** What the window says about a refusal. */
export function refusalIn(language: Language, code: ErrorCode, details: Refusal['details'] = {}): string {
  return sentence(language, code, details);
}
