/** What makes a whole file unreadable, in words. `{…}` are the params; they never hold a cell's contents. */
import { z } from 'zod';
import type { Locale } from './message-kinds.ts';

const english = {
  fileUnreadable: 'the file cannot be read ({reason})',
  empty: 'the file is empty',
  wrongKind: 'this is a {kind} file, not a text file',
  utf16: 'the file is in UTF-16; save it as GB18030 or UTF-8',
  undecodable: 'the bytes {bytes} are not valid {encoding}',
  controlCharacter: 'control character {character} in the text',
  recordTooLong: 'the line is longer than {limit} characters, or a quote in it is not closed',
  quoteUnclosed: 'the quote opened here is not closed',
  quoteMisplaced: 'a quote stands inside a field that does not begin with one',
  quoteTrailing: 'after a closing quote a comma or the end of the line must follow',
  blankLine: 'a blank line between lines',
  titlesWrong: 'the title line must read {expected}',
  columnCount: 'the line has {found} columns, not {expected}',
  endMissing: 'the file ends before {missing}',
  noLines: 'the file holds no lines',
  countDiffers: 'the file declares {declared} lines and holds {found}',
  sumDiffers: 'the file declares {declared} yuan and its lines make {found}',
  identifierInvalid: '{field} must be 1 to 35 characters without outer spaces',
  textTooLong: '{field} is longer than {limit} characters',
  numberInvalid: '{field} must be {form}',
  valueUnknown: '{field} must be one of {allowed}',
  cashOrTransfer: 'cash and transfers do not exist for a medical account ({field})',
  xmlEncoding: 'the declared encoding {encoding} is neither UTF-8 nor GB18030',
  xmlMalformed: 'not well-formed XML ({detail})',
  xmlDoctype: 'a DOCTYPE is not allowed',
  xmlNamespace: 'the document is not pain.001.001.09 or pain.001.001.03',
  xmlElementUnexpected: 'element {element} is not allowed in {parent}',
  xmlElementTwice: 'element {element} stands twice in {parent}',
  xmlElementOrder: 'element {element} stands too late in {parent}',
  xmlElementMissing: 'element {element} is missing in {parent}',
  xmlStrayText: 'text is not allowed in {parent}',
  xmlTooDeep: 'elements are nested deeper than {limit}',
  xmlTooLong: 'a single piece of text or markup is longer than {limit} characters',
} as const;

export type FileFaultKey = keyof typeof english;

const chinese: Readonly<Record<FileFaultKey, string>> = {
  fileUnreadable: '无法读取文件（{reason}）',
  empty: '文件是空的',
  wrongKind: '这是 {kind} 文件，不是文本文件',
  utf16: '文件是 UTF-16 编码，请另存为 GB18030 或 UTF-8',
  undecodable: '字节 {bytes} 不是有效的 {encoding}',
  controlCharacter: '文本中有控制字符 {character}',
  recordTooLong: '该行超过 {limit} 个字符，或其中的引号没有结束',
  quoteUnclosed: '此处的引号没有结束',
  quoteMisplaced: '字段中间出现引号，而该字段并非以引号开头',
  quoteTrailing: '结束引号之后必须是逗号或行尾',
  blankLine: '行间有空行',
  titlesWrong: '标题行应为 {expected}',
  columnCount: '该行有 {found} 列，应为 {expected} 列',
  endMissing: '文件在 {missing} 之前就结束了',
  noLines: '文件没有明细行',
  countDiffers: '文件声明 {declared} 笔，实际 {found} 笔',
  sumDiffers: '文件声明 {declared} 元，明细合计 {found} 元',
  identifierInvalid: '{field} 应为 1 至 35 个字符，前后不带空格',
  textTooLong: '{field} 超过 {limit} 个字符',
  numberInvalid: '{field} 应为 {form}',
  valueUnknown: '{field} 应为以下之一：{allowed}',
  cashOrTransfer: '医保账户没有取现和转账（{field}）',
  xmlEncoding: '声明的编码 {encoding} 既不是 UTF-8 也不是 GB18030',
  xmlMalformed: 'XML 格式不正确（{detail}）',
  xmlDoctype: '不允许 DOCTYPE',
  xmlNamespace: '文件不是 pain.001.001.09 或 pain.001.001.03',
  xmlElementUnexpected: '{parent} 中不允许出现元素 {element}',
  xmlElementTwice: '元素 {element} 在 {parent} 中出现两次',
  xmlElementOrder: '元素 {element} 在 {parent} 中位置过后',
  xmlElementMissing: '{parent} 中缺少元素 {element}',
  xmlStrayText: '{parent} 中不允许出现文本',
  xmlTooDeep: '元素嵌套超过 {limit} 层',
  xmlTooLong: '单个文本或标记超过 {limit} 个字符',
};

function isFileFaultKey(value: unknown): value is FileFaultKey {
  return typeof value === 'string' && Object.hasOwn(english, value);
}

export const fileFaultKeySchema = z.custom<FileFaultKey>(isFileFaultKey, 'not a file fault');

/** The fault in one clause, without its place in the file. */
export function fileFaultText(
  locale: Locale,
  key: FileFaultKey,
  params: Readonly<Record<string, string | number>>,
): string {
  const words: Readonly<Record<FileFaultKey, string>> = locale === 'en' ? english : chinese;
  return words[key].replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}
