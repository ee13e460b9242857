import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '../test/e2e',
  outputDir: '../out/test/e2e',
  // Each worker has a display of its own (test/e2e/support/counter-test.ts).
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 30_000 },
});
