/** The Debian packages that Electron and the tests need: installed when we may, named in one copyable line otherwise. */
import { spawnSync } from 'node:child_process';

/** One need, by the names it has had in Debian and Ubuntu releases, newest first. */
type Need = readonly [string, ...string[]];

/** What Electron's binary is linked against or opens at start. */
export const electronNeeds: readonly Need[] = [
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libnss3'],
  ['libasound2t64', 'libasound2'],
  ['libgbm1'],
  ['libatspi2.0-0t64', 'libatspi2.0-0'],
  ['libcups2t64', 'libcups2'],
  ['libdrm2'],
  ['libxkbcommon0'],
  ['libxcomposite1'],
  ['libxdamage1'],
  ['libxfixes3'],
  ['libxrandr2'],
  ['libxss1'],
  ['libxtst6'],
];

/** What takes and makes calls, and speaks the demo's recordings. */
export const telephoneNeeds: readonly Need[] = [['baresip-core'], ['espeak-ng']];

/** What the tests need beside it: a display without a screen, a reader of PDF text, a print queue, a browser, a telephone and a voice. */
export const testNeeds: readonly Need[] = [
  ...electronNeeds,
  ['xvfb'],
  ['poppler-utils'],
  ['cups'],
  ['printer-driver-cups-pdf'],
  ['chromium', 'chromium-browser'],
  ...telephoneNeeds,
];

/** The machine as this file sees it, so that the tests can give another one. */
export interface PackageHost {
  readonly isDebian: () => boolean;
  readonly isRoot: () => boolean;
  readonly installed: (names: readonly string[]) => ReadonlySet<string>;
  readonly known: (names: readonly string[]) => ReadonlySet<string>;
  readonly install: (names: readonly string[]) => boolean;
  readonly say: (line: string) => void;
}

/**
 * Sees to it that every need is met as far as this user may.
 * Answers false when something is still missing; the line that mends it has been said then.
 */
export function ensureSystemPackages(needs: readonly Need[], host: PackageHost = thisMachine): boolean {
  if (!host.isDebian()) return true;
  const present = host.installed(needs.flat());
  const missing = needs.filter((names) => !names.some((name) => present.has(name)));
  if (missing.length === 0) return true;
  const names = chooseNames(missing, host.known(missing.flat()));
  if (host.isRoot()) {
    host.say(`Installing system packages: ${names.join(' ')}`);
    if (host.install(names)) return true;
  }
  host.say('System packages are missing. This line installs them:');
  host.say(`sudo apt-get install -y ${names.join(' ')}`);
  return false;
}

/** The first name that this release knows; with no package lists at hand, the oldest, which newer releases provide. */
function chooseNames(missing: readonly Need[], known: ReadonlySet<string>): string[] {
  return missing.map((names) => names.find((name) => known.has(name)) ?? names.at(-1) ?? names[0]);
}

const thisMachine: PackageHost = {
  isDebian: () => process.platform === 'linux' && run('dpkg-query', ['--version']).status === 0,
  isRoot: () => process.getuid?.() === 0,
  installed: (names) => new Set(statusLines(names).flatMap((line) => (line.startsWith('ii ') ? [line.slice(3)] : []))),
  known: (names) =>
    new Set(
      run('apt-cache', ['show', '--no-all-versions', ...names])
        .stdout.split('\n')
        .flatMap((line) => (line.startsWith('Package: ') ? [line.slice('Package: '.length)] : [])),
    ),
  install: (names) => {
    if (aptGet(['install', ...names])) return true;
    // The lists may be absent or old, as in a fresh container.
    return aptGet(['update']) && aptGet(['install', ...names]);
  },
  say: (line) => process.stderr.write(`${line}\n`),
};

function statusLines(names: readonly string[]): string[] {
  const format = '${db:Status-Abbrev}${Package}\n';
  return run('dpkg-query', ['-W', `-f=${format}`, ...names]).stdout.split('\n');
}

function aptGet(words: readonly string[]): boolean {
  const [verb = '', ...names] = words;
  const options = ['-q', '-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=180'];
  const { status } = spawnSync('apt-get', [verb, ...options, ...names], {
    stdio: ['ignore', 'ignore', 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}

function run(command: string, words: readonly string[]): { status: number | null; stdout: string } {
  const result = spawnSync(command, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return result.error ? { status: null, stdout: '' } : result;
}
