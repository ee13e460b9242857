/** Where a state of the gallery is found: `?screen=…&state=…&lang=…&size=…`. */
import { languageSchema, type Language } from '../../electron/contract/kernel/vocabulary.ts';

export interface GalleryAddress {
  readonly screen: string | null;
  readonly state: string | null;
  readonly language: Language;
  readonly size: string | null;
}

export function addressIn(search: string): GalleryAddress {
  const words = new URLSearchParams(search);
  const { data } = languageSchema.safeParse(words.get('lang'));
  return { screen: words.get('screen'), state: words.get('state'), language: data ?? 'zh-CN', size: words.get('size') };
}

export function searchOf({ screen, state, language, size }: GalleryAddress): string {
  const words = Object.entries({ screen, state, lang: language, size }).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  );
  return `?${new URLSearchParams(words).toString()}`;
}
