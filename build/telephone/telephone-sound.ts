/** Sound of a computer made into sound of a telephone: 8000 samples a second, nothing above 3400 Hz. */
import { SAMPLES_A_SECOND, waveOf } from '../../electron/server/telephone/prompts/wave-rules.ts';

/** espeak-ng writes a header of 44 bytes, one channel of 16 bits. */
const HEADER_BYTES = 44;
const PASSED_HZ = 3400;
/** Samples of the filter on each side, at the lower rate. */
const REACH = 12;
/** Quieter than this a sample is silence, at the beginning and end. */
const QUIET = 200;

/** A WAV file of a telephone from one of a higher rate. */
export function telephoneSound(file: Uint8Array): Uint8Array {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const rate = view.getUint32(24, true);
  const source = Array.from({ length: (file.length - HEADER_BYTES) >> 1 }, (_, at) =>
    view.getInt16(HEADER_BYTES + 2 * at, true),
  );
  const samples = trimmed(resampled(source, rate));
  const bytes = new Uint8Array(2 * samples.length);
  const out = new DataView(bytes.buffer);
  for (const [at, sample] of samples.entries()) out.setInt16(2 * at, sample, true);
  return waveOf([bytes]);
}

/**
 * By a windowed sinc (Hann), which passes up to 3400 Hz. The samples of the two rates fall into the same places over and over, so
 * that few rows of weights serve all of them.
 */
function resampled(source: readonly number[], rate: number): number[] {
  const step = rate / SAMPLES_A_SECOND;
  const places = SAMPLES_A_SECOND / greatestDivisor(rate, SAMPLES_A_SECOND);
  const rows = Array.from({ length: places }, (_, at) => weights(at * step, rate));
  return Array.from({ length: Math.floor(source.length / step) }, (_, at) => {
    const { first, row } = rows[at % places] ?? { first: 0, row: [] };
    const begin = Math.floor(at / places) * places * step + first;
    const sum = row.reduce((total, weight, near) => total + weight * (source[begin + near] ?? 0), 0);
    return Math.max(-32_768, Math.min(32_767, Math.round(sum)));
  });
}

/** What the samples around a place weigh, from the one at `first` on. */
function weights(middle: number, rate: number): { readonly first: number; readonly row: readonly number[] } {
  const reach = (REACH * rate) / SAMPLES_A_SECOND;
  const cut = (2 * PASSED_HZ) / rate;
  const first = Math.ceil(middle - reach);
  const row = Array.from({ length: Math.floor(middle + reach) - first + 1 }, (_, near) => {
    const distance = first + near - middle;
    return cut * sinc(cut * distance) * (0.5 + 0.5 * Math.cos((Math.PI * distance) / reach));
  });
  return { first, row };
}

function greatestDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestDivisor(other, one % other);
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

/** The silence around a piece is the menu's own to put in. */
function trimmed(samples: readonly number[]): readonly number[] {
  const first = samples.findIndex((sample) => Math.abs(sample) > QUIET);
  const last = samples.findLastIndex((sample) => Math.abs(sample) > QUIET);
  return first === -1 ? samples : samples.slice(Math.max(0, first - 160), last + 160);
}
