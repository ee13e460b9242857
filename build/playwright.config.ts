import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '../test/e2e',
  outputDir: '../out/test/e2e',
  // One at a time: two windows on one display take the keyboard from each other.
  fullyParallel: false,
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 30_000 },
});
