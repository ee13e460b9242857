/** The tests of the holder's pages: a browser of this machine, over TLS, at a server that the test starts. */
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '../test/web',
  outputDir: '../out/test/web',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
});
