/**
 * Bundles the holder's pages into out/holder: `draw-page.js`, with which the office server draws them, and `public/`, what a browser
 * fetches beside them, each file also as it goes over the line.
 */
import vue from '@vitejs/plugin-vue';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { InlineConfig, Plugin } from 'vite';
import { noInlineFaces } from './screen-faces.ts';
import { windowConstants } from './window-pages.ts';

/** What browsers of the last years can do: people come with their own. */
const BROWSERS = ['chrome90', 'firefox90', 'safari14'];
const COMPRESSED = /\.(css|js)$/;

/** @param root the project's. */
export function holderDrawing(root: string): InlineConfig {
  return {
    root: join(root, 'renderer', 'holder'),
    plugins: [vue()],
    define: windowConstants,
    build: {
      ssr: 'draw-page.ts',
      outDir: join(root, 'out', 'holder'),
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'draw-page.js', codeSplitting: false } },
    },
    // Whole: the program ships no framework of the windows.
    ssr: { noExternal: true },
  };
}

/** @param root the project's. */
export function holderFiles(root: string): InlineConfig {
  const outDir = join(root, 'out', 'holder', 'public');
  return {
    root: join(root, 'renderer', 'holder'),
    plugins: [vue(), compressedToo(join(outDir, 'assets'))],
    define: windowConstants,
    build: {
      outDir,
      emptyOutDir: true,
      manifest: true,
      assetsInlineLimit: noInlineFaces,
      target: BROWSERS,
      reportCompressedSize: false,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        // Of the components the styles are wanted, which go with what uses them.
        preserveEntrySignatures: 'strict',
        input: ['client.ts', 'styles.ts', 'faces.css'].map((file) => join(root, 'renderer', 'holder', file)),
      },
    },
  };
}

/** Pages are not compressed, as they carry the proof of their forms; the files beside them hold no secret. */
function compressedToo(folder: string): Plugin {
  return {
    name: 'compressed-too',
    closeBundle() {
      for (const name of readdirSync(folder).filter((file) => COMPRESSED.test(file))) {
        const file = join(folder, name);
        const whole = readFileSync(file);
        writeFileSync(`${file}.br`, brotliCompressSync(whole));
        writeFileSync(`${file}.gz`, gzipSync(whole));
      }
    },
  };
}
