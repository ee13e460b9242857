/** From the start of the program to a sign-in field one can type into, against a blank window on the same runtime. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runtimeArguments } from '../../build/runtime-arguments.ts';
import { findRuntime, type Runtime } from '../../build/runtime-finder.ts';
import type { BenchSize } from './bench-size.ts';
import type { Finding } from './bench-table.ts';
import { PageDebugger } from './page-debugger.ts';
import { treeMemoryMb } from './process-memory.ts';
import { median, sideBySide } from './side-by-side.ts';

const projectDir = dirname(dirname(import.meta.dirname));
const BLANK = join(import.meta.dirname, 'electron-apps', 'blank-window.cjs');

/** Resolves once the frame after the condition is drawn; looked at on every frame, so it is late by one at most. */
const onceDrawn = (condition: string): string => `new Promise((resolve) => {
  const look = () => (${condition}) ? requestAnimationFrame(() => resolve(true)) : requestAnimationFrame(look);
  look();
})`;
const BLANK_READY = onceDrawn(`document.readyState === 'complete'`);
export const FIELD_READY = onceDrawn(
  `document.activeElement instanceof HTMLInputElement && !document.activeElement.disabled && document.activeElement.closest('[inert]') === null`,
);

/** Two to three seconds of a quiet page, in which everything that was put off has been done. */
const SETTLED = `new Promise((resolve) => {
  let frames = 150;
  const count = () => (frames-- > 0 ? requestAnimationFrame(count) : resolve(true));
  count();
})`;

export interface Start {
  readonly ms: number;
  readonly mb: number;
}

export async function startBench({ starts }: BenchSize): Promise<Finding[]> {
  const place = mkdtempSync(join(tmpdir(), 'medicard-bench-'));
  try {
    return await new StartBench(await findRuntime(), place).run(starts);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

class StartBench {
  readonly #runtime: Runtime;
  readonly #place: string;

  constructor(runtime: Runtime, place: string) {
    this.#runtime = runtime;
    this.#place = place;
  }

  async run(pairs: number): Promise<Finding[]> {
    const program = (): Promise<Start> =>
      this.#start([projectDir, '--demo', '--data', join(this.#place, 'office')], 'program', FIELD_READY);
    const blank = (): Promise<Start> => this.#start([BLANK], 'blank', BLANK_READY);
    // The first start makes the demo office, and both fill Chromium's caches.
    await program();
    await blank();
    await program();
    const memory = { program: [] as number[], blank: [] as number[] };
    const time = await sideBySide(
      pairs,
      async () => {
        const { ms, mb } = await program();
        memory.program.push(mb);
        return ms;
      },
      async () => {
        const { ms, mb } = await blank();
        memory.blank.push(mb);
        return ms;
      },
    );
    const [mb, blankMb] = [median(memory.program), median(memory.blank)];
    return [
      {
        name: 'start-time',
        measured: { what: 'to a focused sign-in field', value: time.measured, unit: 'ms' },
        baseline: { what: 'to a blank window', value: time.baseline, unit: 'ms' },
        ratio: time.ratio,
        goal: { of: 'ratio', atMost: 1.8 },
      },
      {
        name: 'start-memory',
        measured: { what: 'all processes of the program', value: mb, unit: 'MB' },
        baseline: { what: 'all processes of a blank window', value: blankMb, unit: 'MB' },
        ratio: mb / blankMb,
        goal: { of: 'ratio', atMost: 1.6 },
      },
    ];
  }

  #start(words: readonly string[], profile: string, ready: string): Promise<Start> {
    const home = join(this.#place, profile);
    return timedStart(this.#runtime, words, { home, keys: join(home, 'keys'), ready });
  }
}

/** What one start works with: a home of its own, its keys, and the condition in its page that ends the time. */
interface StartIn {
  readonly home: string;
  readonly keys: string;
  readonly ready: string;
}

/** Starts, waits until the page is ready and then quiet, and ends. */
export async function timedStart(
  { executable }: Runtime,
  words: readonly string[],
  { home, keys, ready }: StartIn,
): Promise<Start> {
  mkdirSync(home, { recursive: true });
  const started = performance.now();
  const child = spawn(
    executable,
    [...runtimeArguments(), ...words, '--remote-debugging-port=0', `--user-data-dir=${join(home, 'profile')}`],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home, MEDICARD_KEYS: keys },
    },
  );
  try {
    const page = await PageDebugger.open(await debuggerAddress(child));
    await page.when(ready);
    const ms = performance.now() - started;
    await page.when(SETTLED);
    page.close();
    return { ms, mb: treeMemoryMb(child.pid ?? 0) };
  } finally {
    const ended = once(child, 'exit');
    child.kill();
    await ended;
  }
}

/** Chromium says on its standard error where it listens. */
async function debuggerAddress(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the runtime ended with ${String(code)}: ${said}`)));
    child.stderr?.on('data', (text: Buffer) => {
      said += text.toString();
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
  });
}
