/** Behind `npm run pack`: the program as a folder in dist/ that needs neither this project nor Node. */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.ts';
import { findRuntime } from './runtime-finder.ts';

const projectDir = dirname(dirname(fileURLToPath(import.meta.url)));
const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

await bundle(say);
const { origin, folder, version } = await findRuntime();
// What is installed electron-builder finds by itself; anything else it is shown, so that it downloads nothing.
const shown = origin === 'installed' ? [] : [`-c.electronDist=${folder}`, `-c.electronVersion=${version ?? ''}`];
if (origin === 'registry-package') {
  say('The packed program cannot open books: the ledger needs the Electron that package.json names.');
}
const script = join(projectDir, 'node_modules', 'electron-builder', 'cli.js');
const words = ['--dir', '--config', 'build/electron-builder.json', '--publish', 'never', ...shown];
const { status } = spawnSync(process.execPath, [script, ...words, ...process.argv.slice(2)], {
  cwd: projectDir,
  stdio: 'inherit',
});
// The default app of the development runtime has no business in a program.
rmSync(join(projectDir, 'dist', 'linux-unpacked', 'resources', 'default_app.asar'), { force: true });
process.exitCode = status ?? 1;
