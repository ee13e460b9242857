/** Behind `npm run bench`: the same build, runtime and display as the tests, then the measurements of test/perf. */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.ts';
import { ensureSystemPackages, testNeeds } from './system-packages.ts';
import { startVirtualDisplay } from './virtual-display.ts';

const projectDir = dirname(dirname(fileURLToPath(import.meta.url)));
const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

ensureSystemPackages(testNeeds);
await bundle(say);
const display = process.platform === 'linux' ? await startVirtualDisplay() : null;
const bench = spawn(process.execPath, [join(projectDir, 'test', 'perf', 'bench.ts'), ...process.argv.slice(2)], {
  cwd: projectDir,
  stdio: 'inherit',
  env: { ...process.env, ...(display === null ? {} : { DISPLAY: display.name }) },
});
process.exitCode = await new Promise<number>((resolve) => bench.on('exit', (code) => resolve(code ?? 1)));
await display?.stop();
