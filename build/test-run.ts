/**
 * Behind `npm test`: every proof, each under a line of its own, and at the end one count. Checks run two at a
 * time before the tests, which use every core themselves. `--only NAME[,NAME...]` runs those steps alone.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { bundle } from './bundle.ts';
import { findBrowser } from './browser-finder.ts';
import { findRuntime } from './runtime-finder.ts';
import { ensureSystemPackages, testNeeds } from './system-packages.ts';
import { addCounts, countPlaywright, countVitest, type Count } from './test-count.ts';

const projectDir = dirname(dirname(fileURLToPath(import.meta.url)));
const reports = join(projectDir, 'out', 'test');

const packageSchema = z.object({ bin: z.union([z.string(), z.record(z.string(), z.string())]) });
const oneFailed: Count = { passed: 0, failed: 1 };
const onePassed: Count = { passed: 1, failed: 0 };

interface Step {
  readonly name: string;
  readonly title: string;
  readonly run: (output: Output) => Promise<Count>;
  /** Runs beside another such step: alone it would leave a core idle. */
  readonly isCheck?: boolean;
}

/** Where a step's tools write: the terminal itself, or what is shown whole once the step has ended. */
type Output = 'terminal' | { text: string };

/** The bundles are of the sources that are tested: tests may then run the command line out of one file. */
let isBuilt = false;

const steps: readonly Step[] = [
  // Another check runs beside it, and a second thread would read all types once more.
  step(
    'lint',
    'Lint',
    'eslint',
    ['--config', 'build/eslint.config.js', '--max-warnings', '0', '--concurrency', 'off', '.'],
    { LINT_ONCE: '1' },
  ),
  step('format', 'Formatting', 'prettier', ['--check', '--config', 'build/prettier.json', '.']),
  step('types', 'Types', 'vue-tsc', ['--noEmit', '-p', 'tsconfig.json']),
  step('walls', 'Import walls', 'depcruise', [
    '--config',
    'build/dependency-cruiser.cjs',
    'electron',
    'renderer',
    'build',
    'test',
  ]),
  step('unused', 'Unused files, exports and packages', 'knip', ['--config', 'build/knip.json']),
  {
    name: 'unit',
    title: 'Unit, storage, model, faults and tidy tests',
    run: () => runVitest('unit', 'build/vitest.config.ts'),
  },
  { name: 'screens', title: 'Screens, in a browser', run: runScreens },
  { name: 'build', title: 'Build', run: runBuild, isCheck: true },
  { name: 'web', title: "The holders' pages, in a browser", run: runWeb },
  { name: 'e2e', title: 'End to end, in Electron', run: () => runPlaywright('e2e', 'build/playwright.config.ts') },
];

function chosenSteps(words: readonly string[]): readonly Step[] {
  const position = words.indexOf('--only');
  if (position === -1) return steps;
  const names = (words[position + 1] ?? '').split(',');
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    say(`There is no step "${unknown.join('", "')}". Steps: ${steps.map(({ name }) => name).join(', ')}`);
    process.exit(2);
  }
  return steps.filter(({ name }) => names.includes(name));
}

async function runAll(chosen: readonly Step[]): Promise<number> {
  mkdirSync(reports, { recursive: true });
  if (chosen.some(({ name }) => ['unit', 'screens', 'web', 'e2e'].includes(name))) await prepareMachine();
  const checks = chosen.filter(({ isCheck }) => isCheck === true);
  const counts = checks.length > 1 ? await runTwoAtATime(checks) : [];
  for (const step of chosen.filter((step) => checks.length <= 1 || !checks.includes(step)))
    counts.push(await runStep(step, 'terminal'));
  const { passed, failed, failures } = addCounts(counts);
  for (const failure of failures) say(`  ${failure}`);
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}

/** The longest stands first among them, and the others run one after the other beside it. */
async function runTwoAtATime(checks: readonly Step[]): Promise<Count[]> {
  const waiting = [...checks];
  const counts: Count[] = [];
  const runWaiting = async (): Promise<void> => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift())
      counts.push(await runStep(step, { text: '' }));
  };
  await Promise.all([runWaiting(), runWaiting()]);
  return counts;
}

