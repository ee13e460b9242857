/** The words a clerk or a customer reads, from the program's own lists, so that every test can be run in either language. */
import type { Locale } from '../../../electron/contract/messages/message-kinds.ts';
import { sentence } from '../../../electron/contract/messages/messages.ts';
import type { ErrorCode, Refusal } from '../../../electron/contract/kernel/errors.ts';
import { counterChinese } from '../../../renderer/shared/words/counter-zh-cn.ts';
import { counterEnglish } from '../../../renderer/shared/words/counter-en.ts';
import { customerChinese } from '../../../renderer/shared/words/customer-zh-cn.ts';
import { customerEnglish } from '../../../renderer/shared/words/customer-en.ts';
import { entryChinese } from '../../../renderer/shared/words/entry-zh-cn.ts';
import { entryEnglish } from '../../../renderer/shared/words/entry-en.ts';
import type { WordKey } from '../../../renderer/shared/words/use-words.ts';

export type Language = Locale;
export const languages: readonly Language[] = ['zh-CN', 'en'];

const lists = {
  'zh-CN': { ...entryChinese, ...counterChinese, ...customerChinese },
  en: { ...entryEnglish, ...counterEnglish, ...customerEnglish },
} as const;

/** A word or sentence with its places filled in. */
export function wordIn(
  language: Language,
  key: WordKey,
  values: Readonly<Record<string, string | number>> = {},
): string {
  let found: unknown = lists[language];
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
