/** Behind `npm run pack`: the program as a folder in dist/ that needs neither this project nor Node. */
import { build, type Configuration } from 'electron-builder';
import { readFileSync, rmSync } from 'node:fs';
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
if (origin === 'registry-package') {
  say('The packed program cannot open books: the ledger needs the Electron that package.json names.');
}
// What is installed electron-builder finds by itself; anything else it is shown, so that it downloads nothing.
const shown = origin === 'installed' ? {} : { electronDist: folder, electronVersion: version ?? null };
await build({ projectDir, dir: true, publish: 'never', config: { ...configuration(), ...shown } });
// The default app of the development runtime has no business in a program.
rmSync(join(projectDir, 'dist', 'linux-unpacked', 'resources', 'default_app.asar'), { force: true });

function configuration(): Configuration {
  return JSON.parse(readFileSync(join(projectDir, 'build', 'electron-builder.json'), 'utf8')) as Configuration;
}
