/** The program in Electron while it is being worked on: what changes is built, and the windows are loaded anew. */
import { _electron, type ElectronApplication } from '@playwright/test';
import { watch } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.ts';
import { runtimeArguments } from './runtime-arguments.ts';
import { findRuntime } from './runtime-finder.ts';

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
  let app = await start();
  let isRestarting = false;
  const endWithProgram = (running: ElectronApplication): void => {
    running.on('close', () => {
      if (!isRestarting) process.exit(0);
    });
  };
  endWithProgram(app);

  async function renew(): Promise<void> {
    const made = await bundle(say).catch((error: unknown) => {
      say(error instanceof Error ? error.message : String(error));
      return [];
    });
    if (made.length === 0) return;
    if (made.every((part) => part === 'windows')) {
      for (const window of app.windows()) await window.reload();
      say('The windows are loaded anew.');
      return;
    }
    isRestarting = true;
    await app.close();
    app = await start();
    endWithProgram(app);
    isRestarting = false;
    say('The program is started anew.');
  }
  watchSources(renew);
  say('Save a file, and the program shows it. Closing the window ends this.');
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
  for (const folder of ['electron', 'renderer']) watch(join(projectDir, folder), { recursive: true }, note);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
