/** Both languages of the customer's window say everything, with the same places to fill in. */
import { expect, test } from 'vitest';
import { placeholders } from '../../../../electron/contract/messages/messages.ts';
import { customerChinese } from '../../../../renderer/shared/words/customer-zh-cn.ts';
import { customerEnglish } from '../../../../renderer/shared/words/customer-en.ts';

function leaves(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : leaves(value as object, `${path}${key}.`),
  );
}

const chinese = new Map(leaves(customerChinese));
const english = new Map(leaves(customerEnglish));

test('the same keys, the same places, no empty text', () => {
  expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
  for (const [key, text] of chinese) {
    const other = english.get(key) ?? '';
    expect([...placeholders(text)].sort(), key).toEqual([...placeholders(other)].sort());
    expect([text.trim(), other.trim()], key).not.toContain('');
  }
});

test('full-width punctuation in Chinese', () => {
  for (const [key, text] of chinese) expect(text, key).not.toMatch(/[\u4e00-\u9fff][,;:!?]/);
});
