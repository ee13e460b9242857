/** What makes a whole file unreadable, in words. `{…}` are the params; they never hold a cell's contents. */
import { inLanguage, type Locale, type WordPair } from '../messages/word-pair.ts';

const FAULTS = {
  fileUnreadable: { zh: '无法读取文件', en: 'the file cannot be read' },
  empty: { zh: '文件是空的', en: 'the file is empty' },
  wrongKind: { zh: '这是 {kind} 文件，不是文本文件', en: 'this is a {kind} file, not a text file' },
  utf16: {
    zh: '文件是 UTF-16 编码，请另存为 GB18030 或 UTF-8',
    en: 'the file is in UTF-16; save it as GB18030 or UTF-8',
  },
  undecodable: { zh: '字节 {bytes} 不是有效的 {encoding}', en: 'the bytes {bytes} are not valid {encoding}' },
  controlCharacter: { zh: '文本中有控制字符 {character}', en: 'control character {character} in the text' },
  recordTooLong: {
    zh: '该行超过 {limit} 个字符，或其中的引号没有结束',
    en: 'the line is longer than {limit} characters, or a quote in it is not closed',
  },
  quoteUnclosed: { zh: '此处的引号没有结束', en: 'the quote opened here is not closed' },
  quoteMisplaced: {
    zh: '字段中间出现引号，而该字段并非以引号开头',
    en: 'a quote stands inside a field that does not begin with one',
  },
  quoteTrailing: {
    zh: '结束引号之后必须是逗号或行尾',
    en: 'after a closing quote a comma or the end of the line must follow',
  },
  titlesWrong: {
    zh: '标题“{found}”处应为“{expected}”；标题行应为 {titles}',
    en: 'the title "{found}" stands where "{expected}" is expected; the title line must read {titles}',
  },
  separatorWrong: {
    zh: '各列以“{found}”分隔，应以逗号分隔；请另存为 CSV（逗号分隔）',
    en: 'columns are separated by "{found}"; they must be separated by commas: export the file as CSV (comma separated)',
  },
  numberCut: {
    zh: '{field} 已被电子表格截断；请先把该列设为文本格式，再录入或导入号码，然后重新导出',
    en: '{field} is a number that a spreadsheet has cut; format the column as text before the numbers are entered or imported, then export again',
  },
  numbersCut: {
    zh: '有 {count} 行的号码已被电子表格截断，首处在第 {line} 行（{field}）；请先把这些列设为文本格式，再录入或导入号码，然后重新导出',
    en: 'lines with numbers that a spreadsheet has cut: {count}, the first is line {line} ({field}); format the columns as text before the numbers are entered or imported, then export again',
  },
  columnCount: { zh: '该行有 {found} 列，应为 {expected} 列', en: 'the line has {found} columns, not {expected}' },
  columnsOfLine: {
    zh: '该行有 {found} 列，应为 {expected} 列；含逗号的内容须加引号，也不能缺列',
    en: 'the line has {found} columns, not {expected}; a field that holds a comma must stand in quotes, and none may be left out',
  },
  carriageReturnAlone: {
    zh: '行尾只有回车符；请另存为 Windows 或 Linux 换行格式',
    en: 'lines end in a carriage return alone; save the file with the line ends of Windows or Linux',
  },
  endMissing: { zh: '文件在 {missing} 之前就结束了', en: 'the file ends before {missing}' },
  noLines: { zh: '文件没有明细行', en: 'the file holds no lines' },
  countDiffers: {
    zh: '文件声明 {declared} 笔，实际 {found} 笔',
    en: 'the file declares {declared} lines and holds {found}',
  },
  sumDiffers: {
    zh: '文件声明 {declared} 元，明细合计 {found} 元',
    en: 'the file declares {declared} yuan and its lines make {found}',
  },
  identifierInvalid: {
    zh: '{field} 应为 1 至 35 个字符，前后不带空格',
    en: '{field} must be 1 to 35 characters without outer spaces',
  },
  textTooLong: { zh: '{field} 超过 {limit} 个字符', en: '{field} is longer than {limit} characters' },
  numberInvalid: { zh: '{field} 应为 {form}', en: '{field} must be {form}' },
  sumUndeclared: {
    zh: '文件没有申报总金额，明细合计 {found} 元',
    en: 'the file declares no control sum; its lines add up to {found} yuan',
  },
  encodingDiffers: {
    zh: '文件声明的编码是 {declared}，实际是 {encoding}，已按 {encoding} 读取',
    en: 'the file declares the encoding {declared} and is {encoding}; it was read as {encoding}',
  },
  monthDiffers: {
    zh: '文件所属年月为 {month}，与营业日所在的 {current} 不一致',
    en: 'the file is for {month}, and the business day lies in {current}',
  },
  sumFarFromLast: {
    zh: '总金额 {sum} 元，与上月同类批次 {batch} 的 {lastSum} 元相差超过 {percent}%',
    en: 'the sum of {sum} yuan differs by more than {percent} % from the {lastSum} yuan of last month (batch {batch})',
  },
  accountsRepeated: {
    zh: '有 {count} 个账户在文件中不止一笔（第 {lines} 行等），各笔均会入账',
    en: 'accounts with more than one line in the file: {count} (first at lines {lines}); each of their lines is posted',
  },
  valueUnknown: { zh: '{field} 应为以下之一：{allowed}', en: '{field} must be one of {allowed}' },
  cashOrTransfer: {
    zh: '医保账户没有取现和转账（{field}）',
    en: 'cash and transfers do not exist for a medical account ({field})',
  },
  terminalCharacter: {
    zh: '终端号中有“{character}”；终端号只能是字母、数字和连字符，以分号分隔',
    en: '"{character}" stands in a terminal; terminals are letters, digits and hyphens, separated by ;',
  },
  characterLost: {
    zh: '{character} 是转换时丢失的字符',
    en: '{character} is what a conversion leaves of a character it does not know',
  },
  characterPrivate: {
    zh: '{character} 是私用区编码，不对应任何已知字符',
    en: '{character} is a private-use code that stands for no known character',
  },
  characterInvisible: { zh: '{character} 是看不见的字符', en: '{character} is there and cannot be seen' },
  characterControl: { zh: '{character} 是控制字符', en: '{character} is a control character' },
  phonesMissing: {
    zh: '有 {count} 行的手机号无法识别（{lines}）；账户照常建立，原先没有手机号的仍缺手机号：请在柜台更改联系方式',
    en: 'no phone number can be read on {count} lines ({lines}); their accounts stand, without a phone where none was on file: change it at the counter (holder contact)',
  },
  correctableAtCounter: {
    zh: '姓名或证件号码有误的，请在柜台更正：核对证件并由主管授权',
    en: 'a wrong name or ID number is corrected at the counter (holder correct), with the document seen and a second person',
  },
  correctedAtCounter: {
    zh: '该持卡人已于 {date} 在柜台更正，名册仍是旧值，请医保部门更正名册',
    en: 'this holder was corrected at the counter on {date}; the register still has the old value, so have the department correct it',
  },
  xmlEncoding: {
    zh: '声明的编码 {encoding} 既不是 UTF-8 也不是 GB18030',
    en: 'the declared encoding {encoding} is neither UTF-8 nor GB18030',
  },
  xmlMalformed: { zh: 'XML 格式不正确，此处不符合 XML 语法', en: 'not well-formed XML ({detail})' },
  xmlDoctype: { zh: '不允许 DOCTYPE', en: 'a DOCTYPE is not allowed' },
  xmlNamespace: {
    zh: '文件不是 pain.001.001.09 或 pain.001.001.03',
    en: 'the document is not pain.001.001.09 or pain.001.001.03',
  },
  xmlElementUnexpected: {
    zh: '{parent} 中不允许出现元素 {element}',
    en: 'element {element} is not allowed in {parent}',
  },
  xmlElementTwice: { zh: '元素 {element} 在 {parent} 中出现两次', en: 'element {element} stands twice in {parent}' },
  xmlElementOrder: { zh: '元素 {element} 在 {parent} 中位置过后', en: 'element {element} stands too late in {parent}' },
  xmlElementMissing: { zh: '{parent} 中缺少元素 {element}', en: 'element {element} is missing in {parent}' },
  xmlStrayText: { zh: '{parent} 中不允许出现文本', en: 'text is not allowed in {parent}' },
  xmlTooDeep: { zh: '元素嵌套超过 {limit} 层', en: 'elements are nested deeper than {limit}' },
  xmlTooLong: {
    zh: '单个文本或标记超过 {limit} 个字符',
    en: 'a single piece of text or markup is longer than {limit} characters',
  },
} as const satisfies Readonly<Record<string, WordPair>>;

