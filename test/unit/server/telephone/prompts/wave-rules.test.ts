/** Recordings are taken in the form that a telephone has, and in no other. */
import { expect, test } from 'vitest';
import { durationMs, samplesOf, silence, waveOf } from '../../../../../electron/server/telephone/prompts/wave-rules.ts';

const sound = Uint8Array.from([1, 0, 2, 0, 3, 0]);

test('what is written is read back', () => {
  expect(samplesOf(waveOf([sound, sound]))).toEqual(Uint8Array.from([...sound, ...sound]));
});

test('chunks that a recorder adds are passed over', () => {
  const file = Buffer.from(waveOf([sound]));
  const list = Buffer.from('LIST\x03\0\0\0abc\0', 'latin1');
  expect(samplesOf(Buffer.concat([file.subarray(0, 36), list, file.subarray(36)]))).toEqual(Buffer.from(sound));
});

test.each([
  ['another rate', 24, 22_050],
  ['two channels', 22, 2],
  ['eight bits', 34, 8],
  ['no PCM', 20, 6],
])('%s is no sound of a telephone', (_, at, value) => {
  const file = Buffer.from(waveOf([sound]));
  file.writeUInt16LE(value, at);
  expect(samplesOf(file)).toBeNull();
});

test('what is no WAV file is none', () => {
  expect(samplesOf(new Uint8Array(0))).toBeNull();
  expect(samplesOf(new Uint8Array(100))).toBeNull();
});

test('half a second is half a second', () => {
  expect(durationMs([silence(250), silence(250)])).toBe(500);
});
