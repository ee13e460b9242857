/** Names at the door (docs/rules.md 2): what a name may be made of, and what refuses it by name of the character. */
import { withoutOldCodes } from './private-use-characters.ts';

export type NameCharacterFault = 'characterPrivate' | 'characterLost' | 'characterInvisible' | 'characterControl';

export interface BadCharacter {
  readonly fault: NameCharacterFault;
  /** `U+200B`, and for what people know it, its name in Unicode. */
  readonly character: string;
}

/** What is left where a conversion did not know a character: the replacement character, `?`, boxes, the geta mark. */
const LOST = /[\ufffd\ufffc?\uff1f\u25a1\u25a0\u25af\u25fb\u2b1c\u3013]/u;
const PRIVATE = /\p{Co}/u;
const CONTROL = /[\p{Cc}\p{Cs}\p{Cn}\p{Zl}\p{Zp}]/u;
/** Format and direction marks, variation selectors, fillers: whatever is there and is not seen. */
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;

const FAULTS: readonly (readonly [RegExp, NameCharacterFault])[] = [
  [LOST, 'characterLost'],
  [PRIVATE, 'characterPrivate'],
  [INVISIBLE, 'characterInvisible'],
  [CONTROL, 'characterControl'],
];
const ANY = new RegExp(FAULTS.map(([{ source }]) => source).join('|'), 'u');

const NAMES: Readonly<Record<string, string>> = {
  '\u00ad': 'SOFT HYPHEN',
  '\u061c': 'ARABIC LETTER MARK',
  '\u180e': 'MONGOLIAN VOWEL SEPARATOR',
  '\u200b': 'ZERO WIDTH SPACE',
  '\u200c': 'ZERO WIDTH NON-JOINER',
  '\u200d': 'ZERO WIDTH JOINER',
  '\u200e': 'LEFT-TO-RIGHT MARK',
  '\u200f': 'RIGHT-TO-LEFT MARK',
  '\u202a': 'LEFT-TO-RIGHT EMBEDDING',
  '\u202b': 'RIGHT-TO-LEFT EMBEDDING',
  '\u202c': 'POP DIRECTIONAL FORMATTING',
  '\u202d': 'LEFT-TO-RIGHT OVERRIDE',
  '\u202e': 'RIGHT-TO-LEFT OVERRIDE',
  '\u2060': 'WORD JOINER',
  '\u2066': 'LEFT-TO-RIGHT ISOLATE',
  '\u2067': 'RIGHT-TO-LEFT ISOLATE',
  '\u2068': 'FIRST STRONG ISOLATE',
  '\u2069': 'POP DIRECTIONAL ISOLATE',
  '\ufeff': 'ZERO WIDTH NO-BREAK SPACE',
  '\ufffc': 'OBJECT REPLACEMENT CHARACTER',
  '\ufffd': 'REPLACEMENT CHARACTER',
  '\u3013': 'GETA MARK',
  '\u25a1': 'WHITE SQUARE',
  '?': 'QUESTION MARK',
  '\uff1f': 'FULLWIDTH QUESTION MARK',
};

/** The first character that a name may not hold; null when there is none. Old codes have been read before (`readName`). */
export function badCharacter(name: string): BadCharacter | null {
  const [found] = ANY.exec(name) ?? [];
  if (found === undefined) return null;
  const [, fault] = FAULTS.find(([pattern]) => pattern.test(found)) ?? [];
  if (fault === undefined) throw new Error('a character was found that no fault is about');
  return { fault, character: characterName(found) };
}

function characterName(character: string): string {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const name = NAMES[character];
  return name === undefined ? code : `${code} ${name}`;
}

const OUTER_BLANKS = /^[\t\p{Zs}]+|[\t\p{Zs}]+$/gu;

/** A name as it is registered: old private-use codes as the characters they stand for, without blanks at its ends. */
export function readName(text: string): string {
  return withoutOldCodes(text).replace(OUTER_BLANKS, '');
}
