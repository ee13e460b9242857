/** How personal values are shown outside the visit's own header (docs/rules.md 2, JR/T 0171-2020). */

export { maskCard, maskIdNumber, maskPhone } from '../../contract/kernel/masked-numbers.ts';

/** Compound surnames stay whole: their second character alone would name somebody else. */
const COMPOUND_SURNAMES = new Set(
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 令狐 慕容 司徒 夏侯 长孙 宇文 端木 南宫 独孤 轩辕 钟离 呼延 赫连 澹台 公冶 宗政 濮阳 淳于 单于 太叔 申屠 仲孙 闻人'.split(
    ' ',
  ),
);

/** Surname and one star; a name of other scripts keeps its first character. Works by code point, so Ext. B is whole. */
export function maskName(name: string): string {
  const characters = Array.from(name.trim());
  const two = characters.slice(0, 2).join('');
  const surname = characters.length > 2 && COMPOUND_SURNAMES.has(two) ? two : (characters[0] ?? '');
  return `${surname}*`;
}

/** The longest text that can still be an amount of a line: `1,234,567.89`. */
const AMOUNT_LENGTH = 12;

/** What stood in the amount's place; a shifted column may put a card or ID number there, so a long text is cut. */
export function shownAmountText(text: string): string {
  return text.length <= AMOUNT_LENGTH ? text : `${text.slice(0, 3)}…`;
}
