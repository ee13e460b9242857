/** What makes a whole file unreadable, in words. `{…}` are the params; they never hold a cell's contents. */
import { z } from 'zod';
import type { Locale } from '../messages/message-kinds.ts';

const english = {
  fileUnreadable: 'the file cannot be read',
  empty: 'the file is empty',
  wrongKind: 'this is a {kind} file, not a text file',
  utf16: 'the file is in UTF-16; save it as GB18030 or UTF-8',
  undecodable: 'the bytes {bytes} are not valid {encoding}',
  controlCharacter: 'control character {character} in the text',
  recordTooLong: 'the line is longer than {limit} characters, or a quote in it is not closed',
  quoteUnclosed: 'the quote opened here is not closed',
  quoteMisplaced: 'a quote stands inside a field that does not begin with one',
  quoteTrailing: 'after a closing quote a comma or the end of the line must follow',
  titlesWrong: 'the title “{found}” stands where “{expected}” is expected; the title line must read {titles}',
  separatorWrong:
    'columns are separated by “{found}”; they must be separated by commas: export the file as CSV (comma separated)',
  numberCut:
    '{field} is a number that a spreadsheet has cut; format the column as text before the numbers are entered or imported, then export again',
  numbersCut:
    'lines with numbers that a spreadsheet has cut: {count}, the first is line {line} ({field}); format the columns as text before the numbers are entered or imported, then export again',
  columnCount: 'the line has {found} columns, not {expected}',
  columnsOfLine:
    'the line has {found} columns, not {expected}; a field that holds a comma must stand in quotes, and none may be left out',
  carriageReturnAlone: 'lines end in a carriage return alone; save the file with the line ends of Windows or Linux',
  endMissing: 'the file ends before {missing}',
  noLines: 'the file holds no lines',
  countDiffers: 'the file declares {declared} lines and holds {found}',
  sumDiffers: 'the file declares {declared} yuan and its lines make {found}',
  identifierInvalid: '{field} must be 1 to 35 characters without outer spaces',
  textTooLong: '{field} is longer than {limit} characters',
  numberInvalid: '{field} must be {form}',
  sumUndeclared: 'the file declares no control sum; its lines add up to {found} yuan',
  encodingDiffers: 'the file declares the encoding {declared} and is {encoding}; it was read as {encoding}',
  valueUnknown: '{field} must be one of {allowed}',
  cashOrTransfer: 'cash and transfers do not exist for a medical account ({field})',
  terminalCharacter: '“{character}” stands in a terminal; terminals are letters, digits and hyphens, separated by ;',
  characterLost: '{character} is what a conversion leaves of a character it does not know',
  characterPrivate: '{character} is a private-use code that stands for no known character',
  characterInvisible: '{character} is there and cannot be seen',
  characterControl: '{character} is a control character',
  phonesMissing:
    'no phone number can be read on {count} lines ({lines}); their accounts stand, without a phone where none was on file: change it at the counter (holder contact)',
  correctableAtCounter:
    'a wrong name or ID number is corrected at the counter (holder correct), with the document seen and a second person',
  correctedAtCounter:
    'this holder was corrected at the counter on {date}; the register still has the old value, so have the department correct it',
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
  fileUnreadable: '无法读取文件',
  empty: '文件是空的',
  wrongKind: '这是 {kind} 文件，不是文本文件',
  utf16: '文件是 UTF-16 编码，请另存为 GB18030 或 UTF-8',
  undecodable: '字节 {bytes} 不是有效的 {encoding}',
  controlCharacter: '文本中有控制字符 {character}',
  recordTooLong: '该行超过 {limit} 个字符，或其中的引号没有结束',
  quoteUnclosed: '此处的引号没有结束',
  quoteMisplaced: '字段中间出现引号，而该字段并非以引号开头',
  quoteTrailing: '结束引号之后必须是逗号或行尾',
  titlesWrong: '标题“{found}”处应为“{expected}”；标题行应为 {titles}',
  separatorWrong: '各列以“{found}”分隔，应以逗号分隔；请另存为 CSV（逗号分隔）',
  numberCut: '{field} 已被电子表格截断；请先把该列设为文本格式，再录入或导入号码，然后重新导出',
  numbersCut:
    '有 {count} 行的号码已被电子表格截断，首处在第 {line} 行（{field}）；请先把这些列设为文本格式，再录入或导入号码，然后重新导出',
  columnCount: '该行有 {found} 列，应为 {expected} 列',
  columnsOfLine: '该行有 {found} 列，应为 {expected} 列；含逗号的内容须加引号，也不能缺列',
  carriageReturnAlone: '行尾只有回车符；请另存为 Windows 或 Linux 换行格式',
  endMissing: '文件在 {missing} 之前就结束了',
  noLines: '文件没有明细行',
  countDiffers: '文件声明 {declared} 笔，实际 {found} 笔',
  sumDiffers: '文件声明 {declared} 元，明细合计 {found} 元',
  identifierInvalid: '{field} 应为 1 至 35 个字符，前后不带空格',
  textTooLong: '{field} 超过 {limit} 个字符',
  numberInvalid: '{field} 应为 {form}',
  sumUndeclared: '文件没有申报总金额，明细合计 {found} 元',
  encodingDiffers: '文件声明的编码是 {declared}，实际是 {encoding}，已按 {encoding} 读取',
  valueUnknown: '{field} 应为以下之一：{allowed}',
  cashOrTransfer: '医保账户没有取现和转账（{field}）',
  terminalCharacter: '终端号中有“{character}”；终端号只能是字母、数字和连字符，以分号分隔',
  characterLost: '{character} 是转换时丢失的字符',
  characterPrivate: '{character} 是私用区编码，不对应任何已知字符',
  characterInvisible: '{character} 是看不见的字符',
  characterControl: '{character} 是控制字符',
  phonesMissing:
    '有 {count} 行的手机号无法识别（{lines}）；账户照常建立，原先没有手机号的仍缺手机号：请在柜台更改联系方式',
  correctableAtCounter: '姓名或证件号码有误的，请在柜台更正：核对证件并由第二人授权',
  correctedAtCounter: '该持卡人已于 {date} 在柜台更正，名册仍是旧值，请医保部门更正名册',
  xmlEncoding: '声明的编码 {encoding} 既不是 UTF-8 也不是 GB18030',
  xmlMalformed: 'XML 格式不正确，此处不符合 XML 语法',
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

/** How a number has to be written: the param `form` is one of these. */
const forms = {
  date: ['an existing date YYYYMMDD', '存在的日期，8 位数字'],
  time: ['an existing time YYYYMMDDHHMMSS', '存在的时间，14 位数字'],
  month: ['a month YYYYMM', '年月，6 位数字'],
  count: ['1 to 15 digits', '1 至 15 位数字'],
  yuan: ['an amount in yuan', '以元为单位的金额'],
  decimal: ['a decimal number', '十进制数字'],
} as const satisfies Readonly<Record<string, readonly [english: string, chinese: string]>>;

export type NumberForm = keyof typeof forms;

function isNumberForm(value: unknown): value is NumberForm {
  return typeof value === 'string' && Object.hasOwn(forms, value);
}

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
  return words[key].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name] ?? '';
    return name === 'form' && isNumberForm(value) ? forms[value][locale === 'en' ? 0 : 1] : String(value);
  });
}
