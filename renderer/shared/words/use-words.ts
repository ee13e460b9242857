/** The words on the screen, in the language chosen; refusals speak through electron/contract/messages/messages.ts. */
import { createI18n } from 'vue-i18n';
import { computed, type ComputedRef } from 'vue';
import type { Refusal } from '../../../electron/contract/kernel/errors.ts';
import type { Locale } from '../../../electron/contract/messages/word-pair.ts';
import { sentence } from '../../../electron/contract/messages/messages.ts';
import { sharedWords } from './shared-words.ts';
import type { WordKey } from './word-lists.ts';
import { inOneLanguage, type WordPairs, type WordTree } from './word-pairs.ts';

type Values = Readonly<Record<string, string | number>>;

const STORED_LANGUAGE = 'medicard.language';

/** Until version 12, where there is nothing else, this must be asked for. */
const compositionOnly = { legacy: false } as const;

export const i18n = createI18n<[WordTree], Locale, false>({
  ...compositionOnly,
  locale: rememberedLanguage(),
  messages: { 'zh-CN': inOneLanguage([sharedWords], 'zh'), en: inOneLanguage([sharedWords], 'en') },
});

/** Each window brings its own words, and those behind sign-in come with the counter: the first screen stays small. */
export function addWords(lists: readonly WordPairs[]): void {
  i18n.global.mergeLocaleMessage('zh-CN', inOneLanguage(lists, 'zh'));
  i18n.global.mergeLocaleMessage('en', inOneLanguage(lists, 'en'));
}

export interface Words {
  readonly language: ComputedRef<Locale>;
  /** The one the language key switches to. */
  readonly otherLanguage: ComputedRef<Locale>;
  readonly t: (key: WordKey, values?: Values) => string;
  readonly say: (refusal: Refusal) => string;
  /** Sentences one after the other: Chinese ones stand without a blank between them. */
  readonly joined: (...sentences: readonly string[]) => string;
}

const words: Words = {
  language: computed(() => (i18n.global.locale.value === 'en' ? 'en' : 'zh-CN')),
  otherLanguage: computed(() => (i18n.global.locale.value === 'en' ? 'zh-CN' : 'en')),
  t: (key, values = {}) => i18n.global.t(key, values),
  say: (refusal) => sentence(words.language.value, refusal.code, refusal.details),
  joined: (...sentences) => sentences.join(words.language.value === 'en' ? ' ' : ''),
};

export function useWords(): Words {
  return words;
}

export function switchLanguage(): void {
  const next = words.otherLanguage.value;
  localStorage.setItem(STORED_LANGUAGE, next);
  setLanguage(next);
}

/** A language that somebody else chose: at the customer's window the clerk does. */
export function setLanguage(language: Locale): void {
  i18n.global.locale.value = language;
  showLanguage(language);
}

/** Tells the document its language, so that screen readers pronounce it and fonts are chosen for it. */
export function showLanguage(language: Locale = words.language.value): void {
  document.documentElement.lang = language;
  document.title = words.t('app.name');
}

function rememberedLanguage(): Locale {
  const stored = typeof localStorage === 'undefined' ? null : localStorage.getItem(STORED_LANGUAGE);
  return stored === 'en' ? 'en' : 'zh-CN';
}
