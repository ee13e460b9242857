/** The program in Electron while it is being worked on: what changes is built, and the windows are loaded anew. */
import { _electron, type ElectronApplication } from '@playwright/test';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.ts';
import { runtimeArguments } from './runtime-arguments.ts';
import { findRuntime } from './runtime-finder.ts';
import { watchFolders } from './watched-folders.ts';

const projectDir = dirname(dirname(fileURLToPath(import.meta.url)));
/** An editor saves several files at once. */
const QUIET_MS = 300;

/** Runs until the program is closed. @param words for the program itself; without any it opens the demo office. */
export async function runProgram(words: readonly string[]): Promise<void> {
  await bundle(say);
  const runtime = await findRuntime();
  const start = (): Promise<ElectronApplication> =>
    _electron.launch({
      executablePath: runtime.executable,
      args: [...runtimeArguments(), projectDir, ...(words.length > 0 ? words : ['--demo'])],
      cwd: projectDir,
    });
  let app: ElectronApplication | null = null;

  /** A program that does not start is told like one that does not build, and is tried again with the next save. */
  async function startAnew(): Promise<void> {
    const before = app;
    app = null;
    await before?.close();
    const started = await start();
    app = started;
    started.on('close', () => {
      if (app === started) process.exit(0);
    });
  }

  async function renew(): Promise<void> {
    const made = await bundle(say);
    if (app !== null && made.length === 0) return;
    if (app !== null && made.every((part) => part === 'windows')) {
      await loadWindowsAnew(app);
      say('The windows are loaded anew.');
      return;
    }
    await startAnew();
    say('The program is started anew.');
  }
  await startAnew().catch(sayFault);
  watchSources(() => renew().catch(sayFault));
  say('Save a file, and the program shows it. Closing the window ends this.');
}

/** What is unfinished in a window is given up: the clerk is the programmer. */
async function loadWindowsAnew(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    for (const { webContents } of BrowserWindow.getAllWindows()) {
      const leave = (event: { readonly preventDefault: () => void }): void => event.preventDefault();
      webContents.on('will-prevent-unload', leave);
      webContents.once('did-finish-load', () => webContents.off('will-prevent-unload', leave));
      webContents.reload();
    }
  });
}

/** One renewal at a time; what is saved meanwhile is for the next. */
function watchSources(renew: () => Promise<void>): void {
  let timer: NodeJS.Timeout | null = null;
  let renewing: Promise<void> = Promise.resolve();
  const note = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => {
      renewing = renewing.then(renew);
    }, QUIET_MS);
  };
  watchFolders(
    ['electron', 'renderer'].map((folder) => join(projectDir, folder)),
    note,
  );
}

function sayFault(error: unknown): void {
  say(error instanceof Error ? error.message : String(error));
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
