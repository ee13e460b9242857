/**
 * How amounts, dates and numbers are said, as a row of small recordings: amounts in the language's own way (一千二百三十四元五角六分),
 * numbers digit by digit (docs/rules.md 8).
 */
import type { BusinessDate } from '../../../contract/kernel/dates.ts';
import type { Fen } from '../../../contract/kernel/money.ts';
import type { Language } from '../../../contract/kernel/vocabulary.ts';

/** The name of a recording. */
export type Piece = string;

/** A short silence between groups of digits and after a sentence. */
export const GAP: Piece = 'gap';

/** Digits of a number are said by fours, so that they can be written down. */
const GROUP = 4;

const numeral = (value: number): Piece => `num-${value}`;

/** Letters and digits one by one: a Chinese one is 幺 here, lest it is heard as seven. */
export function spokenNumber(text: string): Piece[] {
  const characters = Array.from(text.toUpperCase()).filter((character) => /[0-9A-Z]/.test(character));
  return characters.flatMap((character, at) => {
    const piece = /\d/.test(character) ? `digit-${character}` : `letter-${character}`;
    return at > 0 && at % GROUP === 0 ? [GAP, piece] : [piece];
  });
}

export function spokenDate(date: BusinessDate, language: Language): Piece[] {
  const [month, day] = [Number(date.slice(5, 7)), Number(date.slice(8, 10))];
  if (language === 'en') return [`month-${month}`, ...englishNumber(day)];
  return [...chineseNumber(month), 'month', ...chineseNumber(day), 'day'];
}

/** The sign of an amount is said by the words around it, but for a balance or sum below zero. */
export function spokenAmount(amountFen: Fen, language: Language): Piece[] {
  const fen = Math.abs(amountFen);
  const [yuan, rest] = [Math.floor(fen / 100), fen % 100];
  return language === 'en' ? englishAmount(yuan, rest) : chineseAmount(yuan, rest);
}

function englishAmount(yuan: number, fen: number): Piece[] {
  if (fen === 0) return [...englishNumber(yuan), 'yuan'];
  const rest = [...englishNumber(fen), 'fen'];
  return yuan === 0 ? rest : [...englishNumber(yuan), 'yuan', 'and', ...rest];
}

const ENGLISH_SCALES = [
  [1_000_000_000, 'billion'],
  [1_000_000, 'million'],
  [1_000, 'thousand'],
] as const;

/** 1234 is one thousand two hundred and thirty-four; 1005 one thousand and five. */
export function englishNumber(value: number): Piece[] {
  const scale = ENGLISH_SCALES.find(([size]) => value >= size);
  if (scale === undefined) return englishHundreds(value);
  const [size, name] = scale;
  const [head, rest] = [Math.floor(value / size), value % size];
  const said = [...englishNumber(head), name];
  if (rest === 0) return said;
  return rest < 100 ? [...said, 'and', ...englishHundreds(rest)] : [...said, ...englishNumber(rest)];
}

function englishHundreds(value: number): Piece[] {
  if (value >= 100) {
    const rest = value % 100;
    const said = [numeral(Math.floor(value / 100)), 'hundred'];
    return rest === 0 ? said : [...said, 'and', ...englishHundreds(rest)];
  }
  if (value < 20) return [numeral(value)];
  const unit = value % 10;
  return unit === 0 ? [numeral(value)] : [numeral(value - unit), numeral(unit)];
}

/**
 * 角 and 分 as in speech: a 零 stands for missing 角 between 元 and 分; a lone two is 两, as in 两元 and 两角.
 */
function chineseAmount(yuan: number, rest: number): Piece[] {
  const [jiao, fen] = [Math.floor(rest / 10), rest % 10];
  if (yuan === 0 && rest === 0) return [numeral(0), 'yuan'];
  const whole = yuan === 0 ? [] : [...(yuan === 2 ? ['liang'] : chineseNumber(yuan)), 'yuan'];
  const tenths = jiao === 0 ? [] : [yuan === 0 && jiao === 2 ? 'liang' : numeral(jiao), 'jiao'];
  if (fen === 0) return [...whole, ...tenths];
  const missing = yuan > 0 && jiao === 0 ? [numeral(0)] : [];
  return [...whole, ...tenths, ...missing, rest === 2 && yuan === 0 ? 'liang' : numeral(fen), 'fen'];
}

const MYRIAD = 10_000;
const CHINESE_SCALES = ['', 'wan', 'yi'] as const;

/**
 * By myriads (万, 亿). A gap of zeros inside is one 零, zeros at an end are not said; a leading 十 has no 一; a leading two before 千,
 * 万 and 亿 is 两. Up to 999 999 999 999.
 */
export function chineseNumber(value: number): Piece[] {
  if (value === 0) return [numeral(0)];
  const groups = [value % MYRIAD, Math.floor(value / MYRIAD) % MYRIAD, Math.floor(value / MYRIAD ** 2)];
  const pieces: Piece[] = [];
  for (let scale = groups.length - 1; scale >= 0; scale -= 1) {
    const group = groups[scale] ?? 0;
    if (group === 0) continue;
    const name = CHINESE_SCALES[scale] ?? '';
    const isFirst = pieces.length === 0;
    // A group that does not fill its four places follows a 零, and so does one after a group of nothing but zeros.
    const isAfterGap = !isFirst && (group < MYRIAD / 10 || groups[scale + 1] === 0);
    if (isAfterGap) pieces.push(numeral(0));
    pieces.push(...(group === 2 && name !== '' ? ['liang'] : chineseGroup(group, isFirst)));
    if (name !== '') pieces.push(name);
  }
  return pieces;
}

const PLACES = [
  [1000, 'thousand'],
  [100, 'hundred'],
  [10, 'ten'],
] as const;

/** One to 9999. */
function chineseGroup(group: number, leads: boolean): Piece[] {
  const pieces: Piece[] = [];
  let isZeroBefore = false;
  for (const [size, name] of PLACES) {
    const digit = Math.floor(group / size) % 10;
    if (digit === 0) {
      isZeroBefore = pieces.length > 0;
      continue;
    }
    if (isZeroBefore) pieces.push(numeral(0));
    isZeroBefore = false;
    pieces.push(...placed(digit, name, leads && pieces.length === 0), name);
  }
  const unit = group % 10;
  if (unit === 0) return pieces;
  return isZeroBefore ? [...pieces, numeral(0), numeral(unit)] : [...pieces, numeral(unit)];
}

function placed(digit: number, place: 'thousand' | 'hundred' | 'ten', isLeading: boolean): Piece[] {
  if (isLeading && place === 'ten' && digit === 1) return [];
  return isLeading && place === 'thousand' && digit === 2 ? ['liang'] : [numeral(digit)];
}
