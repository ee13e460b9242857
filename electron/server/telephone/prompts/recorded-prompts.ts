/** The recordings of a folder, `LANGUAGE/NAME.wav`: those that the demo makes, or a bank's own (docs/server.md 7). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../../contract/kernel/vocabulary.ts';
import { recordings } from './piece-rules.ts';
import { GAP, type Piece } from './spoken-rules.ts';
import { samplesOf, silence } from './wave-rules.ts';

const GAP_MS = 250;

export class RecordedPrompts {
  readonly folder: string;
  readonly #samples: Readonly<Record<Language, ReadonlyMap<Piece, Uint8Array>>>;

  private constructor(folder: string, samples: Readonly<Record<Language, ReadonlyMap<Piece, Uint8Array>>>) {
    this.folder = folder;
    this.#samples = samples;
  }

  /** All of them, or the names of those that are not there or are no sound of a telephone. */
  static read(folder: string): RecordedPrompts | { readonly missing: readonly string[] } {
    const missing: string[] = [];
    const read = (language: Language): ReadonlyMap<Piece, Uint8Array> => {
      const sounds = new Map<Piece, Uint8Array>([[GAP, silence(GAP_MS)]]);
      for (const piece of Object.keys(recordings(language))) {
        const name = `${language}/${piece}.wav`;
        const samples = samplesOfFile(join(folder, name));
        if (samples === null) missing.push(name);
        else sounds.set(piece, samples);
      }
      return sounds;
    };
    const samples = { 'zh-CN': read('zh-CN'), en: read('en') };
    return missing.length === 0 ? new RecordedPrompts(folder, samples) : { missing };
  }

  /** The sound of each piece. Throws for one that is no recording: what is said is made of those that are. */
  samples(pieces: readonly Piece[], language: Language): Uint8Array[] {
    return pieces.map((piece) => {
      const sound = this.#samples[language].get(piece);
      if (sound === undefined) throw new Error(`no recording of ${piece} in ${language}`);
      return sound;
    });
  }
}

function samplesOfFile(path: string): Uint8Array | null {
  try {
    return samplesOf(readFileSync(path));
  } catch {
    return null;
  }
}
