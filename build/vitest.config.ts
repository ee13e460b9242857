/** The tests that need no window. Those in Electron and the measurements have their own runners. */
import vue from '@vitejs/plugin-vue';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** A file that puts a module of its own in another's place, or has a page of its own, leaves its process to no other. */
const needsOwnProcess = /\bvi\.(?:mock|doMock|resetModules|stubGlobal)\(|@vitest-environment/;
const files = globSync('test/{unit,model,faults,tidy}/**/*.test.ts', { cwd: root }).map((file) => ({
  file,
  isAlone: needsOwnProcess.test(readFileSync(join(root, file), 'utf8')),
}));
const alone = files.filter(({ isAlone }) => isAlone).map(({ file }) => file);
const together = files.filter(({ isAlone }) => !isAlone).map(({ file }) => file);

export default defineConfig({
  root,
  // What vite keeps between runs stays out of the sources.
  cacheDir: 'node_modules/.cache/vitest',
  plugins: [vue()],
  test: {
    // One seed for all properties of a run, printed before the first of them.
    globalSetup: ['test/announce-seed.ts'],
    setupFiles: ['test/property-seed.ts', 'test/after-each-file.ts'],
    // Processes and not threads: SQLite and its encryption are native code with state of their own.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    retry: 0,
    allowOnly: false,
    restoreMocks: true,
    unstubEnvs: true,
    // Loading the program anew for each file costs more than two fifths of the processor's time of all tests.
    projects: [
      { extends: true, test: { name: 'together', include: together, isolate: false } },
      { extends: true, test: { name: 'alone', include: alone } },
    ],
  },
});
