/** Both languages have the same places to fill in, and no word is said twice. */
import { describe, expect, test } from 'vitest';
import { ERROR_CODES } from '../../../../electron/contract/kernel/errors.ts';
import { fileFaultText } from '../../../../electron/contract/month-end/file-faults.ts';
import { messages, placeholders, remedy, sentence } from '../../../../electron/contract/messages/messages.ts';
import type { WordPair } from '../../../../electron/contract/messages/word-pair.ts';
import { customerWords } from '../../../../renderer/customer/customer-words.ts';
import { sharedWords } from '../../../../renderer/shared/words/shared-words.ts';
import { addWords, i18n, useWords } from '../../../../renderer/shared/words/use-words.ts';
import type { WordKey } from '../../../../renderer/shared/words/word-lists.ts';
import { inOneLanguage } from '../../../../renderer/shared/words/word-pairs.ts';
import { counterWords } from '../../../../renderer/teller/shell/counter-words.ts';
import { entryWords } from '../../../../renderer/teller/shell/entry-words.ts';

function leaves(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    const at = path === '' ? key : `${path}.${key}`;
    return typeof value === 'string' ? [[at, value]] : leaves(value as object, at);
  });
}

const lists = [sharedWords, customerWords, ...entryWords, ...counterWords];
const words = { 'zh-CN': inOneLanguage(lists, 'zh'), en: inOneLanguage(lists, 'en') } as const;
const spoken = [
  ['words of the windows', words['zh-CN'], words.en],
  ['messages', inOneLanguage([messages], 'zh'), inOneLanguage([messages], 'en')],
] as const;

describe.each(spoken)('%s', (_, chinese, english) => {
  const inChinese = new Map(leaves(chinese));
  const inEnglish = new Map(leaves(english));

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
  addWords(lists.filter((list) => list !== sharedWords));
  const { t } = useWords();
  for (const locale of ['zh-CN', 'en'] as const) {
    i18n.global.locale.value = locale;
    for (const [key, text] of leaves(words[locale])) {
      const values = Object.fromEntries(placeholders(text).map((name) => [name, `<${name}>`]));
      expect(t(key as WordKey, values)).toBe(text.replace(/\{(\w+)\}/g, '<$1>'));
    }
  }
});

test('a line or file of the department is sent back, and a person alone refuses', () => {
  const refusing = leaves(words['zh-CN']).filter(([key, text]) => key.startsWith('monthEnd.') && text.includes('拒绝'));
  expect(refusing.map(([key]) => key)).toEqual(['monthEnd.refusedDone']);
  expect(leaves(words['zh-CN']).filter(([, text]) => text.includes('退回')).length).toBeGreaterThan(5);
  expect(
    leaves(inOneLanguage([{ remedies: messages.remedies }], 'zh')).filter(([, text]) => text.includes('拒绝')),
  ).toEqual([]);
});

test('a word in one language only does not compile', () => {
  // @ts-expect-error A word has both languages.
  const chineseOnly: WordPair = { zh: '结息' };
  expect(chineseOnly.en).toBeUndefined();
});

test('two lists with a word of the same key are refused with the key', () => {
  const interest = { loan: { title: { zh: '结息', en: 'Interest' } } };
  expect(() => inOneLanguage([interest, { loan: { title: { zh: '利率', en: 'Rate' } } }], 'zh')).toThrow(
    'The word loan.title stands in two lists',
  );
  expect(() => inOneLanguage([interest, { loan: { zh: '贷款', en: 'Loan' } }], 'en')).toThrow('The word loan stands');
  expect(() => inOneLanguage([{ loan: { zh: '贷款', en: 'Loan' } }, interest], 'en')).toThrow('The word loan stands');
});

test('a sentence says its details and leaves out what it was not told', () => {
  expect(sentence('en', 'SIGN_IN_FAILED', { left: 2 })).toContain('before the code is locked: 2.');
  expect(sentence('en', 'SIGN_IN_FAILED')).not.toMatch(/[[\]{}]|left|locked/);
  expect(sentence('zh-CN', 'ID_NUMBER_INVALID', { fault: 'CHECK_DIGIT' })).toContain('校验码错误');
});

test('the last try says until when the lock lasts, and counts no tries', () => {
  const last = { left: 0, lockedUntil: '2024-02-05 10:00:07' };
  for (const code of ['SIGN_IN_FAILED', 'PASSWORD_WRONG', 'SECOND_PERSON_FAILED', 'RECOVERY_KEY_WRONG'] as const) {
    for (const locale of ['zh-CN', 'en'] as const) {
      expect(sentence(locale, code, last), `${locale} ${code}`).toContain(last.lockedUntil);
      expect(sentence(locale, code, last), `${locale} ${code}`).not.toMatch(/ 0 次|: 0/);
      expect(sentence(locale, code, { left: 2 }), `${locale} ${code}`).toMatch(/ 2 次|: 2\./);
    }
  }
});

test('where the password alone is asked for, no code is spoken of', () => {
  expect(sentence('zh-CN', 'PASSWORD_WRONG', { left: 4 })).not.toContain('工号');
  expect(sentence('en', 'PASSWORD_WRONG', { left: 4 })).not.toMatch(/code/);
});

test('a sentence about disk and printer has none of the system’s words in it', () => {
  const system = { system: 'EIO', detail: 'lp: Bad file descriptor' };
  const failed = ['SAVE_FAILED', 'OUTPUT_FAILED', 'PRINT_FAILED', 'ANCHOR_UNWRITTEN'] as const;
  for (const code of failed) {
    expect(sentence('zh-CN', code, { ...system, reason: 'print-no-paper' }), code).toContain('打印机缺纸');
    expect(sentence('zh-CN', code, { ...system, reason: 'print-no-paper' }), code).not.toMatch(/EIO|lp:/);
  }
});

test('no refusal shows a bracket or brace, with no details at all', () => {
  for (const code of ERROR_CODES) {
    for (const locale of ['zh-CN', 'en'] as const) {
      const text = sentence(locale, code);
      expect(text, `${locale} ${code}`).not.toMatch(/[[\]{}]/);
    }
  }
});

test('a reason that this version does not know has no remedy', () => {
  expect(remedy('en', 'AM09').correction).toContain('1234.50');
  expect(remedy('en', 'toString')).toBeNull();
});

test('what a number should look like is said in the language of the sentence', () => {
  const params = { field: '清算日期', form: 'date' };
  expect(fileFaultText('zh-CN', 'numberInvalid', params)).toBe('清算日期 应为 存在的日期，8 位数字');
  expect(fileFaultText('en', 'numberInvalid', params)).toContain('an existing date YYYYMMDD');
  expect(fileFaultText('zh-CN', 'xmlMalformed', { detail: 'undefined entity.' })).not.toContain('entity');
});
