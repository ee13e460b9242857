/** The tests that need no window. Those in Electron and the measurements have their own runners. */
import vue from '@vitejs/plugin-vue';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const TESTS = 'test/{unit,model,faults,tidy}/**/*.test.ts';

/**
 * Files that put something else in a module's place, or rest on a helper that remembers a folder, have a process of their own. All
 * others share one with those before them: loading the program anew for each took a quarter of their time.
 */
const NEEDS_ITS_OWN = /vi\.(?:un)?mock\(|\/anchored-office\.ts'/;
const alone = globSync(TESTS, { cwd: root }).filter((file) =>
  NEEDS_ITS_OWN.test(readFileSync(join(root, file), 'utf8')),
);

export default defineConfig({
  root,
  // What vite keeps between runs stays out of the sources.
  cacheDir: 'node_modules/.cache/vitest',
  plugins: [vue()],
  test: {
    // One seed for all properties of a run, printed before the first of them.
    globalSetup: ['test/announce-seed.ts'],
    setupFiles: ['test/property-seed.ts', 'test/quick-passwords.ts', 'test/after-each-file.ts'],
    // Processes and not threads: SQLite and its encryption are native code with state of their own.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    retry: 0,
    allowOnly: false,
    restoreMocks: true,
    unstubEnvs: true,
    projects: [
      { extends: true, test: { name: 'shared', include: [TESTS], exclude: alone, isolate: false } },
      { extends: true, test: { name: 'alone', include: alone } },
    ],
  },
});
