/** The windows have a face of the program's own for every character they are written with, and name no other. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { messages } from '../../../electron/contract/messages/messages.ts';
import { FACES, faceFont } from '../../../electron/ledger/paper/fonts/document-faces.ts';
import { missingCharacterFace } from '../../../build/missing-character-face.ts';
import { noInlineFaces } from '../../../build/screen-faces.ts';

const renderer = join(import.meta.dirname, '../../../renderer');
const sliceStyles = readFileSync(
  join(import.meta.dirname, '../../../node_modules/@fontsource-variable/noto-sans-sc/wght.css'),
  'utf8',
);

/** The gallery is never bundled, and shows on purpose what the faces lack. */
const sources = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(?:ts|vue|css|html)$/.test(file) && !file.startsWith('gallery/'))
  .map((file) => ({ file, text: readFileSync(join(renderer, file), 'utf8') }));

/** What can be drawn: all but line breaks. */
function charactersOf(text: string): string[] {
  return [...new Set(text.replace(/[\n\r\t]/g, ''))];
}

const written = charactersOf(sources.map(({ text }) => text).join('') + JSON.stringify(messages));

test('every character of the windows and messages is in both whole faces', () => {
  for (const face of FACES) {
    const font = faceFont(face);
    const lacking = written.filter((character) => font.glyphOf(character.codePointAt(0) ?? 0) === 0);
    expect(lacking, face).toEqual([]);
  }
});

test('and in a slice, so that no screen has to load a whole face of ten megabytes', () => {
  const ranges = [...sliceStyles.matchAll(/unicode-range: ([^;]+);/g)].flatMap(([, list]) =>
    list!.split(',').map((range) => {
      const [first, last] = range.trim().slice(2).split('-');
      return [Number.parseInt(first!, 16), Number.parseInt(last ?? first!, 16)] as const;
    }),
  );
  const inSlice = (code: number): boolean => ranges.some(([first, last]) => first <= code && code <= last);
  expect(written.filter((character) => !inSlice(character.codePointAt(0) ?? 0))).toEqual([]);
});

test('no style names a face that is not the program’s', () => {
  const ours = ["'Noto Sans SC Variable'", "'Noto Sans SC Whole'", "'Missing Character'"];
  const named = sources.flatMap(({ file, text }) =>
    [...text.matchAll(/(?<![-\w])font-family:\s*([^;]+);/g)].map(([, families]) => ({ file, families: families! })),
  );
  const foreign = named.filter(
    ({ families }) => !['inherit', 'var(--font)'].includes(families) && !ours.includes(families),
  );
  expect(foreign).toEqual([]);
  expect(named.filter(({ families }) => families === 'var(--font)')).toHaveLength(1);
  const tokens = sources.find(({ file }) => file.endsWith('tokens.css'))?.text;
  expect(/--font: ([^;]+);/.exec(tokens ?? '')?.[1]).toBe(ours.join(', '));
});

test('slices stay files, because the pages let no face in that is written into a style', () => {
  expect(sliceStyles).toContain('font-display: swap');
  expect(noInlineFaces('noto-sans-sc-97-wght-normal.woff2')).toBe(false);
  expect(noInlineFaces('mark.svg')).toBeUndefined();
});

test('the face of the missing character is whole: its checksum adds up as TrueType wants it', () => {
  const file = missingCharacterFace();
  let sum = 0;
  for (let at = 0; at < file.length; at += 4) sum = (sum + file.readUInt32BE(at)) >>> 0;
  expect(sum).toBe(0xb1b0afba);
});
