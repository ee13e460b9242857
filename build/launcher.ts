/** Behind `npm start`: builds what is stale, finds a runtime, opens the program on the demo office. */
import { spawn } from 'node:child_process';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.ts';
import { runtimeArguments } from './runtime-arguments.ts';
import { findRuntime } from './runtime-finder.ts';
import { electronNeeds, ensureSystemPackages } from './system-packages.ts';

const projectDir = dirname(dirname(fileURLToPath(import.meta.url)));
const words = process.argv.slice(2);

const hasDisplay = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
const ended = hasDisplay ? await openWindow() : await runWithoutDisplay();
process.exitCode = ended;

async function openWindow(): Promise<number> {
  if (!(await built())) return 1;
  if (!ensureSystemPackages(electronNeeds)) return 1;
  const runtime = await findRuntime().catch((error: unknown) =>
    say(error instanceof Error ? error.message : String(error)),
  );
  if (runtime === undefined) return 1;
  // Without arguments of its own the program opens the demo office, for whoever tries it first.
  const program = words.length > 0 ? words : ['--demo'];
  // Chromium's own grumbling (no system bus, no graphics card) would hide what the program says.
  return run(runtime.executable, [...runtimeArguments(), '--log-level=3', projectDir, ...program]);
}

async function built(): Promise<boolean> {
  try {
    await bundle(say);
    return true;
  } catch (error) {
    say(`The program does not build: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}

/** The main job without a window: the demo office, one statement, the summary. */
async function runWithoutDisplay(): Promise<number> {
  say('There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open.');
  say('The main job runs without one: the demo office, one printed statement, the summary. Results are in out/.');
  const script = join(projectDir, 'electron', 'ledger', 'cli.ts');
  const out = join(projectDir, 'out');
  const status = await run(process.execPath, [script, 'demo', '--data', join(out, 'demo-office'), '--out', out]);
  if (status === 0) say(`To see the windows, start it on a display, or look on with xvfb-run: xvfb-run npm start`);
  return status;
}

function run(command: string, given: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, given, { stdio: 'inherit', cwd: projectDir });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
    child.on('error', (error) => {
      say(`${relative(projectDir, command)} could not be started: ${error.message}`);
      resolve(1);
    });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
