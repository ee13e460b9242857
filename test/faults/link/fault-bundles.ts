/** Bundles programs of the tests for Electron's old Node into a temporary folder. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));

/** Answers the folder, which has each of the programs as `NAME.cjs`. */
export async function bundleForElectron(names: readonly string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'medicard-faults-'));
  for (const name of names) {
    await build({
      root: here,
      configFile: false,
      logLevel: 'warn',
      build: {
        ssr: join(here, `${name}.ts`),
        outDir: folder,
        emptyOutDir: false,
        target: 'node18',
        rolldownOptions: {
          external: ['electron'],
          output: { format: 'cjs', entryFileNames: `${name}.cjs`, codeSplitting: false },
        },
      },
      ssr: { noExternal: true },
    });
  }
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'faults', main: `${names[0]}.cjs` }));
  return folder;
}
