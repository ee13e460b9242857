/** The built program, started the way `npm start` starts it, in places of its own. */
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runtimeArguments } from '../../../build/runtime-arguments.ts';
import type { Runtime } from '../../../build/runtime-finder.ts';

const projectDir = fileURLToPath(new URL('../../..', import.meta.url));
const drivenProgram = fileURLToPath(new URL('driven-program.cjs', import.meta.url));

/** Where one test keeps everything its programs write. */
export interface ProgramPlaces {
  readonly root: string;
  readonly data: string;
  readonly keys: string;
  readonly home: string;
  /** Where the test lets the clerk save files. */
  readonly saved: string;
}

export interface StartOptions {
  /** The socket of a print service; without one the program finds no printer. */
  readonly printServer?: string;
  /** Another user's home, instead of the test's own. */
  readonly home?: string;
}

export interface RunningProgram {
  readonly app: ElectronApplication;
  readonly page: Page;
}

export function makePlaces(): ProgramPlaces {
  const root = mkdtempSync(join(tmpdir(), 'medicard-e2e-'));
  const place = (name: string): string => join(root, name);
  const places = {
    root,
    data: place('office'),
    keys: place('keys'),
    home: place('home'),
    saved: place('saved'),
  };
  for (const folder of [places.home, places.saved]) mkdirSync(folder);
  return places;
}

export function discardPlaces({ root }: ProgramPlaces): void {
  rmSync(root, { recursive: true, force: true });
}

export async function startProgram(
  runtime: Runtime,
  places: ProgramPlaces,
  { printServer = join(places.root, 'no-print-service'), home = places.home }: StartOptions,
): Promise<RunningProgram> {
  mkdirSync(home, { recursive: true });
  const app = await _electron.launch({
    executablePath: runtime.executable,
    args: [...runtimeArguments(), drivenProgram, '--data', places.data],
    cwd: projectDir,
    env: {
      PATH: process.env['PATH'] ?? '',
      DISPLAY: process.env['DISPLAY'] ?? '',
      LANG: 'C.UTF-8',
      HOME: home,
      MEDICARD_KEYS: places.keys,
      CUPS_SERVER: printServer,
    },
  });
  return { app, page: await app.firstWindow() };
}
