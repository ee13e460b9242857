/** What Ctrl+K finds: everything that announces itself, by its own text, its pinyin and its initials, the best first. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findItems, type Findable } from '../../../../../renderer/teller/finding/find-items.ts';
import { fitOf } from '../../../../../renderer/teller/finding/matching.ts';
import { readPinyin } from '../../../../../renderer/teller/finding/pinyin.ts';
import { windowActions } from '../../../../../renderer/teller/finding/window-actions.ts';
import { tasks } from '../../../../../renderer/teller/shell/tasks.ts';

const spoken = await readPinyin();
const announced: readonly Findable[] = [
  ...tasks.map(({ name, alias }) => ({ kind: 'task', name, alias }) as const),
  ...tasks.flatMap(({ actions }) => actions.map(({ name, alias }) => ({ kind: 'action', name, alias }) as const)),
  ...windowActions.map(({ name, alias }) => ({ kind: 'action', name, alias }) as const),
];
const texts = announced.flatMap((item) =>
  [item.name.zh, item.name.en, ...item.alias].map((text) => [text, item] as const),
);
const chinese = texts.filter(([text]) => /\p{Script=Han}/u.test(text));

function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

function syllablesOf(text: string): readonly string[] {
  return spoken(lettersOf(text));
}

function isFound(typed: string, item: Findable): boolean {
  return findItems(typed, announced, spoken).includes(item);
}

test.each(texts)('%s is found by its own text, and nothing fits it better', (text, item) => {
  expect(fitOf(text, text, spoken)).toBe(0);
  expect(isFound(text, item)).toBe(true);
  expect(isFound(text.toUpperCase(), item)).toBe(true);
});

test.each(chinese)('%s is found by its pinyin, with and without blanks, and by its initials', (text, item) => {
  const syllables = syllablesOf(text);
  for (const typed of [
    syllables.join(''),
    syllables.join(' '),
    syllables.map((syllable) => syllable.charAt(0)).join(''),
  ]) {
    expect(fitOf(typed, text, spoken), typed).toBe(0);
    expect(isFound(typed, item), typed).toBe(true);
  }
});

test('whatever is typed of a word, the word stays found: each character by itself, its syllable or the beginning of one', () => {
  const typings = fc.constantFrom(...chinese).chain(([text, item]) => {
    const units = [...lettersOf(text)].map(
      (character, index) => [character, syllablesOf(text)[index] ?? character] as const,
    );
    const taken = units.map(([character, syllable]) =>
      fc.oneof(
        fc.constant(character),
        fc.integer({ min: 1, max: syllable.length }).map((length) => syllable.slice(0, length)),
      ),
    );
    return fc.tuple(fc.constant(item), fc.tuple(...taken), fc.nat({ max: units.length - 1 }));
  });
  fc.assert(
    fc.property(typings, ([item, parts, from]) => {
      expect(isFound(parts.slice(from).join(''), item)).toBe(true);
    }),
  );
});

test('no text is found by letters it has not', () => {
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.constantFrom('7', '@9', 'qqq', '囧'), ([text], strange) => {
      fc.pre(!lettersOf(text).includes(lettersOf(strange)));
      expect(fitOf(`${text}${strange}`, text, spoken)).toBeNull();
    }),
  );
});

describe('readings', () => {
  test.each([
    ['挂失', 'guashi'],
    ['重打', 'chongda'],
    ['重新打印', 'chongxindayin'],
    ['重置密码', 'chongzhimima'],
    ['重设密码', 'chongshemima'],
    ['银行', 'yinhang'],
    ['自行解除', 'zixingjiechu'],
    ['查询', 'chaxun'],
    ['解除挂失', 'jiechuguashi'],
    ['大字对账单', 'dazi'],
    ['参数', 'canshu'],
    ['绿色', 'lvse'],
  ])('%s is %s', (text, typed) => {
    expect(fitOf(typed, text, spoken)).not.toBeNull();
  });

  test.each([
    ['重打', 'zhongda'],
    ['重置', 'zhongzhi'],
    ['银行', 'yinxing'],
    ['查询', 'zhaxun'],
  ])('%s is not %s', (text, typed) => {
    expect(fitOf(typed, text, spoken)).toBeNull();
  });
});

describe('order', () => {
  test.each([
    ['挂失', ['挂失', '挂失申请', '口头挂失']],
    ['guashi', ['挂失', '挂失申请', '口头挂失']],
    ['gs', ['挂失', '挂失申请', '口头挂失']],
  ])('%s: the whole, then the beginning, then inside', (typed, expected) => {
    const items = ['口头挂失', '挂失申请', '挂失', '密码'].map((zh): Findable => ({
      kind: 'task',
      name: { zh, en: '-' },
      alias: [],
    }));
    expect(findItems(typed, items, spoken).map(({ name }) => name.zh)).toEqual(expected);
  });

  test('in English a beginning of words stands before a place inside one', () => {
    const items = ['Unlock a clerk', 'Change the lock', 'Lock the window', 'Lock'].map((en): Findable => ({
      kind: 'task',
      name: { zh: '—', en },
      alias: [],
    }));
    expect(findItems('lock', items, spoken).map(({ name }) => name.en)).toEqual([
      'Lock',
      'Lock the window',
      'Change the lock',
      'Unlock a clerk',
    ]);
    expect(findItems('win lo', items, spoken).map(({ name }) => name.en)).toEqual(['Lock the window']);
  });

  test('a task goes before what it does, and a name before another word for the same', () => {
    const name = { zh: '补卡', en: 'New card' };
    const items: readonly Findable[] = [
      { kind: 'setting', name, alias: [] },
      { kind: 'action', name: { zh: '别的', en: 'Other' }, alias: ['补卡'] },
      { kind: 'action', name, alias: [] },
      { kind: 'task', name, alias: [] },
    ];
    expect(findItems('补卡', items, spoken).map(({ kind, name: { en } }) => `${kind} ${en}`)).toEqual([
      'task New card',
      'action New card',
      'setting New card',
      'action Other',
    ]);
  });
});

test('until pinyin is there, a text is found as it is written', () => {
  expect(fitOf('挂失', '口头挂失', null)).not.toBeNull();
  expect(fitOf('guashi', '口头挂失', null)).toBeNull();
});

test('nothing typed, or only blanks and marks, finds nothing', () => {
  for (const typed of ['', '  ', '（）']) expect(findItems(typed, announced, spoken)).toEqual([]);
});
