/** What surrounds the page that is being drawn, and its sentences in the reader's language. */
import { inject, type InjectionKey } from 'vue';
import type { Refusal } from '../../electron/contract/kernel/errors.ts';
import { sentence } from '../../electron/contract/messages/messages.ts';
import { inLanguage, type WordPair } from '../../electron/contract/messages/word-pair.ts';
import type { PageFiles, PageFrame } from '../../electron/contract/online/holder-pages.ts';
import { holderSentences } from './notice-words.ts';

type Values = Readonly<Record<string, string | number>>;

export interface Drawing extends PageFrame {
  readonly files: PageFiles;
}

export const drawingKey: InjectionKey<Drawing> = Symbol('drawing');

export interface Frame {
  readonly drawing: Drawing;
  readonly say: (pair: WordPair, values?: Values) => string;
  readonly sayRefusal: (refusal: Refusal) => string;
}

export function useFrame(): Frame {
  const drawing = inject(drawingKey);
  if (drawing === undefined) throw new Error('A page is drawn within its frame.');
  const { language } = drawing;
  return {
    drawing,
    say: (pair, values = {}) => filledIn(inLanguage(language, pair), values),
    sayRefusal: ({ code, details }) => {
      const own = holderSentences[code];
      return own === undefined ? sentence(language, code, details) : inLanguage(language, own);
    },
  };
}

function filledIn(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