async function runStep({ title, run }: Step, output: Output): Promise<Count> {
  const heading = `\n=== ${title}`;
  if (output === 'terminal') say(heading);
  const started = performance.now();
  const count = await run(output);
  if (output !== 'terminal') say(`${heading}\n${output.text.trimEnd()}`);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  say(`--- ${title}: ${count.failed === 0 ? 'passed' : `FAILED (${count.failed})`} in ${seconds} s`);
  return count;
}

/** What is missing here makes the tests that need it fail by themselves, so that the rest still runs. */
async function prepareMachine(): Promise<void> {
  say('=== System packages and runtime');
  ensureSystemPackages(testNeeds);
  await findRuntime().catch((error: unknown) => say(String(error)));
}

function step(
  name: string,
  title: string,
  tool: string,
  words: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Step {
  const failed = { ...oneFailed, failures: [title] };
  const run = async (output: Output): Promise<Count> =>
    (await runTool(tool, words, output, environment)) === 0 ? onePassed : failed;
  return { name, title, run, isCheck: true };
}

async function runScreens(): Promise<Count> {
  if (findBrowser() !== null) return runVitest('screens', 'build/screens.config.ts');
  say('There is no Chrome, Chromium or Edge here, so no screen can be looked at. Name one in CHROME_PATH.');
  return { ...oneFailed, failures: ['Screens, in a browser'] };
}

async function runVitest(name: string, config: string): Promise<Count> {
  const report = freshReport(`${name}.json`);
  const words = ['run', '--config', config, '--reporter=default', '--reporter=json'];
  const environment = isBuilt ? { TESTS_BUILT_PROGRAM: '1' } : {};
  const status = await runTool('vitest', [...words, `--outputFile.json=${report}`], 'terminal', environment);
  return countFrom(report, status, countVitest);
}

async function runBuild(output: Output): Promise<Count> {
  try {
    await bundle((line) => write(`${line}\n`, output));
    isBuilt = true;
    return onePassed;
  } catch (error) {
    write(`${String(error)}\n`, output);
    return { ...oneFailed, failures: ['Build'] };
  }
}

async function runWeb(): Promise<Count> {
  if (findBrowser() !== null) return runPlaywright('web', 'build/web.config.ts');
  say(
    "There is no Chrome, Chromium or Edge here, so no page of the holders' can be looked at. Name one in CHROME_PATH.",
  );
  return { ...oneFailed, failures: ["The holders' pages, in a browser"] };
}

async function runPlaywright(name: string, config: string): Promise<Count> {
  const report = freshReport(`${name}.json`);
  const words = ['test', '--config', config, '--reporter=list,json'];
  const status = await runTool('playwright', words, 'terminal', { PLAYWRIGHT_JSON_OUTPUT_FILE: report });
  return countFrom(report, status, countPlaywright);
}

function freshReport(name: string): string {
  const file = join(reports, name);
  rmSync(file, { force: true });
  return file;
}

/** A runner that ended badly although its report shows no failure has failed by itself. */
function countFrom(report: string, status: number, read: (report: unknown) => Count): Count {
  const count = existsSync(report) ? read(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 0 };
  return status !== 0 && count.failed === 0 ? addCounts([count, oneFailed]) : count;
}

/** Under this very Node, whichever one the tool's own first line would find. */
function runTool(
  tool: string,
  words: readonly string[],
  output: Output,
  environment: NodeJS.ProcessEnv = {},
): Promise<number> {
  const path = `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}`;
  const child = spawn(process.execPath, [toolScript(tool), ...words], {
    cwd: projectDir,
    stdio: output === 'terminal' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PATH: path, ...environment },
  });
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => write(text, output));
  return new Promise((resolve) => {
    child.on('error', (error) => {
      write(`${tool} could not be started: ${error.message}\n`, output);
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

const toolPackages: Readonly<Record<string, string>> = {
  depcruise: 'dependency-cruiser',
  playwright: '@playwright/test',
};

function toolScript(tool: string): string {
  const folder = join(projectDir, 'node_modules', toolPackages[tool] ?? tool);
  const { bin } = packageSchema.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
  const script = typeof bin === 'string' ? bin : bin[tool];
  if (script === undefined) throw new Error(`${folder} has no program ${tool}`);
  return join(folder, script);
}

function write(text: string, output: Output): void {
  if (output === 'terminal') process.stdout.write(text);
  else output.text += text;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

process.exitCode = await runAll(chosenSteps(process.argv.slice(2)));
