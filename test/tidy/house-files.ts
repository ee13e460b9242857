/** The files of the project as the house rules see them: everything but what .gitignore names and what npm writes. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface HouseFile {
  /** From the root of the project, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export interface Breach {
  readonly path: string;
  readonly line: number;
  readonly what: string;
}

/** A rule about one file at a time, with samples that prove it can fail and can pass. */
export interface FileRule {
  readonly name: string;
  readonly applies: (path: string) => boolean;
  readonly breaches: (file: HouseFile) => readonly Breach[];
  readonly bad: readonly HouseFile[];
  readonly good: readonly HouseFile[];
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const textual = /\.(ts|mts|vue|js|mjs|cjs|css|html|json|md|yml|yaml|sh|txt)$|^[^.]+$|(^|\/)\.[^/.]+(\/run)?$/;
const scripts = /\.(ts|vue|js|mjs|cjs)$/;

export function isScript(path: string): boolean {
  return scripts.test(path);
}

export function isTest(path: string): boolean {
  return path.startsWith('test/');
}

/** Every path of the project, folders not listed, in order. */
export function housePaths(): string[] {
  return walk('', ignoredNames()).sort();
}

/** The text files of the project; the office used for replays and other data are not written by this house. */
export function houseFiles(): HouseFile[] {
  return housePaths()
    .filter((path) => textual.test(path) && !isReplayData(path) && path !== 'package-lock.json')
    .map((path) => ({ path, text: readHouseFile(path) }));
}

function isReplayData(path: string): boolean {
  return /^test\/(.*\/)?office-[^/]*\//.test(path) && !path.endsWith('/README.md');
}

export function readHouseFile(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** Where in the text each match of a global pattern begins, as a breach. */
export function matches(file: HouseFile, pattern: RegExp, what: (match: string) => string): Breach[] {
  return [...file.text.matchAll(pattern)].map((match) => ({
    path: file.path,
    line: file.text.slice(0, match.index).split('\n').length,
    what: what(match[0]),
  }));
}

function ignoredNames(): ReadonlySet<string> {
  const lines = readHouseFile('.gitignore').split('\n');
  return new Set(['.git', ...lines.map((line) => line.replace(/\/$/, '')).filter((line) => line !== '')]);
}

function walk(folder: string, ignored: ReadonlySet<string>): string[] {
  const found = readdirSync(join(root, folder), { withFileTypes: true });
  return found.flatMap((entry) => {
    const extension = `*${entry.name.slice(entry.name.lastIndexOf('.'))}`;
    if (ignored.has(entry.name) || ignored.has(extension)) return [];
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    return entry.isDirectory() ? walk(path, ignored) : [path];
  });
}
