/** In which language a page is drawn: the one that was chosen, else the first that the browser asks for and the pages have. */
import type { Locale } from '../../contract/messages/word-pair.ts';

const USUAL: Locale = 'zh-CN';

export function readLanguage(text: string | undefined): Locale | null {
  return text === 'en' || text === 'zh-CN' ? text : null;
}

/** @param header `Accept-Language`: `en-GB,en;q=0.9,zh-CN;q=0.8`. */
export function askedLanguage(header: string | undefined): Locale {
  const wishes = (header ?? '').split(',').map(readWish);
  const known = wishes.filter(({ language, weight }) => language !== null && weight > 0);
  // A sort keeps the order of equals.
  return known.sort((one, other) => other.weight - one.weight)[0]?.language ?? USUAL;
}

function readWish(text: string): { readonly language: Locale | null; readonly weight: number } {
  const [tag = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((part) => part.startsWith('q='))?.slice(2);
  const weight = quality === undefined ? 1 : Number(quality);
  return { language: languageOf(tag), weight: Number.isFinite(weight) ? weight : 0 };
}

function languageOf(tag: string): Locale | null {
  if (tag === 'zh' || tag.startsWith('zh-')) return 'zh-CN';
  return tag === 'en' || tag.startsWith('en-') ? 'en' : null;
}
