import fc from 'fast-check';
import { expect, test } from 'vitest';
import '../../../property-seed.ts';
import { foldName, isSameName } from '../../../../electron/ledger/names/name-folding.ts';
import { badCharacter, readName } from '../../../../electron/ledger/names/name-characters.ts';
import { secondPersonFault } from '../../../../electron/ledger/second-person/second-person-rules.ts';
import { withoutOldCodes } from '../../../../electron/ledger/names/private-use-characters.ts';

const DOTS = ['·', '•', '・', '．', '.', '‧', '･', '∙', '⋅', '﹒'];
const BLANKS = [' ', '\u3000', '\u00a0', '\t', '  ', ' \u3000'];
const part = fc
  .array(fc.constantFrom(...Array.from('阿依古丽买提欧阳娜䶮𠂇赵')), { minLength: 1, maxLength: 4 })
  .map((all) => all.join(''));
const maybeBlank = fc.constantFrom('', ...BLANKS);

test('any middle dot, with or without blanks around it, is the same mark', () => {
  fc.assert(
    fc.property(part, part, fc.constantFrom(...DOTS), maybeBlank, maybeBlank, (first, last, dot, before, after) => {
      expect(isSameName(`${first}${before}${dot}${after}${last}`, `${first}·${last}`)).toBe(true);
      expect(isSameName(`${first}${last}`, `${first}${dot}${last}`), 'a missing mark').toBe(false);
      for (const hyphen of ['-', '‐', '–', '－'])
        expect(isSameName(`${first}${hyphen}${last}`, `${first}·${last}`)).toBe(false);
    }),
  );
});

test('blanks between Han characters and at either end mean nothing', () => {
  fc.assert(
    fc.property(
      fc.array(part, { minLength: 1, maxLength: 4 }),
      fc.array(maybeBlank, { minLength: 5, maxLength: 5 }),
      (parts, blanks) => {
        const spaced = parts.map((each, at) => `${blanks[at]}${each}`).join('') + (blanks[4] ?? '');
        expect(isSameName(spaced, parts.join(''))).toBe(true);
      },
    ),
  );
});

const latin = fc
  .array(fc.constantFrom(...Array.from('abcdefxyzáéüñçßàĀő')), { minLength: 1, maxLength: 6 })
  .map((all) => all.join(''));

test('Latin names are the same in any case and width, with any run of blanks between words', () => {
  fc.assert(
    fc.property(fc.array(latin, { minLength: 1, maxLength: 3 }), fc.constantFrom(...BLANKS), (words, blank) => {
      const name = words.join(' ');
      expect(isSameName(words.join(blank), name)).toBe(true);
      expect(isSameName(name.toUpperCase(), name)).toBe(true);
      expect(isSameName(name.normalize('NFD'), name.normalize('NFC'))).toBe(true);
      if (words.length > 1) expect(isSameName(words.join(''), name), 'a missing blank between words').toBe(false);
    }),
  );
  expect(isSameName('ＪＯＨＮ A. Smith', 'john a.smith')).toBe(true);
});

test('folding twice changes nothing, and names of other characters stay apart', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (text) => {
      expect(foldName(foldName(text))).toBe(foldName(text));
    }),
    { numRuns: 2_000 },
  );
  expect(isSameName('王明', '王民')).toBe(false);
});

const TWO_BYTE_CODES = Array.from({ length: 0xfe - 0x81 + 1 }, (_, high) =>
  Array.from({ length: 0xfe - 0x40 + 1 }, (_, low) => [high + 0x81, low + 0x40] as const),
)
  .flat()
  .filter(([, low]) => low !== 0x7f);
const decoder = new TextDecoder('gb18030');
const code = (character: string) => character.codePointAt(0)!;
const isPrivate = (point: number) => point >= 0xe000 && point <= 0xf8ff;

