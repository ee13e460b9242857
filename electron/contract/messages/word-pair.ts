/** A word or sentence in both languages; one in one language alone does not compile. */
export interface WordPair {
  readonly zh: string;
  readonly en: string;
}

export type Locale = 'zh-CN' | 'en';

/** The pair's word in the language asked for. */
export function inLanguage(locale: Locale, { zh, en }: WordPair): string {
  return locale === 'en' ? en : zh;
}
