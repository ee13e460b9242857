/** The built program, started the way `npm start` starts it, in places of its own. */
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runtimeArguments } from '../../../build/runtime-arguments.ts';
import type { Runtime } from '../../../build/runtime-finder.ts';
import { writeBaseFonts } from './base-fonts.ts';

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
  /** Displays besides the one the clerk's window is on. */
  readonly displays?: readonly FakeDisplay[];
}

/** A display that is not there, with what the program asks of one. */
export interface FakeDisplay {
  readonly id: number;
  readonly bounds: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** What a worker starts its programs on. */
export interface ProgramGround {
  readonly runtime: Runtime;
  /** What `DISPLAY` must say. */
  readonly display: string;
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
  { runtime, display }: ProgramGround,
  places: ProgramPlaces,
  { printServer = join(places.root, 'no-print-service'), home = places.home, displays = [] }: StartOptions,
): Promise<RunningProgram> {
  mkdirSync(home, { recursive: true });
  const app = await _electron.launch({
    executablePath: runtime.executable,
    args: [...runtimeArguments(), drivenProgram, '--data', places.data],
    cwd: projectDir,
    env: {
      PATH: process.env['PATH'] ?? '',
      DISPLAY: display,
      FONTCONFIG_FILE: writeBaseFonts(places.root),
      LANG: 'C.UTF-8',
      HOME: home,
      MEDICARD_KEYS: places.keys,
      CUPS_SERVER: printServer,
      MEDICARD_TEST_DISPLAYS: JSON.stringify(displays),
    },
  });
  const page = await windowOf(app, 'teller');
  // A key pressed before anything is drawn is heard by nobody.
  await page.locator('#app > *').first().waitFor({ state: 'attached' });
  return { app, page };
}

/** The window of the kind, as soon as there is one. */
export async function windowOf(app: ElectronApplication, kind: 'teller' | 'customer'): Promise<Page> {
  const isOf = (page: Page): boolean => page.url().startsWith(`app://counter/${kind}/`);
  const open = app.windows().find(isOf);
  return open ?? app.waitForEvent('window', { predicate: isOf });
}