/** FE50 to FEA0 kept U+E815 to U+E864 one after the other; the platform reads all but six of them as of 2022. */
test('an old private-use code is the character that its GB 18030 code is read as now', () => {
  const han = TWO_BYTE_CODES.filter(([high, low]) => high === 0xfe && low >= 0x50 && low <= 0xa0);
  const others: (readonly [number, number, number])[] = [
    [0xa3, 0xa0, 0xe5e5],
    [0xa8, 0xbc, 0xe7c7],
    [0xa8, 0xbf, 0xe7c8],
    [0xa6, 0xec, 0xe794],
    [0xa6, 0xed, 0xe795],
    [0xa6, 0xf3, 0xe796],
    ...Array.from({ length: 7 }, (_, at) => [0xa6, 0xd9 + at, 0xe78d + at] as const),
    ...Array.from({ length: 13 }, (_, at) => [0xa9, 0x89 + at, 0xe7e7 + at] as const),
  ];
  const all = [...others, ...han.map(([high, low], at) => [high, low, 0xe815 + at] as const)];
  expect(all).toHaveLength(26 + 80);
  const stillPrivate: string[] = [];
  for (const [high, low, point] of all) {
    const now = decoder.decode(Uint8Array.from([high, low]));
    const read = withoutOldCodes(String.fromCodePoint(point));
    if (isPrivate(code(now))) stillPrivate.push(`${point.toString(16)} ${code(read).toString(16)}`);
    else expect(code(read).toString(16)).toBe(code(now).toString(16));
  }
  // Unicode L2/06-394: the six of plane 2, whose two-byte codes keep their private-use code points.
  expect(stillPrivate).toEqual(['e816 20087', 'e817 20089', 'e818 200cc', 'e831 215d7', 'e83b 2298f', 'e855 241fe']);
});

test('any other private-use code stays what it is, and a name may not hold it', () => {
  const planes = fc.oneof(
    fc.integer({ min: 0xe000, max: 0xf8ff }),
    fc.integer({ min: 0xf0000, max: 0xffffd }),
    fc.integer({ min: 0x100000, max: 0x10fffd }),
  );
  fc.assert(
    fc.property(planes, (point) => {
      const read = readName(`王${String.fromCodePoint(point)}明`);
      const bad = badCharacter(read);
      if (read.includes(String.fromCodePoint(point)))
        expect(bad?.character).toBe(`U+${point.toString(16).toUpperCase()}`);
      else expect(bad).toBeNull();
    }),
  );
  expect(badCharacter(readName('\ue863龑'))).toBeNull();
  expect(readName('\ue863龑')).toBe('䶮龑');
});

test.each([
  ['王\u200b明', 'characterInvisible', 'U+200B ZERO WIDTH SPACE'],
  ['\ufeff李明', 'characterInvisible', 'U+FEFF ZERO WIDTH NO-BREAK SPACE'],
  ['李明\u200f', 'characterInvisible', 'U+200F RIGHT-TO-LEFT MARK'],
  ['李\u202e明', 'characterInvisible', 'U+202E RIGHT-TO-LEFT OVERRIDE'],
  ['李\u{e0100}', 'characterInvisible', 'U+E0100'],
  ['李\ufe0f', 'characterInvisible', 'U+FE0F'],
  ['李\u3164', 'characterInvisible', 'U+3164'],
  ['李\u{e0041}', 'characterInvisible', 'U+E0041'],
  ['王?', 'characterLost', 'U+003F QUESTION MARK'],
  ['王？', 'characterLost', 'U+FF1F FULLWIDTH QUESTION MARK'],
  ['赵□', 'characterLost', 'U+25A1 WHITE SQUARE'],
  ['赵\ufffd', 'characterLost', 'U+FFFD REPLACEMENT CHARACTER'],
  ['张\n三', 'characterControl', 'U+000A'],
  ['张\u0085', 'characterControl', 'U+0085'],
  ['\ud840', 'characterControl', 'U+D840'],
])('%j may not be a name, by name of the character', (name, fault, character) => {
  expect(badCharacter(readName(name))).toEqual({ fault, character });
});

test.each([
  '王小明',
  '阿依古丽·买买提',
  'John A. Smith',
  "O'Brien",
  '𠀀䶮',
  'Ｊｏｈｎ',
  'Nguyễn',
  '李（小）明',
  '々〇',
])('%s is a name', (name) => {
  expect(badCharacter(readName(name))).toBeNull();
  expect(readName(`\t ${name}\u3000`)).toBe(name);
});

test('two codes under one name count as one person, however the name is typed', () => {
  const second = { code: '2001', role: 'supervisor' } as const;
  expect(secondPersonFault({ code: '1001', name: '张 三' }, { ...second, name: '张三' })).toBe('SECOND_PERSON_SAME');
  expect(secondPersonFault({ code: '1001', name: 'Amy．Li' }, { ...second, name: 'AMY · LI' })).toBe(
    'SECOND_PERSON_SAME',
  );
  expect(secondPersonFault({ code: '1001', name: '张三' }, { ...second, name: '张四' })).toBeNull();
});
