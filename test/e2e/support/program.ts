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
  await printThrough(app, printServer);
  const page = await app.firstWindow();
  await loaded(app);
  return { app, page };
}

/**
 * Waits for main to say that the page is there. Electron 25 now and then never finishes a page that is spoken to while
 * it begins to load.
 */
async function loaded(app: ElectronApplication): Promise<void> {
  await app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (contents?.isLoading()) await new Promise((resolve) => contents.once('did-stop-loading', () => resolve(null)));
  });
}

/**
 * The printing library starts CUPS's programs with an environment of its own, which would lead them to the machine's
 * printers; the tests' print service is put into it.
 */
async function printThrough(app: ElectronApplication, printServer: string): Promise<void> {
  await app.evaluate((_electronModule, server) => {
    const childProcess = process.mainModule!.require('node:child_process');
    const { exec } = childProcess;
    childProcess.exec = (command: string, options: { env?: object }, done: unknown) =>
      exec(command, { ...options, env: { ...options.env, CUPS_SERVER: server } }, done);
  }, printServer);
}
