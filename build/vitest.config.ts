import vue from '@vitejs/plugin-vue';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: dirname(dirname(fileURLToPath(import.meta.url))),
  plugins: [vue()],
  test: {
    include: ['test/{unit,storage,model,faults,tidy}/**/*.test.ts'],
    // Processes and not threads: SQLite and its encryption are native code with state of their own.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
