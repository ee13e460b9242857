/** Which new password of a clerk is refused by itself (docs/rules.md 5); the rule is named, never the password. */
import type { WeakPassword } from '../../../contract/kernel/vocabulary.ts';

const SHORTEST_PASSWORD = 10;
/** A new password is none of this many, the present one among them. */
export const PASSWORDS_REMEMBERED = 5;
/** What is left of a password without its owner's code, name and office says at least this much. */
const LEAST_OF_ITS_OWN = 5;
const LEAST_DIFFERENT = 5;

/** What a password must not be made of: the owner's code and name, the office's code and name. */
export type GuessableTexts = readonly string[];

export function weakPassword(
  password: string,
  guessable: GuessableTexts,
): Exclude<WeakPassword, 'password-reused'> | null {
  const characters = Array.from(password);
  if (characters.length < SHORTEST_PASSWORD) return 'password-short';
  const folded = folding(password);
  const isTrivial =
    new Set(Array.from(folded)).size < LEAST_DIFFERENT ||
    isRun(folded) ||
    Array.from(without(folded, guessable)).length < LEAST_OF_ITS_OWN;
  return isTrivial ? 'password-trivial' : null;
}

function folding(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** Each character one above, or one below, the one before, as in `abcdefghij`; 9 may be followed by 0. */
function isRun(text: string): boolean {
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, at) => code - (codes[at] ?? 0));
  const goesBy = (step: number): boolean => steps.every((each) => each === step || each === -9 * step);
  return goesBy(1) || goesBy(-1);
}

/** The password without what others could guess, and without what joins words. */
function without(folded: string, guessable: GuessableTexts): string {
  let left = folded;
  for (const part of guessable) {
    const known = folding(part.trim());
    if (known !== '') left = left.replaceAll(known, '');
  }
  return left.replaceAll(/[^\p{L}\p{N}]/gu, '');
}
