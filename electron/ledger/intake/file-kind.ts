/** What a received file is, by how it begins. */
import type { FileKind } from '../../contract/kernel/vocabulary.ts';
import { isSeparatorLine } from './csv-separators.ts';

const FIRST_TITLES: readonly (readonly [title: string, kind: FileKind])[] = [
  ['批次号', 'allocation'],
  ['清算文件号', 'settlement'],
  ['证件号码', 'register'],
  ['机构编号', 'institutions'],
];

/**
 * What a file is, by its first title in either encoding. Anything else is taken for an allocation: its reader then says
 * where the file stops being one.
 */
export function fileKindOf(opening: Uint8Array): FileKind {
  const start = opening.subarray(0, 64);
  const readings = ['utf-8', 'gb18030'].map((encoding) => new TextDecoder(encoding).decode(start));
  const known = FIRST_TITLES.find(([title]) =>
    readings.some((text) =>
      withoutSeparatorLine(text)
        .replace(/^[\s,"']+/, '')
        .startsWith(title),
    ),
  );
  return known?.[1] ?? 'allocation';
}

function withoutSeparatorLine(text: string): string {
  const lineEnd = text.indexOf('\n');
  return isSeparatorLine(text.slice(0, Math.max(lineEnd, 0)).trimEnd()) ? text.slice(lineEnd + 1) : text;
}