export type FileFaultKey = keyof typeof FAULTS;

/** How a number has to be written: the param `form` is one of these. */
const FORMS = {
  date: { zh: '存在的日期，8 位数字', en: 'an existing date YYYYMMDD' },
  time: { zh: '存在的时间，14 位数字', en: 'an existing time YYYYMMDDHHMMSS' },
  month: { zh: '年月，6 位数字', en: 'a month YYYYMM' },
  count: { zh: '1 至 15 位数字', en: '1 to 15 digits' },
  yuan: { zh: '以元为单位的金额', en: 'an amount in yuan' },
  decimal: { zh: '十进制数字', en: 'a decimal number' },
} as const satisfies Readonly<Record<string, WordPair>>;

export type NumberForm = keyof typeof FORMS;

function isNumberForm(value: unknown): value is NumberForm {
  return typeof value === 'string' && Object.hasOwn(FORMS, value);
}

export function isFileFaultKey(value: unknown): value is FileFaultKey {
  return typeof value === 'string' && Object.hasOwn(FAULTS, value);
}

/** The fault in one clause, without its place in the file. */
export function fileFaultText(
  locale: Locale,
  key: FileFaultKey,
  params: Readonly<Record<string, string | number>>,
): string {
  return inLanguage(locale, FAULTS[key]).replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name] ?? '';
    return name === 'form' && isNumberForm(value) ? inLanguage(locale, FORMS[value]) : String(value);
  });
}
