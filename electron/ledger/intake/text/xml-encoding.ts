/**
 * The encoding of an XML file: valid UTF-8 is read as UTF-8 whatever the declaration says, anything else as declared
 * (docs/formats.md 3). GBK and GB2312 are subsets of GB18030 and are read as it.
 */
import type { FileNote } from '../../../contract/office/office-views.ts';
import { fileNote } from '../file-note.ts';
import type { FileSource } from '../file-source.ts';
import { refusal, type IntakeFaultCode } from '../intake-fault.ts';
import { hasGb18030Mark, hasUtf8Mark, utf8Content, type TextEncoding } from './text-encoding.ts';

const DECLARED = /^(?:\xef\xbb\xbf|\x84\x31\x95\x33)?\s*<\?xml\s[^>]*?encoding\s*=\s*["']([^"']{1,40})["']/;
const KNOWN = new Map<string, TextEncoding>([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['us-ascii', 'utf-8'],
  ['gb18030', 'gb18030'],
  ['gbk', 'gb18030'],
  ['gb2312', 'gb18030'],
  ['cp936', 'gb18030'],
  ['windows-936', 'gb18030'],
]);

export type XmlEncoding = {
  readonly encoding: TextEncoding;
  /** Says so when declaration and bytes differ. */
  readonly note: FileNote | null;
};

/** Reads the file to its end where it does not declare UTF-8. Without a declaration XML 1.0 says UTF-8. Refuses bytes of any encoding but the two. */
export async function xmlEncoding(
  source: FileSource,
  opening: Uint8Array,
  code: IntakeFaultCode,
): Promise<XmlEncoding> {
  const declared = DECLARED.exec(Buffer.from(opening).toString('latin1'))?.[1] ?? null;
  const known = declared === null ? 'utf-8' : KNOWN.get(declared.toLowerCase());
  // Declared and read as UTF-8: the bytes show while they are read whether it is, without a walk of their own before.
  if (known === 'utf-8' && !hasGb18030Mark(opening)) return { encoding: 'utf-8', note: null };
  const content = hasUtf8Mark(opening) ? 'utf-8' : await utf8Content(source);
  if (content === null) {
    const encoding = hasGb18030Mark(opening) ? 'gb18030' : known;
    if (encoding === undefined)
      throw refusal(code, { line: 1, column: 1 }, 'xmlEncoding', { encoding: declared ?? '' });
    return { encoding, note: differing(declared, known, encoding) };
  }
  // Plain ASCII is the same in either encoding, so the declaration is not wrong.
  const isSame = content === 'ascii' && known !== undefined;
  return { encoding: 'utf-8', note: isSame ? null : differing(declared, known, 'utf-8') };
}

function differing(declared: string | null, known: TextEncoding | undefined, encoding: TextEncoding): FileNote | null {
  if (declared === null || known === encoding) return null;
  return fileNote('encodingDiffers', { declared, encoding: encoding.toUpperCase() });
}
