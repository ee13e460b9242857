/**
 * Private-use code points under which GBK and GB 18030 once kept characters that Unicode did not have yet, and the
 * characters they stand for: GB 18030-2000 and -2005 appendix E with the mappings of GB 18030-2022 (Unicode L2/06-394, and
 * the WHATWG Encoding Standard for what the two-byte codes decode to now). Old systems still send them.
 */

/** First private-use code point of a run, and the characters of the run in order. */
const RUNS: readonly (readonly [first: number, characters: string])[] = [
  // The code A3A0, a blank.
  [0xe5e5, '\u3000'],
  // Vertical punctuation: A6D9 to A6DF, A6EC, A6ED, A6F3.
  [0xe78d, '\ufe10\ufe12\ufe11\ufe13\ufe14\ufe15\ufe16\ufe17\ufe18\ufe19'],
  // Letters of Pinyin: A8BC, A8BF.
  [0xe7c7, '\u1e3f\u01f9'],
  // Ideographic description: A989 to A995.
  [0xe7e7, '\u303e\u2ff0\u2ff1\u2ff2\u2ff3\u2ff4\u2ff5\u2ff6\u2ff7\u2ff8\u2ff9\u2ffa\u2ffb'],
  // Han characters and radicals: FE50 to FEA0.
  [
    0xe815,
    '⺁𠂇𠂉𠃌⺄㑳㑇⺈⺋龴㖞㘚㘎⺌⺗㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠⺧𡗗龸⺪䁖䅟⺮䌷⺳⺶⺷𢦏䎱䎬⺻䏝䓖䙡䙌' +
      '龹䜣䜩䝼䞍⻊䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻',
  ],
];

const STANDS_FOR: ReadonlyMap<string, string> = new Map(
  RUNS.flatMap(([first, characters]) =>
    Array.from(characters, (character, at): [string, string] => [String.fromCodePoint(first + at), character]),
  ),
);

const ONCE_USED = /[\ue5e5-\ue864]/g;

/** The text with those code points as the characters they stand for; other private-use ones stay. */
export function withoutOldCodes(text: string): string {
  return text.replace(ONCE_USED, (code) => STANDS_FOR.get(code) ?? code);
}
