/** Where this run keeps its office, its keys and its window profile. */
import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';

export interface StartFolders {
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
export function startFolders(args: readonly string[], env: NodeJS.ProcessEnv, settingsRoot: string): StartFolders {
  const root = join(settingsRoot, 'medicard-counter');
  const given = optionValue(args, '--data') ?? env['MEDICARD_DATA'];
  const demo = args.includes('--demo');
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

function optionValue(args: readonly string[], option: string): string | undefined {
  const position = args.indexOf(option);
  if (position !== -1) return args[position + 1];
  return args.find((word) => word.startsWith(`${option}=`))?.slice(option.length + 1);
}

function shortName(folder: string): string {
  return createHash('sha256').update(folder).digest('hex').slice(0, 12);
}
