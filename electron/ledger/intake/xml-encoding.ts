/** The encoding an XML file declares. GBK and GB2312 are subsets of GB18030 and are read as it. */
import { refusal, type IntakeFaultCode } from './intake-fault.ts';
import { hasUtf8Mark, type TextEncoding } from './text-encoding.ts';

const DECLARED = /^(?:\x84\x31\x95\x33)?<\?xml\s[^>]*?encoding\s*=\s*["']([^"']{1,40})["']/;
const KNOWN = new Map<string, TextEncoding>([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['us-ascii', 'utf-8'],
  ['gb18030', 'gb18030'],
  ['gbk', 'gb18030'],
  ['gb2312', 'gb18030'],
]);

/** A byte order mark decides, then the declaration; without either XML 1.0 says UTF-8. Refuses any other encoding. */
export function xmlEncoding(opening: Uint8Array, code: IntakeFaultCode): TextEncoding {
  if (hasUtf8Mark(opening)) return 'utf-8';
  const declared = DECLARED.exec(Buffer.from(opening).toString('latin1'))?.[1];
  if (declared === undefined) return 'utf-8';
  const encoding = KNOWN.get(declared.toLowerCase());
  if (encoding === undefined) throw refusal(code, { line: 1, column: 1 }, 'xmlEncoding', { encoding: declared });
  return encoding;
}
