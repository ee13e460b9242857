/**
 * When two names are the same (docs/rules.md 2): the one place that every comparison of a name goes through. Names are
 * kept, shown and printed as registered.
 */
import { withoutOldCodes } from './private-use-characters.ts';

/** Nearly every name: common Han characters alone, which folding leaves as they are. */
const PLAIN_HAN = /^[\u4e00-\u9fa5]+$/;

/** Middle dots and what is typed for them, after NFKC: ·, •, ‧, ∙, ⋅, ・, a full stop, and the dots of other scripts. */
const DOTS = /[.\u00b7\u0387\u1427\u16eb\u2022\u2027\u2219\u22c5\u2e31\u2e33\u30fb\ua78f\u{10101}]/gu;
const DOT = '\u00b7';
const BLANKS = /[\t-\r\p{Zs}]+/gu;
const BLANKS_AROUND_DOT = / ?\u00b7 ?/gu;
const BLANK_BETWEEN_HAN = /(?<=\p{Script=Han}) (?=\p{Script=Han})/gu;
const OUTER_BLANKS = /^ | $/g;

/**
 * The form in which names are compared: old codes as the characters they stand for, NFKC, every middle dot as one mark, no
 * blanks between Han characters, around a dot or at either end, runs of blanks as one, and Latin without case. A missing
 * mark or a hyphen makes another name. Folding twice changes nothing.
 */
export function foldName(name: string): string {
  if (PLAIN_HAN.test(name)) return name;
  return withoutOldCodes(name)
    .normalize('NFKC')
    .toUpperCase()
    .normalize('NFKC')
    .replace(BLANKS, ' ')
    .replace(DOTS, DOT)
    .replace(BLANKS_AROUND_DOT, DOT)
    .replace(BLANK_BETWEEN_HAN, '')
    .replace(OUTER_BLANKS, '');
}

export function isSameName(one: string, other: string): boolean {
  return one === other || foldName(one) === foldName(other);
}
