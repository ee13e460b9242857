/** Rules about the project as a whole. Each is a function of what it is given, so that samples can prove it. */
import { z } from 'zod';
import type { HouseFile } from './house-files.ts';
import { literalTexts } from './syntax.ts';

const allowedInRoot = new Set([
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'SECURITY.md',
  'LICENSE',
]);
const allowedFolders = new Set(['electron', 'renderer', 'build', 'test', 'docs']);

/** What stands in the root and belongs elsewhere (docs/architecture.md 2). */
export function strayInRoot(paths: readonly string[]): string[] {
  const first = new Set(paths.map((path) => (path.includes('/') ? path.slice(0, path.indexOf('/') + 1) : path)));
  return [...first].filter((name) => {
    if (name.startsWith('.')) return false;
    return name.endsWith('/') ? !allowedFolders.has(name.slice(0, -1)) : !allowedInRoot.has(name);
  });
}

/** A wing of the ledger with no more files than these needs no README when the file of its name says what it is for. */
const SMALL_WING = 3;

/** Folders of the first two levels, and those of the ledger, that have no README of their own. */
export function foldersWithoutReadme(files: readonly HouseFile[], paths: readonly string[]): string[] {
  const folders = new Set(paths.filter((path) => !path.startsWith('.')).flatMap(foldersToExplain));
  const explained = files.filter(
    ({ path, text }) => path.endsWith('/README.md') && text.trim().split(/\s+/).length > 5,
  );
  const readmes = new Set(explained.map(({ path }) => path.slice(0, -'/README.md'.length)));
  return [...folders].filter((folder) => !readmes.has(folder) && !saysItself(folder, files)).sort();
}

function saysItself(folder: string, files: readonly HouseFile[]): boolean {
  const wing = /^electron\/ledger\/([\w-]+)$/.exec(folder)?.[1];
  const own = files.filter(({ path }) => path.startsWith(`${folder}/`));
  if (wing === undefined || own.length > SMALL_WING) return false;
  return own.some(({ path, text }) => path === `${folder}/${wing}.ts` && text.startsWith('/**'));
}

function foldersToExplain(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  const depth = path.startsWith('electron/ledger/') ? 3 : 2;
  return parts.slice(0, depth).map((_, at) => parts.slice(0, at + 1).join('/'));
}

const packageFile = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});

function dependenciesOf(packageJson: string): [name: string, version: string][] {
  const { dependencies, devDependencies } = packageFile.parse(JSON.parse(packageJson));
  return [...Object.entries(dependencies), ...Object.entries(devDependencies)];
}

/** Dependencies whose version could change without a change here. */
export function looseVersions(packageJson: string): string[] {
  const exact = /^(npm:(@[\w.-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/;
  return dependenciesOf(packageJson).flatMap(([name, version]) => (exact.test(version) ? [] : [`${name} ${version}`]));
}

/** Places of the lock file that say from where a package came on the machine that wrote it. */
export function lockedHosts(lockFile: string): string[] {
  return [...lockFile.matchAll(/"resolved":\s*"[a-z+]+:[^"]*"/g)].map(([text]) => text);
}

/** Dependencies not named exactly once under a page's heading about dependencies (docs/style.md 8). */
export function notNamedOnce(packageJson: string, page: string): string[] {
  const section = /^#+ [^\n]*dependenc[^\n]*\n([\s\S]*?)(?=^# |^## |(?![\s\S]))/im.exec(page)?.[1] ?? '';
  const named = [...section.matchAll(/`([^`\n]+)`/g)].map((match) => match[1]);
  return dependenciesOf(packageJson).flatMap(([name]) => {
    const times = named.filter((other) => other === name).length;
    return times === 1 ? [] : [`${name} is named ${times} times`];
  });
}

/** Names that no page says in backticks, alone or as the first word. */
export function undocumented(names: readonly string[], pages: readonly HouseFile[]): string[] {
  const said = new Set(pages.flatMap(({ text }) => [...text.matchAll(/`([\w-]+)[^`\n]*`/g)].map((match) => match[1])));
  return names.filter((name) => !said.has(name));
}

/** Words that none of these scripts says as a string or a property name. */
export function unspoken(words: readonly string[], scripts: readonly HouseFile[]): string[] {
  const spoken = new Set(scripts.flatMap((file) => [...literalTexts(file)]));
  return words.filter((word) => !spoken.has(word) && !spoken.has(`'${word}'`));
}
