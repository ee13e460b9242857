/** The tests that need no window. Those in Electron and the measurements have their own runners. */
import vue from '@vitejs/plugin-vue';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: dirname(dirname(fileURLToPath(import.meta.url))),
  // What vite keeps between runs stays out of the sources.
  cacheDir: 'node_modules/.cache/vitest',
  plugins: [vue()],
  test: {
    include: ['test/{unit,model,faults,tidy}/**/*.test.ts'],
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
  },
});
