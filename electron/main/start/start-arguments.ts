/** Where this run keeps its office, its keys and its window profile. */
import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';

export interface StartPlaces {
  /** The office's folder: books, received files, logs. */
  readonly dataFolder: string;
  /** Outside the data folder, so that a copy of that alone gives nothing (docs/ledger.md 4). */
  readonly keysFolder: string;
  /** Chromium's own files. One an office folder, because the single-instance lock lies in it. */
  readonly profileFolder: string;
  /** Where the demo office lies or will be made. */
  readonly demoFolder: string;
  readonly demo: boolean;
}

/**
 * Reads `--data DIR`, `--demo`, `MEDICARD_DATA` and `MEDICARD_KEYS`.
 * @param settingsRoot the user's folder for settings of all programs, such as `~/.config`.
 */
export function startPlaces(words: readonly string[], env: NodeJS.ProcessEnv, settingsRoot: string): StartPlaces {
  const root = join(settingsRoot, 'medicard-counter');
  const given = optionValue(words, '--data') ?? env['MEDICARD_DATA'];
  const demo = words.includes('--demo');
  const usual = join(root, demo ? 'demo-office' : 'office');
  const dataFolder = given ? resolve(given) : usual;
  return {
    dataFolder,
    keysFolder: env['MEDICARD_KEYS'] ? resolve(env['MEDICARD_KEYS']) : join(root, 'keys'),
    profileFolder: join(root, 'profiles', shortName(dataFolder)),
    demoFolder: demo ? dataFolder : join(dataFolder, '..', 'demo-office'),
    demo,
  };
}

function optionValue(words: readonly string[], option: string): string | undefined {
  const position = words.indexOf(option);
  if (position !== -1) return words[position + 1];
  return words.find((word) => word.startsWith(`${option}=`))?.slice(option.length + 1);
}

function shortName(folder: string): string {
  return createHash('sha256').update(folder).digest('hex').slice(0, 12);
}
