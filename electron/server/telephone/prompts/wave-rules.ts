/** Sound as the telephone has it: one channel of 16 bits, 8000 times a second, in a WAV file (RIFF, Microsoft PCM). */

export const SAMPLES_A_SECOND = 8000;
const BYTES_A_SAMPLE = 2;
const HEADER_BYTES = 44;
const PCM = 1;

/** The samples of a WAV file, as they stand in it; null for a file of another form. */
export function samplesOf(file: Uint8Array): Uint8Array | null {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.length < HEADER_BYTES || name(view, 0) !== 'RIFF' || name(view, 8) !== 'WAVE') return null;
  let isTelephone = false;
  // Recorders put chunks of their own between the form and the sound.
  for (let at = 12; at + 8 <= file.length;) {
    const size = view.getUint32(at + 4, true);
    const begin = at + 8;
    if (name(view, at) === 'fmt ' && begin + 16 <= file.length)
      isTelephone =
        view.getUint16(begin, true) === PCM &&
        view.getUint16(begin + 2, true) === 1 &&
        view.getUint32(begin + 4, true) === SAMPLES_A_SECOND &&
        view.getUint16(begin + 14, true) === 8 * BYTES_A_SAMPLE;
    if (name(view, at) === 'data') return isTelephone ? file.subarray(begin, begin + size) : null;
    at = begin + size + (size % 2);
  }
  return null;
}

function name(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((offset) => view.getUint8(at + offset)));
}

/** A WAV file of these samples one after another. */
export function waveOf(samples: readonly Uint8Array[]): Uint8Array {
  const bytes = samples.reduce((sum, { length }) => sum + length, 0);
  const file = new Uint8Array(HEADER_BYTES + bytes);
  const view = new DataView(file.buffer);
  const put = (at: number, text: string): void => {
    for (let index = 0; index < text.length; index += 1) view.setUint8(at + index, text.charCodeAt(index));
  };
  put(0, 'RIFF');
  view.setUint32(4, HEADER_BYTES - 8 + bytes, true);
  put(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, PCM, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, SAMPLES_A_SECOND, true);
  view.setUint32(28, SAMPLES_A_SECOND * BYTES_A_SAMPLE, true);
  view.setUint16(32, BYTES_A_SAMPLE, true);
  view.setUint16(34, 8 * BYTES_A_SAMPLE, true);
  put(36, 'data');
  view.setUint32(40, bytes, true);
  let at = HEADER_BYTES;
  for (const each of samples) {
    file.set(each, at);
    at += each.length;
  }
  return file;
}

export function silence(ms: number): Uint8Array {
  return new Uint8Array(Math.round((ms * SAMPLES_A_SECOND) / 1000) * BYTES_A_SAMPLE);
}

/** How long these samples sound, in milliseconds. */
export function durationMs(samples: readonly Uint8Array[]): number {
  const bytes = samples.reduce((sum, { length }) => sum + length, 0);
  return Math.ceil((bytes * 1000) / (SAMPLES_A_SECOND * BYTES_A_SAMPLE));
}
