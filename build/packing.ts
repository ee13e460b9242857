/** Packs the built program, so that it needs neither this project nor Node. */
import { build, type Configuration } from 'electron-builder';
import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findRuntime } from './runtime-finder.ts';

const projectDir = dirname(dirname(fileURLToPath(import.meta.url)));

type Fuses = NonNullable<Configuration['electronFuses']>;

/** The first major of Electron with the fuse `grantFileProtocolExtraPrivileges`. */
const fileProtocolFuseSince = 29;

/** @param output the folder that the packed program's folder is made in. */
export async function packProgram(output: string, say: (line: string) => void): Promise<void> {
  const { origin, folder, version } = await findRuntime();
  if (origin === 'registry-package') {
    say('The packed program cannot open books: the ledger needs the Electron that package.json names.');
  }
  // What is installed electron-builder finds by itself; anything else it is shown, so that it downloads nothing.
  const shown = origin === 'installed' ? {} : { electronDist: folder, electronVersion: version ?? null };
  const base = configuration();
  const config = {
    ...base,
    ...shown,
    directories: { ...base.directories, output },
    electronFuses: fusesOf(version, base.electronFuses ?? {}),
  };
  await build({ projectDir, dir: true, publish: 'never', config });
  // The default app of the development runtime has no business in a program.
  rmSync(join(output, 'linux-unpacked', 'resources', 'default_app.asar'), { force: true });
}

/** A fuse that the runtime does not have cannot be set; the development runtime is older than this one. */
function fusesOf(runtime: string | undefined, fuses: Fuses): Fuses {
  const { grantFileProtocolExtraPrivileges, ...older } = fuses;
  if (grantFileProtocolExtraPrivileges === undefined) return older;
  const has = runtime === undefined || Number(runtime.split('.')[0]) >= fileProtocolFuseSince;
  return has ? { ...older, grantFileProtocolExtraPrivileges } : older;
}

function configuration(): Configuration {
  return JSON.parse(readFileSync(join(projectDir, 'build', 'electron-builder.json'), 'utf8')) as Configuration;
}
