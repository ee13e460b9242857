/** The lists as they are to stand in the project: made from its folders, formatted as everything else. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { folderLists, type SourceFile } from './folder-lists.ts';

export const projectRoot = fileURLToPath(new URL('..', import.meta.url));

export async function writtenLists(): Promise<readonly SourceFile[]> {
  const config = await resolveConfig(projectRoot, { config: join(projectRoot, 'build/prettier.json') });
  const lists = folderLists(['electron/contract', 'electron/ledger', 'renderer'].flatMap(sourceFiles));
  return Promise.all(
    lists.map(async ({ path, text }) => ({ path, text: await format(text, { ...config, parser: 'typescript' }) })),
  );
}

function sourceFiles(folder: string): readonly SourceFile[] {
  return readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .map((path) => ({ path, text: readFileSync(join(projectRoot, path), 'utf8') }));
}
