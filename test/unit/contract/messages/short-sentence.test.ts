/** A refusal as a line of a table: short, in one language, and whole. */
import { expect, test } from 'vitest';
import { ERROR_CODES } from '../../../../electron/contract/kernel/errors.ts';
import { shortSentence } from '../../../../electron/contract/messages/short-sentence.ts';

test.each(ERROR_CODES)('%s has a short name in each language, without places left open', (code) => {
  for (const language of ['zh-CN', 'en'] as const) {
    const short = shortSentence(language, code);
    expect(short.length).toBeGreaterThan(2);
    expect(short).not.toMatch(/[{}[\]–；;。]|\.$/);
    expect((short.match(/[（(]/g) ?? []).length).toBe((short.match(/[）)]/g) ?? []).length);
    if (language === 'en') expect(short).not.toMatch(/\p{Script=Han}/u);
  }
});

test('the first clause alone, without the details of one case', () => {
  expect(shortSentence('zh-CN', 'PASSWORD_WRONG')).toBe('密码错误');
  expect(shortSentence('en', 'PASSWORD_WRONG')).toBe('The password is incorrect');
  expect(shortSentence('zh-CN', 'ROLE_REQUIRED')).toBe('这项操作须由…办理');
});
