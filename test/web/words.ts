/** The words of the pages in the language of a test. */
import { inLanguage, type Locale, type WordPair } from '../../electron/contract/messages/word-pair.ts';

export function inWords(language: Locale): (pair: WordPair, values?: Readonly<Record<string, string>>) => string {
  return (pair, values = {}) =>
    inLanguage(language, pair).replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}
