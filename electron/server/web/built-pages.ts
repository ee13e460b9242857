/** The pages as they were built: what draws them, and the files that a browser fetches beside them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { DrawPage, PageFiles } from '../../contract/online/holder-pages.ts';

export interface BuiltPages {
  readonly draw: DrawPage;
  readonly files: PageFiles;
  /** The folder that is served under `/assets/`. */
  readonly assetsFolder: string;
}

/** Where `build/holder-bundle.ts` puts them. */
const BUILT = fileURLToPath(new URL('../../../out/holder/', import.meta.url));

const moduleSchema = z.object({ drawPage: z.custom<DrawPage>((value) => typeof value === 'function') });
const entrySchema = z.object({ file: z.string(), css: z.array(z.string()).optional() });
const manifestSchema = z.record(z.string(), entrySchema);

/** Throws where they were never built. */
export async function builtPages(folder: string = BUILT): Promise<BuiltPages> {
  const manifestFile = join(folder, 'public', '.vite', 'manifest.json');
  if (!existsSync(manifestFile)) throw new Error(`The holder's pages are not built: ${manifestFile} is missing`);
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(manifestFile, 'utf8')));
  const file = (source: string, kind: 'js' | 'css'): string => {
    const entry = manifest[source];
    const name = kind === 'css' && entry?.file.endsWith('.css') !== true ? entry?.css?.[0] : entry?.file;
    if (name === undefined) throw new Error(`The build of the holder's pages has no ${kind} of ${source}`);
    return `/${name}`;
  };
  const drawing: unknown = await import(pathToFileURL(join(folder, 'draw-page.js')).href);
  return {
    draw: moduleSchema.parse(drawing).drawPage,
    files: {
      style: readFileSync(join(folder, 'public', file('styles.ts', 'css')), 'utf8').trim(),
      faces: file('faces.css', 'css'),
      script: file('client.ts', 'js'),
    },
    assetsFolder: join(folder, 'public', 'assets'),
  };
}
