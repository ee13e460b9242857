/**
 * The two faces of every document, read on the first document and kept for the life of the process (docs/papers.md 2):
 * opening a 10 MB face costs more than making a statement with it.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { TrueTypeFont } from './truetype-font.ts';

export type Face = 'regular' | 'bold';
export const FACES: readonly Face[] = ['regular', 'bold'];

const FACE_FILES: Readonly<Record<Face, { readonly path: string; readonly name: string }>> = {
  regular: {
    path: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
    name: 'NotoSansSC-Regular',
  },
  bold: {
    path: '@expo-google-fonts/noto-sans-sc/600SemiBold/NotoSansSC_600SemiBold.ttf',
    name: 'NotoSansSC-SemiBold',
  },
};

const opened = new Map<Face, TrueTypeFont>();

/** Throws the file system's error when the font package is not installed whole. */
export function faceFont(face: Face): TrueTypeFont {
  const known = opened.get(face);
  if (known) return known;
  const { path, name } = FACE_FILES[face];
  const font = new TrueTypeFont(readFileSync(createRequire(import.meta.url).resolve(path)), name);
  opened.set(face, font);
  return font;
}

/** Width of a text in points. Glyphs stand side by side without kerning, so figures stay tabular. */
export function textWidth(text: string, face: Face, size: number): number {
  const font = faceFont(face);
  let units = 0;
  for (const character of text) units += font.advanceOf(font.glyphOf(character.codePointAt(0) ?? 0));
  return (units * size) / font.unitsPerEm;
}
