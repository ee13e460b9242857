import fc from 'fast-check';
import { expect, test } from 'vitest';
import '../../../property-seed.ts';
import { FACES, faceFont } from '../../../../electron/ledger/paper/fonts/document-faces.ts';
import { FontSubset } from '../../../../electron/ledger/paper/fonts/font-subset.ts';

const CHARACTERS = Array.from('0123456789.,-*/AZaz éñü户名证件号码医保卡划入消费撤销退货结息更正㐂㛃𠂇𠂉，。“”');

/** The subset's tables as a viewer finds them by the file's own directory. */
function tablesOf(file: Buffer): ReadonlyMap<string, Buffer> {
  const tables = new Map<string, Buffer>();
  for (let index = 0; index < file.readUInt16BE(4); index += 1) {
    const record = 12 + index * 16;
    const start = file.readUInt32BE(record + 8);
    tables.set(
      file.toString('latin1', record, record + 4),
      file.subarray(start, start + file.readUInt32BE(record + 12)),
    );
  }
  return tables;
}

function sumOfWords(file: Buffer): number {
  let sum = 0;
  for (let at = 0; at < file.length; at += 4) sum = (sum + file.readUInt32BE(at)) >>> 0;
  return sum;
}

test.each(FACES)('a subset of the %s face draws each character with the outline and width of the face', (face) => {
  const font = faceFont(face);
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom(...CHARACTERS)), (characters) => {
      const subset = new FontSubset(font);
      const slots = characters.map((character) => subset.slotOf(character.codePointAt(0)!)!);
      const file = subset.bytes();
      const tables = tablesOf(file);
      const [loca, glyf, hmtx] = ['loca', 'glyf', 'hmtx'].map((tag) => tables.get(tag)!);
      expect(sumOfWords(file)).toBe(0xb1b0afba);
      characters.forEach((character, index) => {
        const glyph = font.glyphOf(character.codePointAt(0)!);
        const [start, end] = [loca!.readUInt32BE(slots[index]! * 4), loca!.readUInt32BE(slots[index]! * 4 + 4)];
        const outline = font.outlineOf(glyph);
        expect(glyf!.subarray(start, end).subarray(0, outline.length)).toEqual(outline);
        expect(hmtx!.readUInt16BE(slots[index]! * 4)).toBe(font.advanceOf(glyph));
      });
    }),
  );
});

test.each(FACES)('every character of the %s face has an outline of its own, as cutting out needs', (face) => {
  const font = faceFont(face);
  const built: number[] = [];
  for (let codePoint = 0x20; codePoint < 0x30000; codePoint += 1) {
    const outline = font.outlineOf(font.glyphOf(codePoint));
    if (outline.length > 0 && outline.readInt16BE(0) < 0) built.push(codePoint);
  }
  expect(built).toEqual([]);
});

test('a character the face lacks has no slot, a known one keeps its slot', () => {
  const subset = new FontSubset(faceFont('regular'));
  expect(subset.slotOf(0x2b820)).toBeNull();
  expect([subset.slotOf(0x533b), subset.slotOf(0x4fdd), subset.slotOf(0x533b)]).toEqual([1, 2, 1]);
});

test('subsets of other characters are named otherwise, so that merged documents keep their fonts apart', () => {
  const tags = ['医', '保', '医保', '保医'].map((text) => {
    const subset = new FontSubset(faceFont('regular'));
    for (const character of text) subset.slotOf(character.codePointAt(0)!);
    return subset.tag();
  });
  expect(new Set(tags).size).toBe(tags.length);
});
