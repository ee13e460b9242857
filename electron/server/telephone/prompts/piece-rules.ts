/** Every recording there is, with its text in both languages, and which of them say what the menu has to say. */
import type { Language } from '../../../contract/kernel/vocabulary.ts';
import type { Say } from '../menu/menu-state-rules.ts';
import { SENTENCES } from './sentence-rules.ts';
import { GAP, spokenAmount, spokenDate, spokenNumber, type Piece } from './spoken-rules.ts';

const ZH_DIGITS = '零幺二三四五六七八九';
const ZH_NUMERALS = '零一二三四五六七八九';
const EN_NUMERALS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const EN_TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const EN_MONTHS = 'January February March April May June July August September October November December';

const numbered = (name: string, texts: Iterable<string>): [Piece, string][] =>
  Array.from(texts, (text, at) => [`${name}-${at}`, text]);

const LETTERS = Array.from('ABCDEFGHJKLMNPQRTUWXYZ', (letter): [Piece, string] => [`letter-${letter}`, letter]);

/** Pieces of numbers by language; what a language says otherwise it has no recording of. */
const PARTS: Readonly<Record<Language, Readonly<Record<Piece, string>>>> = {
  'zh-CN': Object.fromEntries([
    ...numbered('digit', ZH_DIGITS),
    ...numbered('num', ZH_NUMERALS),
    ...LETTERS,
    ...Object.entries({ liang: '两', ten: '十', hundred: '百', thousand: '千', wan: '万', yi: '亿' }),
    ...Object.entries({ yuan: '元', jiao: '角', fen: '分', month: '月', day: '日' }),
  ]),
  en: Object.fromEntries([
    ...numbered('digit', EN_NUMERALS.split(' ').slice(0, 10)),
    ...numbered('num', EN_NUMERALS.split(' ')),
    ...EN_TENS.map((text, at): [Piece, string] => [`num-${(at + 2) * 10}`, text]),
    ...EN_MONTHS.split(' ').map((text, at): [Piece, string] => [`month-${at + 1}`, text]),
    ...LETTERS,
    ...['hundred', 'thousand', 'million', 'billion', 'and', 'yuan', 'fen'].map((text): [Piece, string] => [text, text]),
  ]),
};

/** Text by recording, of the sentences and of the parts of numbers; a gap is silence and has none. */
export function recordings(language: Language): Readonly<Record<Piece, string>> {
  const side = language === 'en' ? 'en' : 'zh';
  const sentences = Object.entries(SENTENCES).map(([name, pair]): [Piece, string] => [name, pair[side]]);
  return { ...PARTS[language], ...Object.fromEntries(sentences) };
}

/**
 * The recordings that say it, in order.
 * @param keyed what the caller has keyed of a field that may be read back.
 */
export function pieces(
  says: readonly Say[],
  language: Language,
  keyed: (field: 'idNumber' | 'phone') => string,
): readonly Piece[] {
  return says.flatMap((say): Piece[] => {
    if ('sentence' in say) return [say.sentence, GAP];
    if ('amountFen' in say) return [...spokenAmount(say.amountFen, language), GAP];
    if ('date' in say) return [...spokenDate(say.date, language), GAP];
    return [...spokenNumber('number' in say ? say.number : keyed(say.keyed)), GAP];
  });
}
