/**
 * Bundles the program into out/: main and preload as CommonJS for every Electron from 25 on, the ledger as a module for
 * Node 24, the windows for Chromium 114. A part whose sources have not changed is left alone.
 */
import vue from '@vitejs/plugin-vue';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type InlineConfig } from 'vite';
import { firstChunks } from './first-chunks.ts';
import { holderDrawing, holderFiles } from './holder-bundle.ts';
import { noInlineFaces, screenFaces } from './screen-faces.ts';
import { fingerprintOf } from './source-fingerprint.ts';
import { windowConstants } from './window-pages.ts';

const projectDir = dirname(dirname(fileURLToPath(import.meta.url)));

interface Part {
  readonly name: string;
  /** Everything whose change makes the bundle stale, from the project's root. */
  readonly sources: readonly string[];
  /** The file that must be there for the bundle to count as made. */
  readonly result: string;
  readonly config: () => InlineConfig;
}

const toolSources = [
  'build/bundle.ts',
  'build/holder-bundle.ts',
  'build/first-chunks.ts',
  'build/screen-faces.ts',
  'build/window-pages.ts',
  'build/missing-character-face.ts',
  'package-lock.json',
  'tsconfig.json',
];

const parts: readonly Part[] = [
  {
    name: 'main',
    sources: ['electron/main', 'electron/line', 'electron/disk', 'electron/contract'],
    result: 'out/main/main.cjs',
    config: () => nodeBundle('electron/main/main.ts', 'out/main', 'main.cjs', 'node18'),
  },
  bridgeOf('teller'),
  bridgeOf('customer'),
  {
    name: 'ledger',
    sources: ['electron/ledger', 'electron/contract'],
    result: 'out/ledger/process.js',
    config: () => nodeBundle('electron/ledger/process.ts', 'out/ledger', 'process.js', 'node24'),
  },
  {
    // CommonJS: Electron reads no module out of the packed program into a thread (staging-thread.ts).
    name: 'staging',
    sources: ['electron/ledger', 'electron/contract'],
    result: 'out/ledger/staging-worker.cjs',
    config: () =>
      nodeBundle(
        'electron/ledger/month-end/allocation/staging/staging-worker.ts',
        'out/ledger',
        'staging-worker.cjs',
        'node24',
      ),
  },
  {
    // CommonJS for the same reason (verify-thread.ts).
    name: 'verify',
    sources: ['electron/ledger', 'electron/contract'],
    result: 'out/ledger/verify-worker.cjs',
    config: () => nodeBundle('electron/ledger/verify/verify-worker.ts', 'out/ledger', 'verify-worker.cjs', 'node24'),
  },
  {
    // CommonJS for the same reason (copy-thread.ts).
    name: 'copy',
    sources: ['electron/ledger', 'electron/contract', 'electron/disk'],
    result: 'out/ledger/copy-worker.cjs',
    config: () => nodeBundle('electron/ledger/backup/copy-worker.ts', 'out/ledger', 'copy-worker.cjs', 'node24'),
  },
  {
    // CommonJS for the same reason (argon2id-thread.ts).
    name: 'argon2id',
    sources: ['electron/ledger/books/sealing'],
    result: 'out/ledger/argon2id-worker.cjs',
    config: () =>
      nodeBundle('electron/ledger/books/sealing/argon2id-worker.ts', 'out/ledger', 'argon2id-worker.cjs', 'node24'),
  },
  {
    name: 'command-line',
    sources: ['electron/ledger', 'electron/contract', 'electron/disk'],
    result: 'out/ledger/cli.js',
    // Whole: reading hundreds of small files takes most of the time of a command.
    config: () => ({
      ...nodeBundle('electron/ledger/cli.ts', 'out/ledger', 'cli.js', 'node24'),
      ssr: { noExternal: true },
    }),
  },
  {
    name: 'windows',
    // The gallery is in no program.
    sources: ['renderer/teller', 'renderer/customer', 'renderer/shared', 'electron/contract'],
    result: 'out/renderer/customer/index.html',
    config: windowBundle,
  },
];

