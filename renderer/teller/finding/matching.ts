/**
 * How well what a clerk types fits a text: its own characters, the pinyin of its Chinese ones, or their first letters, and
 * any mixture of these. Chinese is matched character by character, other languages word by word.
 */

/** From the best: all of it, from its beginning, at the beginning of a word, somewhere inside. */
const FITS = ['exact', 'prefix', 'word', 'inside'] as const;
type Fit = (typeof FITS)[number];

/** The pinyin of each character without tones, in their order; a character that has none stands for itself. */
export type Spoken = (text: string) => readonly string[];

interface Unit {
  readonly character: string;
  readonly syllable: string;
}

const IS_CHINESE = /\p{Script=Han}/u;
const NO_LETTER = /[^\p{L}\p{N}]+/gu;

/** 0 is the best; null where it does not fit. Until pinyin is there, `spoken` is null and a text is found as it is written. */
export function fitOf(typed: string, text: string, spoken: Spoken | null): number | null {
  const wanted = plain(typed);
  if (bare(wanted) === '') return null;
  const fit = IS_CHINESE.test(text) ? fitOfUnits(bare(wanted), unitsOf(text, spoken)) : fitOfWords(wanted, plain(text));
  return fit === null ? null : FITS.indexOf(fit);
}

/** Full-width and half-width, capital and small letters are the same. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}

function bare(text: string): string {
  return text.replaceAll(NO_LETTER, '');
}

function unitsOf(text: string, spoken: Spoken | null): readonly Unit[] {
  const characters = [...bare(plain(text))];
  const syllables = spoken?.(characters.join('')) ?? characters;
  return characters.map((character, index) => ({ character, syllable: syllables[index] ?? character }));
}

function fitOfUnits(wanted: string, units: readonly Unit[]): Fit | null {
  const ends = endsOf(wanted, units, 0);
  if (ends.has(units.length)) return 'exact';
  if (ends.size > 0) return 'prefix';
  return units.some((_, start) => endsOf(wanted, units, start).size > 0) ? 'inside' : null;
}

/**
 * Behind which units the whole of what is wanted can end, begun at one of them: a unit takes its character, or its syllable
 * or the beginning of that.
 */
function endsOf(wanted: string, units: readonly Unit[], start: number): ReadonlySet<number> {
  let reached: ReadonlySet<number> = new Set([0]);
  const ends = new Set<number>();
  for (let index = start; index < units.length && reached.size > 0; index += 1) {
    const next = new Set<number>();
    const unit = units[index];
    if (unit) for (const place of reached) for (const taken of takenBy(unit, wanted, place)) next.add(place + taken);
    if (next.has(wanted.length)) ends.add(index + 1);
    reached = next;
  }
  return ends;
}

/** How many of the letters at this place a unit may take. */
function takenBy({ character, syllable }: Unit, wanted: string, place: number): readonly number[] {
  const lengths = Array.from({ length: syllable.length }, (_, index) => index + 1);
  const spelled = lengths.filter((length) => wanted.startsWith(syllable.slice(0, length), place));
  return wanted.startsWith(character, place) ? [...spelled, character.length] : spelled;
}

function fitOfWords(wanted: string, text: string): Fit | null {
  if (text === wanted) return 'exact';
  if (text.startsWith(wanted)) return 'prefix';
  const words = wordsOf(text);
  const parts = wordsOf(wanted);
  if (parts.every((part) => words.some((word) => word.startsWith(part)))) return 'word';
  return text.includes(wanted) ? 'inside' : null;
}

function wordsOf(text: string): readonly string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}
