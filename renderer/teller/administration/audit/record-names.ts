/** The name of a record in words, and the names that somebody means who types words. */
import { inLanguage, type Locale, type WordPair } from '../../../../electron/contract/messages/word-pair.ts';
import { recordWords } from './record-words.ts';

const named: ReadonlyMap<string, WordPair> = new Map(
  Object.entries(recordWords).flatMap(([wing, acts]) =>
    Object.entries(acts).map(([act, words]): [string, WordPair] => [`${wing}.${act}`, words]),
  ),
);

/** A name that an earlier version wrote stays as it is. */
export function actInWords(language: Locale, name: string): string {
  const words = named.get(name);
  return words === undefined ? name : inLanguage(language, words);
}

/** `loss.` and `loss.report` are names, anything else words of either language; none where nothing is called so. */
export function namesMeant(typed: string): readonly string[] {
  const text = typed.trim().toLowerCase();
  if (text.includes('.')) return [typed.trim()];
  return [...named].flatMap(([name, { zh, en }]) =>
    zh.includes(text) || en.toLowerCase().includes(text) ? [name] : [],
  );
}

/** The sentence up to where it says what is kept and what to do: what was wrong. */
export function whatWasWrong(sentence: string): string {
  const end = sentence.search(/[，；。]|[;.](?:\s|$)/u);
  return end < 0 ? sentence : sentence.slice(0, end);
}
