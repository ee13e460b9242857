/** How personal values are shown outside the visit's own header (docs/rules.md 2, JR/T 0171-2020). */

import { maskCard, maskIdNumber, maskPhone } from '../../contract/kernel/masked-numbers.ts';

export { maskCard, maskIdNumber, maskPhone };

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

/** A number alone: no letter or digit stands beside it, as in the number of a report or a hash. */
const ID_NUMBER = /(?<![0-9A-Za-z])\d{17}[0-9Xx](?![0-9A-Za-z])/g;
const CARD = /(?<![0-9A-Za-z])62\d{14,17}(?![0-9A-Za-z])/g;
const PHONE = /(?<![0-9A-Za-z])1[3-9]\d{9}(?![0-9A-Za-z])/g;

/** The same text with every card, ID and phone number in it masked; cards first, as a card of 18 digits reads as an ID number. */
export function maskNumbers(text: string): string {
  return text.replaceAll(CARD, maskCard).replaceAll(ID_NUMBER, maskIdNumber).replaceAll(PHONE, maskPhone);
}