/** What the office server serves to browsers; nothing else of the program needs it. */
const holderParts: readonly Part[] = [
  {
    name: 'holder-drawing',
    sources: ['renderer/holder', 'renderer/shared', 'electron/contract'],
    result: 'out/holder/draw-page.js',
    config: () => holderDrawing(projectDir),
  },
  {
    name: 'holder-files',
    sources: ['renderer/holder', 'renderer/shared', 'electron/contract'],
    result: 'out/holder/public/.vite/manifest.json',
    config: () => holderFiles(projectDir),
  },
];

/** Makes what is stale and answers the names of what was made. Throws when a part does not build. */
export async function bundle(say: (line: string) => void): Promise<string[]> {
  return bundleParts([...parts, ...holderParts], say);
}

/** The same of the holder's pages alone. */
export async function bundleHolder(say: (line: string) => void): Promise<string[]> {
  return bundleParts(holderParts, say);
}

async function bundleParts(wanted: readonly Part[], say: (line: string) => void): Promise<string[]> {
  const made: string[] = [];
  for (const part of wanted) {
    const stamp = join(projectDir, 'out', '.stamps', part.name);
    const now = fingerprintOf(projectDir, [...part.sources, ...toolSources]);
    const before = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
    if (before === now && existsSync(join(projectDir, part.result))) continue;
    say(`Building ${part.name} ...`);
    await buildAlone({ root: projectDir, configFile: false, logLevel: 'warn', ...part.config() });
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, now);
    made.push(part.name);
  }
  return made;
}

/** Vite sets NODE_ENV for a build and leaves it so; the tests that are started next are to run as in development. */
async function buildAlone(config: InlineConfig): Promise<void> {
  const { NODE_ENV } = process.env;
  try {
    await build(config);
  } finally {
    if (NODE_ENV === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = NODE_ENV;
  }
}

function bridgeOf(kind: 'teller' | 'customer'): Part {
  return {
    name: `preload-${kind}`,
    sources: ['electron/preload', 'electron/contract'],
    result: `out/preload/${kind}.cjs`,
    config: () => nodeBundle(`electron/preload/${kind}.ts`, 'out/preload', `${kind}.cjs`, 'node18'),
  };
}

/** CommonJS carries its packages within, for a fast start; the ledger finds its own in node_modules. */
function nodeBundle(entry: string, outDir: string, file: string, target: string): InlineConfig {
  const isCommonJs = file.endsWith('.cjs');
  return {
    build: {
      ssr: entry,
      outDir,
      // The bridges share a folder.
      emptyOutDir: false,
      target,
      minify: false,
      rolldownOptions: {
        // Printing brings an executable of its own and is loaded when first used; SQLite is no JavaScript.
        external: ['electron', 'pdf-to-printer', 'unix-print', 'better-sqlite3'],
        output: { format: isCommonJs ? 'cjs' : 'es', entryFileNames: file, codeSplitting: false },
      },
    },
    ssr: isCommonJs ? { noExternal: true } : {},
  };
}

function windowBundle(): InlineConfig {
  return {
    root: join(projectDir, 'renderer'),
    plugins: [screenFaces(), vue()],
    define: windowConstants,
    build: {
      outDir: join(projectDir, 'out', 'renderer'),
      emptyOutDir: true,
      assetsInlineLimit: noInlineFaces,
      target: 'chrome114',
      reportCompressedSize: false,
      chunkSizeWarningLimit: 4000,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { teller: pageOf('teller'), customer: pageOf('customer') },
        output: {
          codeSplitting: { groups: [{ debugName: 'first', name: firstChunks(join(projectDir, 'renderer')) }] },
        },
      },
    },
  };
}

function pageOf(kind: 'teller' | 'customer'): string {
  return join(projectDir, 'renderer', kind, 'index.html');
}
