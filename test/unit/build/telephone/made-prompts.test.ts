/** The demo's recordings: a machine's voice as a telephone carries it. */
import { expect, test } from 'vitest';
import { spoken } from '../../../../build/telephone/made-prompts.ts';
import { telephoneSound } from '../../../../build/telephone/telephone-sound.ts';
import { durationMs, samplesOf } from '../../../../electron/server/telephone/prompts/wave-rules.ts';

const RATE = 22_050;

/** A second of a tone, as a computer records it. */
function tone(hertz: number): Uint8Array {
  const file = Buffer.alloc(44 + 2 * RATE);
  file.writeUInt32LE(RATE, 24);
  for (let at = 0; at < RATE; at += 1)
    file.writeInt16LE(Math.round(10_000 * Math.sin((2 * Math.PI * hertz * at) / RATE)), 44 + 2 * at);
  return file;
}

function samples(file: Uint8Array): Int16Array {
  const bytes = samplesOf(file);
  if (bytes === null) throw new Error('no sound of a telephone');
  return new Int16Array(Uint8Array.from(bytes).buffer);
}

function loudness(of: Int16Array): number {
  const middle = of.slice(1_000, -1_000);
  return Math.sqrt(middle.reduce((sum, sample) => sum + sample * sample, 0) / middle.length);
}

test('a tone that a telephone carries keeps its pitch, its length and its loudness', () => {
  const heard = samples(telephoneSound(tone(1_000)));
  expect(heard.length).toBeGreaterThan(7_900);
  expect(loudness(heard)).toBeGreaterThan(6_700);
  expect(loudness(heard)).toBeLessThan(7_400);
  const crossings = heard.slice(1).filter((sample, at) => sample >= 0 !== (heard[at] ?? 0) >= 0).length;
  expect(Math.abs(crossings - (2_000 * heard.length) / 8_000)).toBeLessThan(10);
});

test('a tone above what a telephone carries is silenced, and not heard as another', () => {
  expect(loudness(samples(telephoneSound(tone(6_000))))).toBeLessThan(100);
});

test('a sentence is spoken in either language, and nothing of it is cut off', () => {
  for (const [text, language] of [
    ['查询余额请按一', 'zh-CN'],
    ['For the balance press one', 'en'],
  ] as const) {
    const sound = samplesOf(spoken(text, language));
    expect(sound).not.toBeNull();
    expect(durationMs([sound ?? new Uint8Array(0)])).toBeGreaterThan(700);
  }
});
