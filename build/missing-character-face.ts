/**
 * A face of one glyph, a box, for every character there is. It stands last behind the faces of the screens, so that a
 * character none of them holds is the same box on every machine and never drawn with whatever the system has.
 */
import { fontFile } from '../electron/ledger/paper/fonts/font-subset.ts';

const unitsPerEm = 1000;
/** Height above and below the line as in Noto Sans SC, so that a box moves no line. */
const ascent = 1160;
const descent = -288;
const advance = 1000;
/** Left, bottom, right and top edge of the box's outer and inner line. */
const outer = [80, -60, 920, 820] as const;
const inner = [140, 0, 860, 760] as const;
/** Glyph 0 means 'missing' to whoever draws; the box that counts as found is glyph 1. */
const boxGlyph = 1;
const glyphCount = 2;
const firstDrawn = 0x21;
const lastCharacter = 0x10ffff;

/** The TrueType file. */
export function missingCharacterFace(): Buffer {
  const box = outline();
  return fontFile([
    ['OS/2', systemMetrics()],
    ['cmap', everyCharacter()],
    ['glyf', Buffer.concat([box, box])],
    ['head', head()],
    ['hhea', horizontalHeader()],
    ['hmtx', shorts([advance, outer[0], advance, outer[0]])],
    ['loca', shorts([0, box.length / 2, box.length])],
    ['maxp', shorts([1, 0, glyphCount, 8, 2, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0])],
    ['name', names()],
    ['post', shorts([3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])],
  ]);
}

/** Two rectangles, the inner one the other way round, so that it is cut out. */
function outline(): Buffer {
  const [left, bottom, right, top] = outer;
  const [innerLeft, innerBottom, innerRight, innerTop] = inner;
  const points = [
    [left, bottom],
    [left, top],
    [right, top],
    [right, bottom],
    [innerLeft, innerBottom],
    [innerRight, innerBottom],
    [innerRight, innerTop],
    [innerLeft, innerTop],
  ] as const;
  const steps = (axis: 0 | 1): number[] =>
    points.map((point, at) => point[axis] - (at === 0 ? 0 : (points[at - 1]?.[axis] ?? 0)));
  const onCurve = Buffer.alloc(points.length, 1);
  const lastPoints = [3, 7];
  return Buffer.concat([
    shorts([lastPoints.length, ...outer, ...lastPoints, 0]),
    onCurve,
    shorts([...steps(0), ...steps(1)]),
  ]);
}

/** OpenType cmap format 13: all characters of a group have one glyph. */
function everyCharacter(): Buffer {
  const header = shorts([0, 1, 3, 10]);
  const offset = 12;
  const length = 28;
  return Buffer.concat([
    header,
    longs([offset]),
    shorts([13, 0]),
    longs([length, 0, 1, firstDrawn, lastCharacter, boxGlyph]),
  ]);
}

function head(): Buffer {
  const table = Buffer.alloc(54);
  table.writeUInt32BE(0x00010000, 0);
  table.writeUInt32BE(0x00010000, 4);
  table.writeUInt32BE(0x5f0f3cf5, 12);
  table.writeUInt16BE(0b11, 16);
  table.writeUInt16BE(unitsPerEm, 18);
  outer.forEach((edge, at) => table.writeInt16BE(edge, 36 + at * 2));
  table.writeUInt16BE(8, 46);
  table.writeInt16BE(2, 48);
  return table;
}

function horizontalHeader(): Buffer {
  const [left, , right] = outer;
  return shorts([1, 0, ascent, descent, 0, advance, left, advance - right, right, 1, 0, 0, 0, 0, 0, 0, 0, glyphCount]);
}

/** OS/2, version 4 of the table: weight 400, width 5, embedding allowed. */
function systemMetrics(): Buffer {
  const table = Buffer.alloc(96);
  table.writeUInt16BE(4, 0);
  table.writeInt16BE(advance, 2);
  table.writeUInt16BE(400, 4);
  table.writeUInt16BE(5, 6);
  table.write('MDCD', 58, 'latin1');
  table.writeUInt16BE(0x40, 62);
  table.writeUInt16BE(firstDrawn, 64);
  table.writeUInt16BE(0xffff, 66);
  [ascent, descent, 0, ascent, -descent].forEach((metric, at) => table.writeInt16BE(metric, 68 + at * 2));
  table.writeInt16BE(outer[3], 86);
  table.writeInt16BE(outer[3], 88);
  return table;
}

function names(): Buffer {
  const texts = [
    [1, 'Medicard Missing Character'],
    [2, 'Regular'],
    [4, 'Medicard Missing Character'],
    [6, 'MedicardMissingCharacter'],
  ] as const;
  const stored = texts.map(([id, text]) => ({ id, bytes: Buffer.from(text, 'utf16le').swap16() }));
  const records: number[] = [];
  let at = 0;
  for (const { id, bytes } of stored) {
    records.push(3, 1, 0x409, id, bytes.length, at);
    at += bytes.length;
  }
  const start = 6 + records.length * 2;
  return Buffer.concat([shorts([0, stored.length, start, ...records]), ...stored.map(({ bytes }) => bytes)]);
}

/** Signed and unsigned alike: two bytes are two bytes. */
function shorts(values: readonly number[]): Buffer {
  const table = Buffer.alloc(values.length * 2);
  values.forEach((value, at) => table.writeUInt16BE(value & 0xffff, at * 2));
  return table;
}

function longs(values: readonly number[]): Buffer {
  const table = Buffer.alloc(values.length * 4);
  values.forEach((value, at) => table.writeUInt32BE(value >>> 0, at * 4));
  return table;
}
