/**
 * Makes the recordings of the telephone's menu with espeak-ng, for the demo and for trying: a bank puts its own in their place
 * (docs/server.md 7). `npm run prompts [-- FOLDER]`.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { languageSchema, type Language } from '../../electron/contract/kernel/vocabulary.ts';
import { recordings } from '../../electron/server/telephone/prompts/piece-rules.ts';
import { GAP } from '../../electron/server/telephone/prompts/spoken-rules.ts';
import { silence, waveOf } from '../../electron/server/telephone/prompts/wave-rules.ts';
import { telephoneSound } from './telephone-sound.ts';

/** Voice and words a minute: parts of numbers are put together, so they are said a little faster. */
const VOICES: Readonly<Record<Language, { readonly voice: string; readonly speed: number }>> = {
  'zh-CN': { voice: 'cmn', speed: 180 },
  en: { voice: 'en', speed: 165 },
};

export interface MadePrompts {
  readonly files: number;
  readonly bytes: number;
}

/** Writes every recording of both languages, and the silence between them. Throws where espeak-ng is not installed. */
export function makePrompts(folder: string): MadePrompts {
  const made = languageSchema.options.map((language) => {
    mkdirSync(join(folder, language), { recursive: true });
    const entries = Object.entries(recordings(language));
    const sizes = entries.map(([piece, text]) => write(folder, language, piece, spoken(text, language)));
    return [...sizes, write(folder, language, GAP, waveOf([silence(250)]))];
  });
  const sizes = made.flat();
  return { files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

function write(folder: string, language: Language, piece: string, file: Uint8Array): number {
  writeFileSync(join(folder, language, `${piece}.wav`), file);
  return file.length;
}

/** As a WAV file of a telephone. Throws where espeak-ng is not installed. */
export function spoken(text: string, language: Language): Uint8Array {
  const { voice, speed } = VOICES[language];
  const path = join(tmpdir(), `medicard-spoken-${process.pid}.wav`);
  const { status, error } = spawnSync('espeak-ng', ['-v', voice, '-s', String(speed), '-w', path, text]);
  if (error !== undefined || status !== 0)
    throw new Error('espeak-ng, which makes the recordings, is missing: apt-get install espeak-ng');
  try {
    return telephoneSound(readFileSync(path));
  } finally {
    rmSync(path, { force: true });
  }
}
