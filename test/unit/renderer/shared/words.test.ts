/** Both languages say everything, with the same places to fill in. */
import { describe, expect, test } from 'vitest';
import { ERROR_CODES } from '../../../../electron/contract/kernel/errors.ts';
import { fileFaultText } from '../../../../electron/contract/month-end/file-faults.ts';
import { messages, placeholders, remedy, sentence } from '../../../../electron/contract/messages/messages.ts';
import { ALLOCATION_LINE_REASONS, SETTLEMENT_LINE_REASONS } from '../../../../electron/contract/kernel/vocabulary.ts';
import { counterEnglish } from '../../../../renderer/shared/words/counter-en.ts';
import { counterChinese } from '../../../../renderer/shared/words/counter-zh-cn.ts';
import { entryEnglish } from '../../../../renderer/shared/words/entry-en.ts';
import { entryChinese } from '../../../../renderer/shared/words/entry-zh-cn.ts';
import { addCounterWords, i18n, useWords, type WordKey } from '../../../../renderer/shared/words/use-words.ts';

function leaves(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    const at = path === '' ? key : `${path}.${key}`;
    return typeof value === 'string' ? [[at, value]] : leaves(value as object, at);
  });
}

const pairs = [
  ['sign-in words', entryChinese, entryEnglish],
  ['counter words', counterChinese, counterEnglish],
  ['messages', messages['zh-CN'], messages.en],
] as const;

describe.each(pairs)('%s', (_, chinese, english) => {
  const inChinese = new Map(leaves(chinese));
  const inEnglish = new Map(leaves(english));

  test('have the same keys in both languages', () => {
    expect([...inChinese.keys()].sort()).toEqual([...inEnglish.keys()].sort());
  });

  test('have the same placeholders in both languages, and no empty text', () => {
    for (const [key, text] of inChinese) {
      const other = inEnglish.get(key) ?? '';
      expect([key, ...new Set(placeholders(text))].sort()).toEqual([key, ...new Set(placeholders(other))].sort());
      expect(text.trim(), key).not.toBe('');
      expect(other.trim(), key).not.toBe('');
    }
  });

  test('are written with full-width punctuation in Chinese', () => {
    for (const [key, text] of inChinese) expect(text, key).not.toMatch(/[\u4e00-\u9fff][,;:!?]/);
  });
});

test('every word is a message the translator can read, in both languages', () => {
  addCounterWords(counterChinese, counterEnglish);
  const { t } = useWords();
  for (const locale of ['zh-CN', 'en'] as const) {
    i18n.global.locale.value = locale;
    const words = locale === 'en' ? [entryEnglish, counterEnglish] : [entryChinese, counterChinese];
    for (const [key, text] of words.flatMap((tree) => leaves(tree))) {
      const values = Object.fromEntries(placeholders(text).map((name) => [name, `<${name}>`]));
      expect(t(key as WordKey, values)).toBe(text.replace(/\{(\w+)\}/g, '<$1>'));
    }
  }
});

test('a sentence says its details and leaves out what it was not told', () => {
  expect(sentence('en', 'SIGN_IN_FAILED', { left: 2 })).toContain('2 tries left');
  expect(sentence('en', 'SIGN_IN_FAILED')).not.toMatch(/[[\]{}]|tries/);
  expect(sentence('zh-CN', 'ID_NUMBER_INVALID', { fault: 'CHECK_DIGIT' })).toContain('校验码不对');
});

test('no refusal shows a bracket or brace, with no details at all', () => {
  for (const code of ERROR_CODES) {
    for (const locale of ['zh-CN', 'en'] as const) {
      const text = sentence(locale, code);
      expect(text, `${locale} ${code}`).not.toMatch(/[[\]{}]/);
    }
  }
});

test('every line reason has a meaning and a remedy; an unknown code has none', () => {
  for (const reason of [...ALLOCATION_LINE_REASONS, ...SETTLEMENT_LINE_REASONS]) {
    expect(remedy('zh-CN', reason)?.mend, reason).toBeTruthy();
  }
  expect(remedy('en', 'toString')).toBeNull();
});

test('what a number should look like is said in the language of the sentence', () => {
  const params = { field: '清算日期', form: 'date' };
  expect(fileFaultText('zh-CN', 'numberInvalid', params)).toBe('清算日期 应为 存在的日期，8 位数字');
  expect(fileFaultText('en', 'numberInvalid', params)).toContain('an existing date YYYYMMDD');
  expect(fileFaultText('zh-CN', 'xmlMalformed', { detail: 'undefined entity.' })).not.toContain('entity');
});
