/**
 * Brings node_modules to what package-lock.json says, and does nothing when it is there already.
 *
 * Plain JavaScript for Node 20 and later: it runs before anything is installed.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectDir = dirname(dirname(fileURLToPath(import.meta.url)));
const modulesDir = join(projectDir, 'node_modules');
const stampFile = join(modulesDir, '.medicard-installed');

/** The Node 24 of the development dependency `node`: everyone builds and tests on one version. */
export const pinnedNode = join(modulesDir, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** Installs when something is missing. Messages go to standard error, so that a command's own output stays clean. */
export function ensureInstalled() {
  const wanted = stamp();
  if (existsSync(pinnedNode) && read(stampFile) === wanted) return;
  if (!existsSync(pinnedNode) || !treeMatchesLock()) install();
  writeFileSync(stampFile, wanted);
}

function stamp() {
  const lock = createHash('sha256')
    .update(readFileSync(join(projectDir, 'package-lock.json')))
    .digest('hex');
  return `${lock} ${process.platform} ${process.arch}`;
}

/**
 * Whether npm's own record of the tree already holds every package of the lock file, as after a plain `npm install`.
 * Packages marked optional may be absent: they are for other platforms.
 */
function treeMatchesLock() {
  const record = read(join(modulesDir, '.package-lock.json'));
  if (record === '') return false;
  const there = JSON.parse(record).packages;
  const wanted = JSON.parse(readFileSync(join(projectDir, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(([place, entry]) => {
    if (place === '') return true;
    const found = there[place];
    if (found === undefined) return entry.optional === true || entry.devOptional === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

function install() {
  // On Windows `npm ci` cannot delete a node.exe that is running out of the folder; `npm install` leaves it in place.
  const runsFromTree = process.platform === 'win32' && process.execPath.startsWith(modulesDir);
  const verb = runsFromTree ? 'install' : 'ci';
  process.stderr.write(`Installing packages (npm ${verb}) ...\n`);
  const status = npm([verb, '--no-audit', '--no-fund', '--loglevel=error']);
  if (status !== 0) fail(`npm ${verb} ended with ${status}. Check that npm reaches its registry, then start again.`);
  if (!existsSync(pinnedNode)) placePinnedNode();
}

/** Where install scripts are switched off altogether, the one script we need is run by hand. */
function placePinnedNode() {
  const cwd = join(modulesDir, 'node');
  spawnSync(process.execPath, ['installArchSpecificPackage.js'], { cwd, stdio: ['ignore', 2, 2] });
  if (!existsSync(pinnedNode)) fail('The development dependency "node" has no binary for this platform.');
}

/** Runs the npm that started us, else the one on the path; its output goes to standard error. */
function npm(args) {
  const script = process.env.npm_execpath ?? '';
  const byScript = script.endsWith('.js') && existsSync(script);
  const command = byScript ? (process.env.npm_node_execpath ?? process.execPath) : 'npm';
  const result = spawnSync(command, byScript ? [script, ...args] : args, {
    cwd: projectDir,
    stdio: ['ignore', 2, 2],
    shell: !byScript && process.platform === 'win32',
  });
  if (result.error) fail(`npm could not be started: ${result.error.message}`);
  return result.status ?? 1;
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
